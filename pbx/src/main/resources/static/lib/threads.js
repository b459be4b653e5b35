import { dropFeed, feed, hear, kind, session } from './data.js';
import { Document } from './store.js';
import { Topic } from './topics.js';
import { Timeline } from './timeline.js';

const KEPT = 12;
const LOOKING_MS = 45_000;
const TYPING_MS = 7_000;
const ASSISTANT_WRITES_MS = 30_000;

/** Whose signs of writing are the assistant's. */
export const ASSISTANT_ID = '00000000-0000-0000-0000-000000000000';

export const conversations = kind();
export const savedReplies = new Document('/api/saved-replies');
export const colleagues = new Document('/api/colleagues');

const BOXES = {
  open: (item) => item.status === 'open',
  mine: (item) => item.status === 'open' && item.owner?.id === session.value?.user.id,
  needs_person: (item) => item.status !== 'done' && item.needsPerson !== null,
  unread: (item) => item.unread > 0,
  snoozed: (item) => item.status === 'snoozed',
  done: (item) => item.status === 'done',
  all: () => true,
};

const newestFirst = (a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt) || (a.id < b.id ? 1 : -1);

const searches = new Set();

/** Each search is a list of its own; those made last are kept, for whatever is kept is loaded anew after a reconnection. */
function keepSearch(key) {
  searches.delete(key);
  searches.add(key);
  if (searches.size <= KEPT) return;
  const [oldest] = searches;
  searches.delete(oldest);
  dropFeed(oldest);
}

/** @param {{box?: string, q?: string}} filter */
export function conversationFeed({ box = 'open', q = '' } = {}) {
  const key = `conversations ${box} ${q}`;
  if (q) keepSearch(key);
  const found = new Set();
  const query = `?limit=100&box=${encodeURIComponent(box)}${q ? `&q=${encodeURIComponent(q)}` : ''}`;
  return feed(key, {
    entities: conversations,
    path: `/api/conversations${query}`,
    // Only the server knows what answers to words; a box can be told from the conversation itself.
    accepts: (item) => (BOXES[box] ?? BOXES.all)(item) && (!q || found.has(item.id)),
    compare: newestFirst,
    took: (items, first) => {
      if (first) found.clear();
      items.forEach((item) => found.add(item.id));
    },
  });
}

const timelines = new Map();

/** The entries of a conversation; those looked at last are kept. */
export function timelineOf(id) {
  const known = timelines.get(id) ?? new Timeline(`/api/conversations/${encodeURIComponent(id)}/entries`);
  timelines.delete(id);
  timelines.set(id, known);
  if (timelines.size > KEPT) timelines.delete(timelines.keys().next().value);
  return known;
}

/** Who else looks at a conversation. They say so again and again; whoever stops has left. */
class Viewers extends Topic {
  #seen = new Map();

  put({ conversationId, userId, name, typing }, now = Date.now()) {
    const writes = userId === ASSISTANT_ID ? ASSISTANT_WRITES_MS : TYPING_MS;
    this.#seen.set(`${conversationId} ${userId}`, {
      conversationId,
      userId,
      name,
      typingUntil: typing ? now + writes : 0,
      until: now + (userId === ASSISTANT_ID ? writes : LOOKING_MS),
    });
    this.changed();
  }

  /** The assistant's words are here, or will not come. */
  quiet(conversationId) {
    if (this.#seen.delete(`${conversationId} ${ASSISTANT_ID}`)) this.changed();
  }

  /** @returns {{userId: string, name: string, typing: boolean}[]} without the reader */
  of(conversationId, now = Date.now()) {
    return [...this.#seen.values()]
      .filter((each) => each.conversationId === conversationId && each.until > now && each.userId !== session.value?.user.id)
      .map(({ userId, name, typingUntil }) => ({ userId, name, typing: typingUntil > now }));
  }
}

export const viewers = new Viewers();

/** Entries that came while this browser was looking, for those who want to tell of them. */
export const arrivals = new (class extends Topic {
  last = null;

  put(entry) {
    this.last = entry;
    this.changed();
  }
})();

hear({
  'message.added': (entry) => {
    timelines.get(entry.conversationId)?.put(entry);
    if (entry.kind === 'text_out') viewers.quiet(entry.conversationId);
    arrivals.put(entry);
  },
  'message.status': (message) => timelines.get(message.conversationId)?.tell(message),
  'thread.changed': (conversation) => {
    if (conversation.answeredBy === 'person') viewers.quiet(conversation.id);
    conversations.put(conversation);
  },
  viewers: (seen) => viewers.put(seen),
  reset: () => timelines.forEach((timeline) => timeline.ready && timeline.load()),
});
