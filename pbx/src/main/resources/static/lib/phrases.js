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

const SOURCES = {
  keyword: 'by keyword',
  phrase: 'in their own words',
  assistant: 'as the assistant understood',
  person: 'entered by a colleague',
  carrier: 'told by the carrier',
  voice: 'on a call',
  import: 'from a file',
};

/** How somebody’s wish came to be known. @param {string} source of the record */
export const sourceWords = (source) => SOURCES[source] ?? source;

/** How a number stands, the strongest first. @returns {{label: string, symbol: string, tone: string}[]} */
export function standings({ optedOut, marketingPaused, marketingConsent, informationalConsent }) {
  if (optedOut) return [{ label: `Opted out ${lowered(day(optedOut.since))}`, symbol: 'ban', tone: 'orange' }];
  return [
    ...(marketingPaused ? [{ label: 'Marketing paused', symbol: 'hand', tone: 'orange' }] : []),
    ...(marketingConsent ? [{ label: 'Marketing agreed', symbol: 'shield-check', tone: 'green' }] : []),
    ...(informationalConsent ? [{ label: 'Information agreed', symbol: 'shield-check', tone: 'green' }] : []),
    ...(marketingConsent || informationalConsent ? [] : [{ label: 'No marketing', symbol: 'circle-dashed', tone: 'grey' }]),
  ];
}

const lowered = (text) => text.replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase());
