export const isPlayable = ({ state }) => state === 'stored';

const isOpen = ({ state }) => state === 'wanted' || state === 'running';

/** Whether what is said now is kept. */
export const isRecorded = ({ live, recordings }) => live && recordings.some(isOpen);

/** Why there is nothing to play. @returns {{symbol: string, text: string}} */
export function soundNote(recording, live) {
  if (live && isOpen(recording)) return { symbol: 'audio-lines', text: 'This call is being recorded. It can be played once it is over.' };
  return NOTES[recording.state] ?? NOTES.fetching;
}

const NOTES = {
  stored: { symbol: 'audio-lines', text: 'This call was recorded. Agents, admins and owners may listen to it.' },
  wanted: { symbol: 'clock', text: 'The carrier has not said yet whether it recorded anything.' },
  fetching: { symbol: 'clock', text: 'The recording is being fetched from the carrier. It plays as soon as it is stored here.' },
  nothing: { symbol: 'circle-dashed', text: 'Nothing was recorded: nobody took the call, or nothing was to be heard.' },
  lost: { symbol: 'triangle-alert', text: 'The recording failed: the carrier did not hand it over.' },
  refused: { symbol: 'shield-check', text: 'Not recorded, as they did not want it.' },
  deleted: { symbol: 'trash-2', text: 'The recording was deleted.' },
};

/** What players are called, for those who cannot see which comes first. */
export const soundTitle = (index, all) => (all > 1 ? `Recording, part ${index + 1} of ${all}` : 'Recording');
