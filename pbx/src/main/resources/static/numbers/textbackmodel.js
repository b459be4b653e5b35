/** In which hours a number texts back. */
export const WHEN = [
  { value: 'off', label: 'Off', words: 'No text after a missed call' },
  { value: 'always', label: 'At any time', words: 'Texts after a missed call' },
  { value: 'open', label: 'When open', words: 'Texts after a missed call while open' },
  { value: 'closed', label: 'When closed', words: 'Texts after a missed call while closed' },
];

export const SUGGESTED = 'Hi {{firstName|there}}, sorry we missed your call. How can we help? {{business}}';

const LONGEST = 320;
const FIELDS = ['firstName', 'name', 'business', 'number'];
const PLACE = /\{\{\s*([A-Za-z]\w*)\s*(?:\|([^{}|]*))?\}\}/g;

export const storyOf = (when) => WHEN.find(({ value }) => value === when)?.words ?? '';

/** What is wrong before the server is asked. @returns {Record<string, string>} */
export function problems({ when, text }) {
  if (when !== 'off' && !text.trim()) return { text: 'Write what callers are texted.' };
  if (text.length > LONGEST) return { text: `Keep it to ${LONGEST} characters.` };
  const places = [...text.matchAll(PLACE)];
  if (/\{\{|\}\}/.test(text.replace(PLACE, ''))) return { text: 'Close each field with two braces: {{firstName|there}}.' };
  if (places.some(([, name]) => !FIELDS.includes(name))) return { text: 'Use firstName, name, business and number only.' };
  const bare = places.find(([, name, otherwise]) => /name$/i.test(name) && otherwise === undefined);
  return bare ? { text: `Say something to callers who are not known: {{${bare[1]}|there}}.` } : {};
}

/** What somebody reads. @param {Record<string, string>} caller */
export const preview = (text, caller) => text.replace(PLACE, (_, name, otherwise = '') => caller[name] || otherwise.trim());
