import { count, day, number, preciseTime, time } from '../lib/format.js';

export const SERIES = [
  { key: 'delivered', label: 'Delivered' },
  { key: 'failed', label: 'Failed' },
  { key: 'sent', label: 'No receipt yet' },
];

const DAY_S = 86_400;

/** When a part begins, as precisely as its length calls for. */
const label = (at, stepSeconds) => (stepSeconds >= DAY_S ? day(at) : stepSeconds < 60 ? preciseTime(at) : time(at));

const all = (part) => SERIES.reduce((sum, { key }) => sum + part[key], 0);

/** The columns of the chart. @param {{stepSeconds: number, parts: any[]}} timeline */
export const columns = ({ stepSeconds, parts }) => parts.map((part) => ({ label: label(part.at, stepSeconds), values: part }));

/** "5 seconds", "10 minutes", "a day" */
export function stepWords(seconds) {
  const [size, word] = [
    [DAY_S, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ].find(([each]) => seconds >= each) ?? [1, 'second'];
  return seconds === size ? word : count(seconds / size, word);
}

/** The chart in one sentence. */
export function sentence({ stepSeconds, parts }) {
  const sums = SERIES.map(({ key, label: name }) => `${number(parts.reduce((sum, part) => sum + part[key], 0))} ${name.toLowerCase()}`);
  const busiest = parts.reduce((best, part) => (all(part) > all(best) ? part : best));
  return `Texts that left by the ${stepWords(stepSeconds)}: ${sums.join(', ')}; most at ${label(busiest.at, stepSeconds)} with ${number(all(busiest))}.`;
}

/** Whether there is something to show. */
export const isAny = (timeline) => (timeline?.parts ?? []).some((part) => all(part) > 0);
