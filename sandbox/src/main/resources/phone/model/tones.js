const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const KEYS = '123456789*0#';

/** The letters printed on telephone keys (ITU-T E.161). */
const LETTERS = ['', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ', '', '', ''];

/** Every key of the pad in reading order. @type {ReadonlyArray<{ digit: string, letters: string }>} */
export const KEYPAD = [...KEYS].map((digit, i) => ({ digit, letters: LETTERS[i] }));

/** @param {string} text */
export const isDigit = (text) => text.length === 1 && KEYS.includes(text);

/** The two frequencies of a key in hertz (ITU-T Q.23). @param {string} digit @returns {[number, number]} */
export function dtmf(digit) {
  const place = KEYS.indexOf(digit);
  return [ROWS[Math.floor(place / 3)], COLUMNS[place % 3]];
}

/** What a caller hears while the other side rings: two tones, two seconds on, four off (North America). */
export const RINGBACK = { frequencies: [440, 480], on: 2, off: 4 };

/** What this phone plays when it rings. */
export const RING = { frequencies: [784, 988], on: 1.2, off: 1.8 };
