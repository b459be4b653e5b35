/** The settings as a form holds them. */
export const formOf = ({ countries, centsPerDay }) => ({
  countries: countries.join(', '),
  dollarsPerDay: (centsPerDay / 100).toFixed(2),
});

const codesOf = (text) => [...new Set(text.toUpperCase().split(/[\s,;]+/).filter(Boolean))];

/** "Canada, United States" for "US, CA", and what is no country as it stands. */
export function countryNames(text) {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  return codesOf(text)
    .map((code) => (/^[A-Z]{2}$/.test(code) ? names.of(code) : code))
    .sort()
    .join(', ');
}

/** What is wrong before the server is asked. @returns {Record<string, string>} */
export function problems({ countries, dollarsPerDay }) {
  const codes = codesOf(countries);
  return {
    ...(codes.length > 0 && codes.every((code) => /^[A-Z]{2}$/.test(code)) ? {} : { countries: 'Enter two-letter codes, such as US, CA.' }),
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
