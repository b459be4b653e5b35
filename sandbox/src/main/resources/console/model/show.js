/** Values as people read them. */

const CLOCK = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' });

/** @param {string | null} instant */
export const showTime = (instant) => (instant ? CLOCK.format(new Date(instant)) : '–');

/** @param {string | null} instant */
export const showDay = (instant) => (instant ? DAY.format(new Date(instant)) : '–');

/** @param {string | null | undefined} number E.164 */
export function showNumber(number) {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number ?? '');
  return american ? `(${american[1]}) ${american[2]}-${american[3]}` : (number ?? '–');
}

/** @param {{ startedAt: string | null, endedAt: string | null }} call @param {string | null} now the carrier's time */
export function showLength({ startedAt, endedAt }, now) {
  const end = endedAt ?? now;
  if (!startedAt || !end) return '–';
  const seconds = Math.max(0, Math.floor((Date.parse(end) - Date.parse(startedAt)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How a status is meant: good, bad, under way, or neither. @param {string} status */
export function tone(status) {
  if (['in-progress', 'delivered', 'received', 'REGISTERED'].includes(status)) return 'good';
  if (['failed', 'undelivered', 'busy', 'no-answer', 'REFUSED', 'UNREGISTERED', 'ERROR'].includes(status)) return 'bad';
  if (['queued', 'ringing', 'initiated', 'accepted', 'sending', 'scheduled', 'receiving', 'IN_REVIEW', 'WARNING'].includes(status)) return 'busy';
  return 'plain';
}

/** A status in words: `in-progress` is "In progress". @param {string} status */
export function words(status) {
  const text = status.replace(/[-_]/g, ' ').toLowerCase();
  return text[0].toUpperCase() + text.slice(1);
}
