const NAME = 'phone ';

/**
 * Tells the other tabs of this browser which number this one holds, so that a new tab starts as somebody else.
 *
 * @param {string} number
 */
export function hold(number) {
  navigator.locks?.request(NAME + number, () => new Promise(() => {}));
}

/** @returns {Promise<Set<string>>} numbers held by other tabs (or by this one) */
export async function heldNumbers() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => (name?.startsWith(NAME) ? [name.slice(NAME.length)] : [])));
}
