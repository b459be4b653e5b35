import { get } from './api.js';
import { feed, hear, kind } from './data.js';
import { Document } from './store.js';

export const contacts = kind();

/** The names of the company's own fields. */
export const contactFields = new Document('/api/contacts/fields');

const newestFirst = (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? 1 : -1);

/** @param {string} q name, company or digits of a number; empty for all */
export function contactFeed(q = '') {
  const found = new Set();
  return feed(`contacts ${q}`, {
    entities: contacts,
    path: `/api/contacts?limit=100${q ? `&q=${encodeURIComponent(q)}` : ''}`,
    // Only the server knows what answers to words, and who is gone.
    accepts: (item) => !item.gone && (!q || found.has(item.id)),
    compare: newestFirst,
    took: (items, first) => {
      if (first) found.clear();
      items.forEach((item) => found.add(item.id));
    },
  });
}

const SOON_MS = 1000;
let soon = null;

/** Somebody whom this list does not know, or knows otherwise, wrote or called: it is asked for again in a moment. */
function heardOf({ contact }) {
  if (!contact || !contactFeed().ready || isKnown(contact)) return;
  soon ??= setTimeout(() => {
    soon = null;
    contactFeed().renew();
  }, SOON_MS);
}

function isKnown({ id, name, company, numbers }) {
  const known = contacts.get(id);
  return known?.name === name && known.company === company && known.numbers.length === numbers.length;
}

const CONTACT = /^\/api\/contacts\/([0-9a-f-]{36})/;

/** One that is further down than the list was loaded. */
async function changed({ path }) {
  const known = contacts.get(CONTACT.exec(path)?.[1]);
  if (!known) return;
  const asked = contacts.revision;
  const now = await get(`/api/contacts/${known.id}`).catch((problem) => (problem.status === 404 ? { ...known, gone: true } : null));
  if (now) contacts.put(now, asked);
}

hear({ 'thread.changed': heardOf, changed });
