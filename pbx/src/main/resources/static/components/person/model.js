/**
 * Somebody outside, as a call or a message knows them.
 *
 * @typedef {{number: string | null, display: string, name?: string, contactId?: string | null}} Person
 */

/** Where somebody's contact is, or is made. @param {Person} person */
export const contactAddress = ({ contactId, number }) =>
  contactId ? `/contacts/${encodeURIComponent(contactId)}` : `/contacts/new?${new URLSearchParams({ number: number ?? '' })}`;

/** Where a text to somebody is written. @param {Person} person */
export const textAddress = ({ number }) => `/inbox/new?${new URLSearchParams({ to: number ?? '' })}`;

/** @param {{items: {number: string}[]} | null} list */
export const isBlocked = (list, number) => list?.items.some((item) => item.number === number) ?? false;
