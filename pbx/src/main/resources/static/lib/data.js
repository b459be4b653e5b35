import { PAGE } from './api.js';
import { useZone } from './format.js';
import { Document, Feed, renewBelow, rootOf } from './store.js';
import { Entities, Value } from './topics.js';

const kinds = [];

/** Things of one kind, which are forgotten with all others. */
export function kind() {
  const entities = new Entities();
  kinds.push(entities);
  return entities;
}

/** What this browser knows of the business, and how news from the stream changes it. */
export const voicemails = kind();
export const calls = kind();
export const extensions = kind();
export const numbers = kind();
export const session = new Document('/api/session');
export const settings = new Document('/api/settings');
export const overview = new Document('/api/dashboard');
/** What a restored system waits for; asked for only where the session says that this is one. */
export const recovery = new Document('/api/recovery');
export const counts = new Value({ unheard: 0, liveCalls: 0, missed: 0 });
export const inbox = new Value({ open: 0, unread: 0, needsPerson: 0 });

const newestFirst = (at) => (a, b) => Date.parse(b[at]) - Date.parse(a[at]) || (a.id < b.id ? 1 : -1);
const feeds = new Map();
const hearers = new Map();

/**
 * Lets what a room knows follow the stream, from when the room is first opened.
 *
 * @param {Record<string, (data: any) => void>} handlers
 * @returns {() => void} stops listening
 */
export function hear(handlers) {
  const all = Object.entries(handlers);
  for (const [type, handler] of all) hearers.set(type, [...(hearers.get(type) ?? []), handler]);
  return () => all.forEach(([type, handler]) => hearers.set(type, hearers.get(type).filter((each) => each !== handler)));
}

/** A list that is kept while the browser is here. @param {string} key */
export function feed(key, how) {
  if (!feeds.has(key)) feeds.set(key, new Feed(how));
  return feeds.get(key);
}

/** Lets go of a list that is not likely to be asked for again. @param {string} key */
export function dropFeed(key) {
  feeds.get(key)?.close();
  feeds.delete(key);
}

/** @param {{unheard?: boolean, deleted?: boolean, ext?: string}} filter */
export function voicemailFeed({ unheard = false, deleted = false, ext = '' } = {}) {
  const query = `${ext ? `&ext=${encodeURIComponent(ext)}` : ''}${unheard ? '&unheard=true' : ''}${deleted ? '&deleted=true' : ''}`;
  return feed(`voicemails${query}`, {
    entities: voicemails,
    path: `/api/voicemails?limit=100${query}`,
    accepts: (item) => Boolean(item.deletedAt) === deleted && (!ext || item.ext === ext) && (!unheard || !item.listened),
    compare: newestFirst('receivedAt'),
  });
}

export const liveCalls = () =>
  feed('live', {
    entities: calls,
    path: '/api/calls/live?limit=100',
    accepts: (item) => item.live,
    compare: newestFirst('startedAt'),
  });

export const extensionFeed = () =>
  feed('extensions', {
    entities: extensions,
    path: '/api/extensions?limit=200',
    accepts: (item) => item.active,
    compare: (a, b) => Number(a.ext) - Number(b.ext),
  });

/** The extension of whoever is signed in, by their email address; who may only read says nothing about it. */
export function ownExtension() {
  const { email, role } = session.value.user;
  return role === 'read-only' ? undefined : extensionFeed().items.find((each) => each.email.toLowerCase() === email.toLowerCase());
}

/** An extension's wish that came to nothing is its own matter, and what was given back is gone. */
export const numberFeed = () =>
  feed('numbers', {
    entities: numbers,
    path: '/api/numbers?limit=200',
    accepts: ({ number, use, provisioning: { state } }) => state !== 'released' && (state !== 'failed' || number !== null || use === 'company'),
    compare: (a, b) => (a.id < b.id ? -1 : 1),
  });

session.subscribe(() => session.value && useZone(session.value.business.timeZone));

overview.subscribe(() => {
  if (!overview.value) return;
  const { voicemail, calls: today, missedCalls } = overview.value;
  counts.set({ unheard: voicemail.unheard, liveCalls: today.live, missed: missedCalls.open });
  if (overview.value.inbox) inbox.set(overview.value.inbox);
});

let refresh = null;

/** Figures follow the events they count, at most once in half a second. */
export function refreshOverview() {
  if (!overview.value) return;
  refresh ??= setTimeout(() => {
    refresh = null;
    overview.load();
  }, 500);
}

/** A number in use changes with its extension: its own news comes only when nobody uses it. */
function refreshNumbers({ numberId, ext, name, active, provisioning }) {
  if (!numberId || !numberFeed().ready) return;
  const known = numbers.get(numberId);
  const same =
    known?.provisioning.state === provisioning.state &&
    known.extension?.ext === (active ? ext : undefined) &&
    known.extension?.name === (active ? name : undefined);
  if (!same) numberFeed().load();
}

const changed = new Set();
let renewal = null;

/** What somebody else changed, in another browser or by API, is asked for again where it is on screen. */
function renew({ path, by }) {
  if (by === PAGE) return;
  changed.add(rootOf(path));
  renewal ??= setTimeout(() => {
    renewal = null;
    renewBelow([...changed]);
    changed.clear();
  }, 150);
}

/** Fetches again what was asked for before an instant, because news of it may have been missed. */
export function refetch(before) {
  for (const known of [...feeds.values(), session, overview, settings]) if (known.askedBefore(before)) known.load();
}

const tell = (type, data) => hearers.get(type)?.forEach((handler) => handler(data));

/** Applies one event of the stream. */
export function apply(type, data) {
  switch (type) {
    case 'call.state':
      calls.put(data);
      return refreshOverview();
    case 'voicemail.added':
    case 'voicemail.changed':
      voicemails.put(data);
      return refreshOverview();
    case 'extension.changed':
      extensions.put(data);
      return refreshNumbers(data);
    case 'number.changed':
      return numbers.put(data);
    case 'counts':
      return counts.set(data);
    case 'settings.changed':
      session.load();
      return settings.status === 'idle' ? undefined : settings.load();
    case 'changed':
      renew(data);
      return tell(type, data);
    case 'webhook.paused':
    case 'calling.ceiling':
    case 'emergency.called':
    case 'missed.changed':
      refreshOverview();
      return tell(type, data);
    case 'inbox.counts':
      inbox.set(data);
      return refreshOverview();
    case 'reset':
      refetch(data.before ?? Infinity);
      return tell(type, data);
    default:
      return tell(type, data);
  }
}

/** Forgets everything, for the next person who signs in on this browser. */
export function forget() {
  for (const entities of kinds) entities.clear();
  feeds.clear();
}
