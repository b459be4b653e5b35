import { post } from '../lib/api.js';
import { change as changeShown } from '../lib/changes.js';
import { whenToComeWithin } from '../lib/format.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { conversations } from '../lib/threads.js';

const path = (id, act) => `/api/conversations/${encodeURIComponent(id)}/${act}`;

const change = (conversation, changed, act, body = {}) =>
  changeShown(conversations, conversation, {
    changed,
    ask: () => post(path(conversation.id, act), body),
    refused: (before, problem) => (problem.code === 'conversation_taken' ? taken(before, problem) : before),
  });

/** Somebody else was quicker; who, the stream says in a moment. */
const taken = (before, problem) => ({ ...before, epoch: problem.body.epoch ?? before.epoch });

const me = () => ({ id: session.value.user.id, name: session.value.user.name });

export const takeOver = (conversation) =>
  change(conversation, { answeredBy: 'person', owner: me(), needsPerson: null }, 'takeover', { epoch: conversation.epoch });

export const handBack = (conversation) =>
  change(conversation, { answeredBy: 'assistant', owner: null }, 'give-back').then(
    (done) => done && notices.say('Handed back. The assistant sees what was said meanwhile.', { undo: () => takeOver(conversation) }),
  );

/** @param {{id: string, name: string} | null} colleague null leaves it to anybody */
export async function assign(conversation, colleague) {
  const before = conversation.owner;
  const assigned = await change(conversation, { answeredBy: 'person', owner: colleague }, 'assign', { userId: colleague?.id ?? null });
  if (!assigned) return;
  const whose = !colleague ? 'anybody’s' : colleague.id === me().id ? 'yours' : `${colleague.name}’s`;
  const undo = conversation.answeredBy === 'person' ? () => assign(conversation, before) : () => handBack(conversation);
  notices.say(`This is now ${whose}`, { undo });
}

export async function finish(conversation) {
  const snoozed = conversation.snoozedUntil;
  if (!(await change(conversation, { status: 'done', snoozedUntil: null }, 'done'))) return;
  const undo = () => (snoozed ? snooze(conversation, snoozed) : reopen(conversation));
  notices.say(`${conversation.name}: done`, { undo });
}

export const reopen = (conversation) => change(conversation, { status: 'open' }, 'reopen');

/** @param {string | null} until null wakes it */
export async function snooze(conversation, until) {
  const before = conversation.snoozedUntil;
  if (!(await change(conversation, { status: until ? 'snoozed' : 'open', snoozedUntil: until }, 'snooze', { until }))) return;
  notices.say(until ? `Back ${whenToComeWithin(until)}` : 'Back in the inbox', { undo: () => snooze(conversation, before) });
}

/** The one that was marked as unread on purpose; it stays so until it is opened again. */
let keptUnread = '';

export function markUnread(conversation) {
  keptUnread = conversation.id;
  return change(conversation, { unread: Math.max(1, conversation.unread) }, 'unread').then(
    (done) => done && notices.say('Marked as unread', { undo: () => markRead(conversation) }),
  );
}

export function markRead(conversation) {
  keptUnread = '';
  return change(conversation, { unread: 0 }, 'read');
}

export const isKeptUnread = (id) => keptUnread === id;

/** Another conversation is opened: what was kept unread may be read again. */
export function opened(id) {
  if (keptUnread !== id) keptUnread = '';
}
