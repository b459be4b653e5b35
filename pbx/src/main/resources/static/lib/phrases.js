import { count, day, time } from './format.js';

// What only some rooms say.

/** "Today at 8:12 AM" */
export const whenLong = (instant, now = Date.now()) => `${day(instant, now)} at ${time(instant)}`;

/** "Tomorrow at 8:00 AM": a time to come. */
export function whenToCome(instant, now = Date.now()) {
  const named = day(instant, now);
  const tomorrow = named !== 'Today' && day(now, instant) === 'Yesterday';
  return `${tomorrow ? 'Tomorrow' : named} at ${time(instant)}`;
}

/** The same within a sentence. */
export const whenToComeWithin = (instant, now) =>
  whenToCome(instant, now).replace(/^(Today|Tomorrow)/, (word) => word.toLowerCase());

/** "47 seconds", for people who listen. */
export function spoken(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  return [minutes && count(minutes, 'minute'), (rest || !minutes) && count(rest, 'second')]
    .filter(Boolean)
    .join(' ');
}

/** Dollars, with as many digits as it takes not to say nothing. */
export const money = (dollars) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: dollars > 0 && dollars < 0.1 ? 4 : 2 }).format(dollars);
