/** Between the document that begins a recording and its beginning the caller is told of it. */
const ANNOUNCED_WITHIN_MS = 30_000;

/** Nobody cuts a sentence for the sake of a second, and the carrier tells times in whole ones. */
const EARLIER_MS = 1000;

export const isPlayable = ({ state, startedAt }) => state === 'stored' && Boolean(startedAt);

/**
 * Where in which recording something is to be heard that was said at an instant.
 *
 * @param {string} at
 * @param {any[]} recordings oldest first
 * @returns {{id: string, seconds: number} | null} null when it is in none of them
 */
export function placeOf(at, recordings) {
  const time = Date.parse(at);
  const part = recordings.filter(isPlayable).find(({ startedAt, durationSeconds }) => {
    const begin = Date.parse(startedAt);
    return time >= begin - ANNOUNCED_WITHIN_MS && time < begin + durationSeconds * 1000;
  });
  return part ? { id: part.id, seconds: Math.max(0, (time - EARLIER_MS - Date.parse(part.startedAt)) / 1000) } : null;
}

/** Why there is nothing to play. @returns {{symbol: string, text: string}} */
export function note({ state }, live) {
  if (live && ['wanted', 'running'].includes(state)) return { symbol: 'audio-lines', text: 'This conversation is being recorded. It can be played once it is over.' };
  return NOTES[state] ?? NOTES.fetching;
}

const NOTES = {
  wanted: { symbol: 'clock', text: 'The carrier has not said yet whether it recorded anything.' },
  fetching: { symbol: 'clock', text: 'The recording is being fetched from the carrier. It plays as soon as it is stored here.' },
  nothing: { symbol: 'circle-dashed', text: 'Nothing was recorded: the caller left during the announcement, or nothing was to be heard.' },
  lost: { symbol: 'triangle-alert', text: 'The recording failed: the carrier did not hand it over.' },
  withheld: { symbol: 'shield-check', text: 'The recording was not kept, because a card number or another long one was said or pressed.' },
  deleted: { symbol: 'trash-2', text: 'The recording was deleted.' },
};

/** What players are called, for those who cannot see which comes first. */
export const titleOf = (index, all) => (all > 1 ? `Recording, part ${index + 1} of ${all}` : 'Recording');
