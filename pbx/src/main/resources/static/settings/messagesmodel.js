import { areCountries, codesOf } from '../lib/countries.js';

/** The settings as a form holds them. */
export const formOf = ({ countries, centsPerDay, campaignTextsADay }) => ({
  countries: countries.join(', '),
  campaignTextsADay: String(campaignTextsADay),
  dollarsPerDay: (centsPerDay / 100).toFixed(2),
});

/** What is wrong before the server is asked. @returns {Record<string, string>} */
export function problems({ countries, dollarsPerDay, campaignTextsADay }) {
  const codes = codesOf(countries);
  return {
    ...(areCountries(codes) ? {} : { countries: 'Enter two-letter codes, such as US, CA.' }),
    ...(/^\d{1,5}([.,]\d{1,2})?$/.test(dollarsPerDay.trim()) && Number(dollarsPerDay.replace(',', '.')) <= 10_000
      ? {}
      : { centsPerDay: 'Enter an amount up to 10,000 dollars.' }),
    ...(/^[123]$/.test(campaignTextsADay.trim()) ? {} : { campaignTextsADay: 'Enter 1, 2 or 3.' }),
  };
}

/** What to send: the switches as they are, the form's values over them. */
export const request = (settings, { countries, dollarsPerDay, campaignTextsADay }) => ({
  ...settings,
  countries: codesOf(countries),
  centsPerDay: Math.round(Number(dollarsPerDay.replace(',', '.')) * 100),
  campaignTextsADay: Number(campaignTextsADay),
});
