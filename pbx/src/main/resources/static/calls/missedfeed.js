import { feed, hear, kind, session } from '../lib/data.js';
import { belongs } from './missedmodel.js';

export const missedCalls = kind();

const newestFirst = (a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt) || (a.id < b.id ? 1 : -1);

/** @param {string} box */
export const missedFeed = (box) =>
  feed(`missed ${box}`, {
    entities: missedCalls,
    path: `/api/missed-calls?limit=100&box=${encodeURIComponent(box)}`,
    accepts: (item) => belongs(item, box, session.value?.user.id),
    compare: newestFirst,
  });

// One that is gone has no version, and must be believed all the same.
hear({ 'missed.changed': (item) => missedCalls.put(item.gone ? { ...missedCalls.get(item.id), ...item } : item) });
