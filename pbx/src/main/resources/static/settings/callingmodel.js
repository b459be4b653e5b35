import { areCountries, codesOf } from '../lib/countries.js';
import { number } from '../lib/format.js';

const MOST_CALLS = 10_000;
const MOST_DOLLARS = 10_000;
const MOST_COUNTRIES = 30;
const MOST_OF_ALL = 100_000;

const plain = (text) => text.trim().replace(',', '.');

/** The settings as a form holds them: texts. */
export const formOf = ({ countries, callsPerDay, centsPerDay, company }) => ({
  countries: countries.join(', '),
  callsPerDay: String(callsPerDay),
  dollarsPerDay: (centsPerDay / 100).toFixed(2),
  companyPerHour: String(company.callsPerHour),
  companyPerDay: String(company.callsPerDay),
  companyDollars: (company.centsPerDay / 100).toFixed(2),
});

const isCount = (text, most) => /^\d{1,6}$/.test(text.trim()) && Number(text) <= most;
const isAmount = (text, most) => /^\d{1,6}(\.\d{1,2})?$/.test(plain(text)) && Number(plain(text)) <= most;
const cents = (text) => Math.round(Number(plain(text)) * 100);

/** What is wrong before the server is asked, by the names that it has for the fields. @returns {Record<string, string>} */
export function problems({ countries, callsPerDay, dollarsPerDay, companyPerHour, companyPerDay, companyDollars }) {
  const codes = codesOf(countries);
  const wrong = {};
  if (!areCountries(codes)) wrong.countries = 'Enter two-letter codes, such as US, CA.';
  else if (codes.length > MOST_COUNTRIES) wrong.countries = `Enter ${MOST_COUNTRIES} countries at most.`;
  const counted = (name, text, most) => {
    if (!isCount(text, most)) wrong[name] = `Enter a whole number up to ${number(most)}.`;
  };
  const paid = (name, text, most) => {
    if (!isAmount(text, most)) wrong[name] = `Enter an amount up to ${number(most)} dollars.`;
  };
  counted('callsPerDay', callsPerDay, MOST_CALLS);
  paid('centsPerDay', dollarsPerDay, MOST_DOLLARS);
  counted('company.callsPerHour', companyPerHour, MOST_OF_ALL);
  counted('company.callsPerDay', companyPerDay, MOST_OF_ALL);
  paid('company.centsPerDay', companyDollars, MOST_OF_ALL);
  return wrong;
}

/** What to send. */
export const request = (version, { countries, callsPerDay, dollarsPerDay, companyPerHour, companyPerDay, companyDollars }) => ({
  countries: codesOf(countries),
  callsPerDay: Number(callsPerDay),
  centsPerDay: cents(dollarsPerDay),
  company: { callsPerHour: Number(companyPerHour), callsPerDay: Number(companyPerDay), centsPerDay: cents(companyDollars) },
  version,
});
