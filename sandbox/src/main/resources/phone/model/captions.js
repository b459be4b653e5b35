/** Milliseconds a caption stands for each of its characters when no voice speaks it. */
const PER_CHARACTER = 60;
const SHORTEST = 900;

/**
 * Cuts a prompt into sentences: some browsers stop speaking in the middle of a long utterance.
 * A full stop inside "St. James" or "5 p.m. today" ends nothing unless a capital or digit begins the next word.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function sentences(text) {
  const pieces = text.trim().split(/(?<=[.!?…]["'”’)]?)\s+(?=["'“‘(¿¡]?[\p{Lu}\p{N}])/u);
  return pieces.reduce(joinAbbreviation, []).filter((piece) => piece !== '');
}

/** @param {string[]} joined @param {string} piece */
function joinAbbreviation(joined, piece) {
  const before = joined.at(-1);
  if (before !== undefined && /(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|Inc|Ext)\.$/u.test(before)) {
    return [...joined.slice(0, -1), `${before} ${piece}`];
  }
  return [...joined, piece];
}

/**
 * How long a caption stands when no voice speaks it.
 *
 * @param {string} text
 * @param {number} speed how many times faster than life the carrier's clock runs
 * @returns {number} milliseconds
 */
export function readingTime(text, speed) {
  return Math.max(SHORTEST, text.length * PER_CHARACTER) / speed;
}

/** 75 → "1:15". @param {number} seconds */
export function showDuration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
