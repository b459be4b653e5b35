import { percent } from '../lib/figures.js';
import { CALL_SERIES, hour, number } from '../lib/format.js';

export const PERIODS = [
  { period: '7d', label: '7 Days' },
  { period: '30d', label: '30 Days' },
  { period: '90d', label: '90 Days' },
];

export const SENT_SERIES = [
  { key: 'assistant', label: 'Assistant' },
  { key: 'person', label: 'People' },
  { key: 'campaign', label: 'Campaigns' },
  { key: 'automatic', label: 'Automatic' },
];

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is asked of the server, from what the address says. @param {{period?: string, from?: string, to?: string}} query */
export function asked({ period, from, to }) {
  if (from || to) return new URLSearchParams(Object.entries({ from, to }).filter(([, day]) => day)).toString();
  return `period=${PERIODS.some((each) => each.period === period) ? period : '7d'}`;
}

/** The heat map as rows of a week; the darkest shade is the busiest hour. @param {{weekday: number, hour: number}[]} cells @param {string} key */
export function heat(cells, key) {
  const most = Math.max(1, ...cells.map((cell) => cell[key]));
  return WEEKDAYS.map((name, index) => ({
    name,
    cells: cells
      .filter(({ weekday }) => weekday === index + 1)
      .map((cell) => ({ hour: cell.hour, value: cell[key], shade: Math.ceil((cell[key] / most) * 5) })),
  }));
}

/** Of an hour's words, "12 AM", and what keeps them from the next. */
const HOUR_LABEL = 42;

/**
 * How the heat map stands in so many pixels: room at the left for weekdays, a cell's width
 * and height with the gap after it, and every how many hours one is named.
 */
export function heatFrame(width) {
  const left = 38;
  const cell = (width - left) / 24;
  const [row, gap] = cell < 20 ? [20, 2] : [26, 3];
  return { left, cell, row, gap, every: [2, 3, 6].find((hours) => hours * cell >= HOUR_LABEL) ?? 12 };
}

const HEAT_WORDS = { total: 'Calls', answered: 'Answered calls', missed: 'Missed calls' };

/** The heat map in one sentence. */
export function heatSentence(cells, key) {
  const busiest = cells.reduce((best, cell) => (cell[key] > best[key] ? cell : best));
  if (busiest[key] === 0) return `${HEAT_WORDS[key]} by weekday and hour: none.`;
  return `${HEAT_WORDS[key]} by weekday and hour: most on ${WEEKDAYS[busiest.weekday - 1]} at ${hour(busiest.hour)} with ${number(busiest[key])}.`;
}

/** Where calls ended, the most frequent first. */
export const endings = ({ calls }, before) =>
  CALL_SERIES.map(({ key, label: name }) => ({ name, value: calls[key], share: percent(calls[key], calls.total), before: before.calls[key] }))
    .filter(({ value, before: earlier }) => value > 0 || earlier > 0)
    .sort((a, b) => b.value - a.value);

const REACHED = [
  { key: 'answered', name: 'They answered' },
  { key: 'unreached', name: 'They did not answer' },
  { key: 'notTaken', name: 'Not picked up here' },
  { key: 'failed', name: 'Could not be placed' },
  { key: 'inProgress', name: 'On the line' },
];

/** What became of calls that somebody here began, in the order in which a call comes so far; empty when there were none. */
export const reached = ({ outgoing: { calls } }, { outgoing: { calls: before } }) =>
  REACHED.map(({ key, name }) => ({ name, value: calls[key], share: percent(calls[key], calls.total), before: before[key] })).filter(
    ({ value, before: earlier }) => value > 0 || earlier > 0,
  );

/** Whether nothing happened, now or before. */
export const isEmpty = (calls, texts) =>
  [calls.summary.calls.total, calls.previous.calls.total, calls.summary.outgoing.calls.total, calls.previous.outgoing.calls.total, texts.summary.received, texts.summary.sent.total, texts.previous.received, texts.previous.sent.total].every(
    (figure) => figure === 0,
  );

/** What is wrong with two days that somebody chose; empty when nothing is. */
export function wrong(from, to, today) {
  if (!from || !to) return 'Choose a first and a last day.';
  if (to < from) return 'The last day is before the first.';
  return from > today ? 'The first day is still to come.' : '';
}
