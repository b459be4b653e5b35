import { areCountries, codesOf } from '../lib/countries.js';
import { number } from '../lib/format.js';

const MOST_CALLS = 10_000;
const MOST_DOLLARS = 10_000;
const MOST_COUNTRIES = 30;

const plain = (text) => text.trim().replace(',', '.');

/** The settings as a form holds them: texts. */
export const formOf = ({ countries, callsPerDay, centsPerDay }) => ({
  countries: countries.join(', '),
  callsPerDay: String(callsPerDay),
  dollarsPerDay: (centsPerDay / 100).toFixed(2),
});

/** What is wrong before the server is asked, by the names that it has for the fields. @returns {Record<string, string>} */
export function problems({ countries, callsPerDay, dollarsPerDay }) {
  const codes = codesOf(countries);
  const wrong = {};
  if (!areCountries(codes)) wrong.countries = 'Enter two-letter codes, such as US, CA.';
  else if (codes.length > MOST_COUNTRIES) wrong.countries = `Enter ${MOST_COUNTRIES} countries at most.`;
  if (!/^\d{1,5}$/.test(callsPerDay.trim()) || Number(callsPerDay) > MOST_CALLS) wrong.callsPerDay = `Enter a whole number up to ${number(MOST_CALLS)}.`;
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(plain(dollarsPerDay)) || Number(plain(dollarsPerDay)) > MOST_DOLLARS) {
    wrong.centsPerDay = `Enter an amount up to ${number(MOST_DOLLARS)} dollars.`;
  }
  return wrong;
}

/** What to send. */
export const request = (version, { countries, callsPerDay, dollarsPerDay }) => ({
  countries: codesOf(countries),
  callsPerDay: Number(callsPerDay),
  centsPerDay: Math.round(Number(plain(dollarsPerDay)) * 100),
  version,
});
