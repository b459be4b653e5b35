import { calls, feed } from '../lib/data.js';
import { accepts, queryOf } from './filtermodel.js';

const newestFirst = (a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt) || (a.id < b.id ? 1 : -1);

/** The log, or what of it is looked for. @param {Record<string, string>} query of the address */
export function callFeed(query) {
  const found = new Set();
  const words = queryOf(query);
  return feed(`calls ${words}`, {
    entities: calls,
    path: `/api/calls?limit=100${words ? `&${words}` : ''}`,
    accepts: accepts(query, found),
    compare: newestFirst,
    took: (items, first) => {
      if (first) found.clear();
      items.forEach(({ id }) => found.add(id));
    },
  });
}
