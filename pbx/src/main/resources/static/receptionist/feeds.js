import { feed, kind } from '../lib/data.js';
import { Document } from '../lib/store.js';
import { isWanted } from './model.js';

export const talks = kind();

/** Whom a caller can be connected to: ids and names. */
export const directory = new Document('/api/receptionist/directory');

/** A name for an id; the id itself for whoever is gone. */
export const nameOf = (id) => directory.value?.items.find((each) => each.id === id)?.name ?? id;

/** @param {{outcome?: string, mark?: string}} filter */
export function talkFeed({ outcome = '', mark = '' } = {}) {
  const query = `${outcome ? `&outcome=${encodeURIComponent(outcome)}` : ''}${mark ? `&mark=${encodeURIComponent(mark)}` : ''}`;
  return feed(`talks${query}`, {
    entities: talks,
    path: `/api/receptionist/conversations?limit=100${query}`,
    accepts: (talk) => isWanted(talk, { outcome, mark }),
    compare: (a, b) => Date.parse(b.call.startedAt) - Date.parse(a.call.startedAt) || (a.id < b.id ? 1 : -1),
  });
}
