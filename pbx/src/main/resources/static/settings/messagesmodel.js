import { areCountries, codesOf } from '../lib/countries.js';

/** The settings as a form holds them. */
export const formOf = ({ countries, centsPerDay }) => ({
  countries: countries.join(', '),
  dollarsPerDay: (centsPerDay / 100).toFixed(2),
});

/** What is wrong before the server is asked. @returns {Record<string, string>} */
export function problems({ countries, dollarsPerDay }) {
  const codes = codesOf(countries);
  return {
    ...(areCountries(codes) ? {} : { countries: 'Enter two-letter codes, such as US, CA.' }),
    ...(/^\d{1,5}([.,]\d{1,2})?$/.test(dollarsPerDay.trim()) && Number(dollarsPerDay.replace(',', '.')) <= 10_000
      ? {}
      : { centsPerDay: 'Enter an amount up to 10,000 dollars.' }),
  };
}

/** What to send: the switches as they are, the form's values over them. */
export const request = (settings, { countries, dollarsPerDay }) => ({
  ...settings,
  countries: codesOf(countries),
  centsPerDay: Math.round(Number(dollarsPerDay.replace(',', '.')) * 100),
});
