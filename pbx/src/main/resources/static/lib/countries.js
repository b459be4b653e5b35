/** Countries as somebody writes them down. @param {string} text */
export const codesOf = (text) => [...new Set(text.toUpperCase().split(/[\s,;]+/).filter(Boolean))];

const isCode = (code) => /^[A-Z]{2}$/.test(code);

/** Whether there is a country, and nothing else. @param {string[]} codes */
export const areCountries = (codes) => codes.length > 0 && codes.every(isCode);

/** "Canada, United States" for "US, CA", and what is no country as it stands. @param {string} text */
export function countryNames(text) {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  return codesOf(text)
    .map((code) => (isCode(code) ? names.of(code) : code))
    .sort()
    .join(', ');
}
