// Instants for wall clocks of any zone, from what Intl knows of them.
const DAY_MS = 86_400_000;
const formats = new Map();

function partsIn(zone, instant) {
  if (!formats.has(zone)) {
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    formats.set(zone, new Intl.DateTimeFormat('en-US', { timeZone: zone, ...fields }));
  }
  const parts = formats.get(zone).formatToParts(new Date(instant));
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
}

/** What a wall clock shows, as if it hung at Greenwich: for reckoning with. */
function shown(zone, instant) {
  const { year, month, day, hour, minute } = partsIn(zone, instant);
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The instant at which a wall clock shows something; where it shows that twice, the first, where never, a little later. */
export function instantOf(zone, wall) {
  const first = wall - (shown(zone, wall - DAY_MS) - (wall - DAY_MS));
  if (shown(zone, first) === wall) return first;
  const second = wall - (shown(zone, wall + DAY_MS) - (wall + DAY_MS));
  return shown(zone, second) === wall ? second : Math.max(first, second);
}

/** That day's hour in a zone, `days` from the day of an instant on. */
export function atHour(zone, instant, days, hour) {
  const today = Math.floor(shown(zone, instant) / DAY_MS) * DAY_MS;
  return instantOf(zone, today + days * DAY_MS + hour * 3_600_000);
}

/** The weekday there, Sunday is 0. */
export const weekdayIn = (zone, instant) => new Date(shown(zone, instant)).getUTCDay();

/** The hour of the day there. */
export const hourIn = (zone, instant) => new Date(shown(zone, instant)).getUTCHours();

/** "2026-11-24T08:30", as a form holds it. */
export const toField = (zone, instant) => new Date(shown(zone, instant)).toISOString().slice(0, 16);

/** The instant that a form's "2026-11-24T08:30" means there; NaN when it is none. */
export function fromField(zone, text) {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? instantOf(zone, Date.parse(`${text}:00Z`)) : Number.NaN;
}

/** "6:20 AM" there, or "between 6:20 AM and 7:20 AM" when nobody knows in which of several zones. @param {string[]} zones */
export function timeIn(zones, instant) {
  const clocks = new Map(zones.map((zone) => [shown(zone, instant), zone]));
  const times = [...clocks].sort(([a], [b]) => a - b).map(([, zone]) => clockIn(zone, instant));
  return times.length > 1 ? `between ${times[0]} and ${times.at(-1)}` : (times[0] ?? '');
}

function clockIn(zone, instant) {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(new Date(instant));
}

/** "Pacific Time" */
export const zoneName = (zone) =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName').value;
