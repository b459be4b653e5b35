/**
 * What a person types, and what a phone can dial.
 *
 * @typedef {{ number: string }} Dialable
 * @typedef {{ refusal: string }} Refusal
 */

const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Reads a number as people write it. Ten digits, or eleven beginning with 1, are North American; any other
 * country needs its plus sign.
 *
 * @param {string} text
 * @returns {Dialable | Refusal}
 */
export function readNumber(text) {
  const trimmed = text.trim();
  if (trimmed === '') return { refusal: 'Type a number first.' };
  if (/[^\d\s().+\-]/.test(trimmed)) return { refusal: 'A phone number has only digits, for example (415) 555-0100.' };
  const digits = trimmed.replace(/\D/g, '');
  const number = withCountry(trimmed, digits);
  return E164.test(number) ? { number } : { refusal: shortOrLong(digits) };
}

function withCountry(text, digits) {
  if (text.startsWith('+')) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : '';
}

function shortOrLong(digits) {
  return digits.length < 10
    ? 'That number is too short. Use ten digits, or + and the country code.'
    : 'That number is too long. Use ten digits, or + and the country code.';
}

/** (415) 555-0190 for North America, +44 2079460123 for anywhere else. @param {string} number E.164 */
export function showNumber(number) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}

/**
 * Groups digits while they are typed, without ever losing one.
 *
 * @param {string} text
 */
export function showTyping(text) {
  const typed = text.replace(/[^\d+*#]/g, '');
  if (E164.test(typed)) return showNumber(typed);
  if (!/^\d+$/.test(typed)) return typed;
  const country = typed.length === 11 && typed.startsWith('1') ? '1 ' : '';
  const rest = country ? typed.slice(1) : typed;
  if (rest.length > 10 || rest.length < 4) return typed;
  return rest.length < 8
    ? `${country}${rest.slice(0, 3)}-${rest.slice(3)}`
    : `${country}(${rest.slice(0, 3)}) ${rest.slice(3, 6)}-${rest.slice(6)}`;
}
