/**
 * Where a person is on the page; the address remembers it.
 *
 * @typedef {{ section: string, item: string }} Place
 */

export const SECTIONS = ['overview', 'calls', 'messages', 'webhooks', 'errors', 'faults', 'time'];

/** @param {string} hash such as `#calls/CA12` @returns {Place} */
export function placeOf(hash) {
  const [section, ...item] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
  return SECTIONS.includes(section) ? { section, item: item.join('/') } : { section: 'overview', item: '' };
}

/** @param {string} section @param {string} [item] */
export const addressOf = (section, item) => `#${section}${item ? `/${encodeURIComponent(item)}` : ''}`;
