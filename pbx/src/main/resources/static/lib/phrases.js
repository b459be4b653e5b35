import { count, day, time } from './format.js';

// What only some rooms say.

/** "Today at 8:12 AM" */
export const whenLong = (instant, now = Date.now()) => `${day(instant, now)} at ${time(instant)}`;

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
