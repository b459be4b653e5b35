const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** What the log can be asked for, in the order in which it is shown. */
export const NAMES = 'q direction outcome ext number recorded from to'.split(' ');

/** All but the words. */
export const FILTERS = NAMES.slice(1);

export const DIRECTIONS = [
  { value: '', label: 'Both ways' },
  { value: 'inbound', label: 'Incoming' },
  { value: 'outbound', label: 'Outgoing' },
];

export const OUTCOMES = [
  { value: '', label: 'However it ended' },
  { value: 'answered', label: 'Answered' },
  { value: 'handled', label: 'Helped by the receptionist' },
  { value: 'voicemail', label: 'Voicemail' },
  { value: 'missed', label: 'Missed' },
  { value: 'abandoned', label: 'Hung up early' },
  { value: 'rejected', label: 'Turned away' },
  { value: 'unreached', label: 'No answer' },
  { value: 'not_taken', label: 'Not placed' },
  { value: 'not_confirmed', label: 'Not confirmed' },
  { value: 'failed', label: 'Failed' },
];

/** What an address asks for and nothing else. @param {Record<string, string>} query */
export const asked = (query) => Object.fromEntries(NAMES.filter((name) => query[name]).map((name) => [name, query[name]]));

/** As the server is asked. */
export const queryOf = (query) => new URLSearchParams(asked(query)).toString();

/** Whether only the server knows which calls are meant. */
const needsServer = ({ q, number, recorded, from, to }) => Boolean(q || number || recorded || from || to);

/** Whether a call that the stream tells of stands in a list. @param {Set<string>} found the server's answer */
export function accepts(query, found) {
  if (needsServer(query)) return ({ id }) => found.has(id);
  const { direction, outcome, ext } = query;
  return (call) =>
    (!direction || call.direction === direction) && (!outcome || call.outcome === outcome) && (!ext || call.extension?.ext === ext);
}

/** Each filter that is set besides the words and the parts of the room, in a few words. */
export function chips(query, { extensions = [], numbers = [] } = {}) {
  const { direction, outcome, ext, number, from, to } = query;
  const labels = {
    direction: DIRECTIONS.find(({ value }) => value === direction)?.label ?? direction,
    outcome: OUTCOMES.find(({ value }) => value === outcome)?.label ?? outcome,
    ext: extensions.find((each) => each.ext === ext)?.name ?? `ext ${ext}`,
    number: numbers.find((each) => each.number === number)?.display ?? number,
    recorded: 'Recorded',
    from: `From ${dayOf(from)}`,
    to: `To ${dayOf(to)}`,
  };
  return FILTERS.filter((name) => query[name]).map((name) => ({ name, label: labels[name] }));
}

const dayOf = (text = '') => (/^\d{4}-\d\d-\d\d$/.test(text) && Date.parse(text) ? DATE.format(Date.parse(text)) : text);

/** What is wrong with the days, beside the last one. */
export const wrongDays = ({ from, to }) => (from && to && to < from ? 'This is before the first day.' : null);
