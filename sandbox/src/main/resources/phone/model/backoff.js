const FIRST = 500;
const LONGEST = 15_000;

/**
 * How long to wait before the next attempt to reach the carrier. The first ones come fast: a call survives a line that
 * is back within ten seconds.
 *
 * @param {number} failures attempts that failed in a row, 1 for the first
 * @param {number} chance 0 to 1, spreads many phones that lost the same server
 * @returns {number} milliseconds
 */
export function backoff(failures, chance) {
  const longest = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
  return Math.round(longest * (0.75 + chance * 0.25));
}
