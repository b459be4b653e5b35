import { clock, count, number, share } from './format.js';

const LOCALE = 'en-US';

/** Beyond so many bars nobody tells one from the next. */
const MOST_BARS = 92;
const WEEK = 7;

/** "Nov 24" */
export const shortDay = (isoDay) =>
  new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${isoDay}T12:00:00Z`));

/** "Nov 24 – Nov 30, 2026" */
export function rangeWords({ from, to }) {
  const last = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${to}T12:00:00Z`));
  return from === to ? last : `${shortDay(from)} – ${last}`;
}

/** The bars of a chart: one a day or, when those would be too many, one a week. @param {any[]} days @param {(day: any) => Record<string, number>} pick */
export function columns(days, pick) {
  const size = days.length > MOST_BARS ? WEEK : 1;
  const bars = [];
  for (let first = 0; first < days.length; first += size) {
    const some = days.slice(first, first + size);
    bars.push({ label: label(some, size), values: some.map(pick).reduce(plus) });
  }
  return bars;
}

function label(some, size) {
  const [{ day }] = some;
  if (size === WEEK) return shortDay(day);
  return some[0].unfinished ? `${shortDay(day)} so far` : shortDay(day);
}

const plus = (one, other) => Object.fromEntries(Object.keys(one).map((key) => [key, one[key] + other[key]]));

/** What the first column of a chart's table says. */
export const first = (days) => (days.length > MOST_BARS ? 'Week of' : 'Day');

/** A chart in one sentence. */
export function sentence(what, thing, bars, series) {
  const sum = (bar) => series.reduce((all, { key }) => all + bar.values[key], 0);
  const all = bars.reduce((total, bar) => total + sum(bar), 0);
  if (all === 0) return `${what}: none.`;
  const most = bars.reduce((best, bar) => (sum(bar) > sum(best) ? bar : best));
  return `${what}: ${count(all, thing)}, most on ${most.label} with ${number(sum(most))}.`;
}

/** How a figure compares with the one before, in words; empty when there is nothing to compare with. */
export function change(now, before) {
  if (!before) return '';
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return 'as before';
  return `${number(Math.abs(percent))}% ${percent > 0 ? 'more' : 'less'} than before`;
}

/** "0:24", "3:10:00", or a dash when nobody waited. */
export const waited = (seconds) => (seconds === null || seconds === undefined ? '—' : clock(seconds));

/** A share in words, or a dash when there is nothing to share. */
export function percent(part, whole) {
  const found = share(part, whole);
  return found === null ? '—' : `${found}%`;
}
