const LOCALE = 'en-US';
const DAY_MS = 86_400_000;

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let formats = new Map();

/** Times are shown as the business's wall clock shows them. @param {string} timeZone an IANA name */
export function useZone(timeZone) {
  zone = timeZone;
  formats = new Map();
}

function formatted(name, options, instant) {
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }));
  return formats.get(name).format(new Date(instant));
}

/** "8:12 AM" */
export const time = (instant) => formatted('time', { hour: 'numeric', minute: '2-digit' }, instant);

/** "8:12:07 AM" */
export const preciseTime = (instant) =>
  formatted('precise', { hour: 'numeric', minute: '2-digit', second: '2-digit' }, instant);

const dayKey = (instant) =>
  formatted('key', { year: 'numeric', month: '2-digit', day: '2-digit' }, instant);

/** Whole days between two instants on the business's calendar. */
function daysBetween(then, now) {
  const [a, b] = [dayKey(then), dayKey(now)].map((key) => {
    const [month, day, year] = key.split('/').map(Number);
    return Date.UTC(year, month - 1, day);
  });
  return Math.round((b - a) / DAY_MS);
}

/** "Today", "Yesterday", "Friday", "Nov 3" or "Nov 3, 2024". */
export function day(instant, now = Date.now()) {
  const days = daysBetween(instant, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < 7) return formatted('weekday', { weekday: 'long' }, instant);
  const sameYear = dayKey(instant).slice(-4) === dayKey(now).slice(-4);
  return sameYear
    ? formatted('month', { month: 'short', day: 'numeric' }, instant)
    : formatted('date', { month: 'short', day: 'numeric', year: 'numeric' }, instant);
}

/** For lists: the time when it was today, the day otherwise. */
export const when = (instant, now = Date.now()) =>
  day(instant, now) === 'Today' ? time(instant) : day(instant, now);

/** "Tomorrow at 8:00 AM": a time to come. */
export function whenToCome(instant, now = Date.now()) {
  const named = day(instant, now);
  const tomorrow = named !== 'Today' && day(now, instant) === 'Yesterday';
  return `${tomorrow ? 'Tomorrow' : named} at ${time(instant)}`;
}

/** The same within a sentence. */
export const whenToComeWithin = (instant, now) =>
  whenToCome(instant, now).replace(/^(Today|Tomorrow)/, (word) => word.toLowerCase());

/** Somebody's wish not to be rung, unless it is over. @param {any} extension */
export function wishOf(extension, now = Date.now()) {
  const wish = extension?.doNotDisturb;
  return wish && (!wish.until || Date.parse(wish.until) > now) ? wish : null;
}

/** "Do not disturb until 3:40 PM" */
export function quietWords({ until }, now = Date.now()) {
  if (!until) return 'Do not disturb';
  const end = whenToComeWithin(until, now);
  return `Do not disturb until ${end.startsWith('today') ? time(until) : end}`;
}

/** "Tuesday, November 24" for a calendar day such as "2026-11-24". */
export function calendarDay(isoDay) {
  const options = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(`${isoDay}T12:00:00Z`));
}

/** The hour of day, 0 to 23, that the business's clock shows. */
export const hourOf = (instant) => Number(formatted('hour', { hour: '2-digit', hourCycle: 'h23' }, instant));

/** "8 AM" for 8. */
export const hour = (number) => `${number % 12 || 12} ${number < 12 ? 'AM' : 'PM'}`;

/** "now", "2m", "8h" or "3d", for the corner of a row. */
export function ago(instant, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes}m`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}h`;
  return `${Math.floor(minutes / (24 * 60))}d`;
}

/** "0:47" or "1:02:03". @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const pad = (number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

export const number = (value) => new Intl.NumberFormat(LOCALE).format(value);

/** "1 call", "2 calls". */
export const count = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** A share as whole percent, or null when there is nothing to share. */
export const share = (part, whole) => (whole > 0 ? Math.round((part / whole) * 100) : null);

/** "DW" for "Dana Whitfield", "MC" for "Dr. Marcus Cole", nothing for a phone number. */
export function initials(name) {
  const words = (name ?? '').split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^\p{L}{1,4}\.$/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...word][0].toLocaleUpperCase(LOCALE)).join('');
}

const MARKS = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

/**
 * Text in which marks that embed or override writing direction are seen instead of obeyed, so that a caller's name
 * cannot make "gnp.exe" read as "exe.png". The two marks that real names need (U+200E, U+200F) stay.
 */
export const plain = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => `‹${MARKS[mark]}›`);

/** How calls end, in the order and with the names that every chart has. */
export const CALL_SERIES = [
  { key: 'answered', label: 'Person' },
  { key: 'receptionist', label: 'Receptionist' },
  { key: 'voicemail', label: 'Voicemail' },
  { key: 'missed', label: 'Missed' },
  { key: 'abandoned', label: 'Hung up' },
  { key: 'turnedAway', label: 'Turned away' },
  { key: 'inProgress', label: 'On the line' },
];

const SELDOM = new Set(['turnedAway', 'inProgress']);

/** What bars of calls are made of; calls that were turned away or are still on are named where there are any. */
export const callSeries = (bars) => CALL_SERIES.filter(({ key }) => !SELDOM.has(key) || bars.some(({ values }) => values[key] > 0));
