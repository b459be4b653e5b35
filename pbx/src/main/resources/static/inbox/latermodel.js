import { atHour, hourIn, timeIn, weekdayIn } from '../lib/calendar.js';

const HOUR_MS = 3_600_000;
const MORNING = 8;
const EVENING = 18;
const MONDAY = 1;

/** Sensible times to put something off to, by the clock of a zone. @returns {{label: string, at: number}[]} */
export function choices(now, zone) {
  const evening = atHour(zone, now, 0, EVENING);
  const untilMonday = (MONDAY - weekdayIn(zone, now) + 7) % 7 || 7;
  const inAWhile = Math.ceil((now + 2 * HOUR_MS) / (HOUR_MS / 2)) * (HOUR_MS / 2);
  return [
    { label: 'In Two Hours', at: inAWhile },
    ...(evening - inAWhile > HOUR_MS ? [{ label: 'This Evening', at: evening }] : []),
    { label: 'Tomorrow Morning', at: atHour(zone, now, 1, MORNING) },
    ...(untilMonday > 1 ? [{ label: 'Monday Morning', at: atHour(zone, now, untilMonday, MORNING) }] : []),
    { label: 'In a Week', at: atHour(zone, now, 7, MORNING) },
  ];
}

/** "6:20 AM for them", when their clock is known and another than ours; else empty. @param {string[]} theirs zones */
export function theirTime(theirs, ours, instant) {
  if (!theirs || theirs.length === 0) return '';
  const said = timeIn(theirs, instant);
  return said === timeIn([ours], instant) ? '' : `${said} for them`;
}

/** Whether somebody may be asleep there. @param {string[]} theirs zones */
export const isNight = (theirs, instant) =>
  (theirs ?? []).some((zone) => hourIn(zone, instant) < MORNING || hourIn(zone, instant) >= 21);
