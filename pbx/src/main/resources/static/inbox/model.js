import { count, when } from '../lib/format.js';

export const BOXES = [
  { box: 'open', label: 'Open' },
  { box: 'mine', label: 'Mine' },
  { box: 'needs_person', label: 'Needs You' },
  { box: 'done', label: 'Done' },
];

export const MORE_BOXES = [
  { box: 'unread', label: 'Unread', symbol: 'mail' },
  { box: 'snoozed', label: 'Snoozed', symbol: 'alarm-clock' },
  { box: 'all', label: 'Everything', symbol: 'message-circle' },
];

/** The box an address names; the first when it names none that exists. */
export const boxOf = (query) => [...BOXES, ...MORE_BOXES].find(({ box }) => box === query.box)?.box ?? 'open';

export const boxLabel = (box) => [...BOXES, ...MORE_BOXES].find((each) => each.box === box)?.label ?? '';

const firstName = (name) => name.split(/\s+/)[0];

/** What a conversation's row and head say about who has it. @returns {{label: string, symbol: string, tone: string}[]} */
export function chips(conversation, me) {
  const { needsPerson, urgent, optedOut, status, snoozedUntil } = conversation;
  return [
    ...(needsPerson === null ? [] : [{ label: urgent ? 'Urgent' : 'Needs a person', symbol: 'hand', tone: 'red' }]),
    ...(optedOut ? [{ label: 'Opted out', symbol: 'ban', tone: 'orange' }] : []),
    ...(needsPerson === null && !optedOut ? [ownerChip(conversation, me)] : []),
    ...(status === 'snoozed' ? [{ label: `Until ${when(snoozedUntil)}`, symbol: 'alarm-clock', tone: 'grey' }] : []),
    ...(status === 'done' ? [{ label: 'Done', symbol: 'check', tone: 'grey' }] : []),
  ];
}

function ownerChip({ answeredBy, owner }, me) {
  if (answeredBy === 'assistant') return { label: 'AI', symbol: 'sparkles', tone: 'purple' };
  if (!owner) return { label: 'For anybody', symbol: 'user-round', tone: 'grey' };
  return { label: owner.id === me ? 'You' : firstName(owner.name), symbol: 'user-round', tone: 'blue' };
}

/** The line over the composer: how it stands and the one next step. @returns {{tone: string, symbol: string, strong: string, text: string, act?: string, actLabel?: string}} */
export function banner(conversation, me) {
  const { answeredBy, owner, needsPerson } = conversation;
  if (answeredBy === 'assistant') return needsPerson === null ? answering : holding(needsPerson);
  if (!owner) {
    const strong = needsPerson ?? 'Nobody has this thread yet.';
    return { tone: 'orange', symbol: 'hand', strong: sentence(strong), text: 'Sending makes it yours.', act: 'takeover', actLabel: 'Take Over' };
  }
  return owner.id === me ? mine : { ...theirs, strong: `${owner.name} is handling this thread.` };
}

const answering = {
  tone: 'purple',
  symbol: 'sparkles',
  strong: 'The assistant is answering.',
  text: 'Sending takes over.',
  act: 'takeover',
  actLabel: 'Take Over',
};

const holding = (reason) => ({
  tone: 'orange',
  symbol: 'hand',
  strong: 'The assistant is holding this thread for you.',
  text: sentence(reason),
  act: 'takeover',
  actLabel: 'Take Over',
});

const mine = {
  tone: 'blue',
  symbol: 'user-round',
  strong: 'You’re handling this thread.',
  text: 'The assistant stays quiet until you hand it back.',
  act: 'give-back',
  actLabel: 'Hand Back',
};

const theirs = { tone: 'grey', symbol: 'user-round', text: 'Sending takes over.', act: 'takeover', actLabel: 'Take Over' };

const sentence = (text) => (/[.!?…”"]$/.test(text) || !text ? text : `${text}.`);

/** What stands in the list under the name. */
export function snippet({ lastKind, lastAuthor, lastText }) {
  const text = lastText || (lastKind === 'text_in' || lastKind === 'text_out' ? 'Picture' : '');
  if (lastKind === 'note') return `Note: ${text}`;
  if (lastKind !== 'text_out') return text;
  return lastAuthor === 'assistant' ? `AI: ${text}` : lastAuthor === 'person' ? `Us: ${text}` : text;
}

/** One line under the title: "5 open · 3 unread". */
export const note = ({ open, unread }) => (open > 0 || unread > 0 ? `${open} open · ${unread} unread` : 'Nothing open');

/**
 * While the reader is in the middle of the list, its order stands still; what came to the top since waits.
 *
 * @param {string[] | null} order ids as they stood, or null when the list may move
 * @returns {{items: any[], waiting: number}}
 */
export function held(order, items) {
  if (!order) return { items, waiting: 0 };
  const byId = new Map(items.map((item) => [item.id, item]));
  const standing = order.filter((id) => byId.has(id)).map((id) => byId.get(id));
  const known = new Set(order);
  const oldest = standing.at(-1);
  const lower = items.filter((item) => !known.has(item.id) && oldest && Date.parse(item.lastAt) <= Date.parse(oldest.lastAt));
  return { items: [...standing, ...lower], waiting: items.length - standing.length - lower.length };
}

/** Who else is here, in a few words; empty when nobody is. @param {{name: string, typing: boolean}[]} others */
export function company(others) {
  const typing = others.filter((each) => each.typing);
  if (typing.length > 0) return `${names(typing)} ${typing.length > 1 ? 'are' : 'is'} typing…`;
  return others.length > 0 ? `${names(others)} ${others.length > 1 ? 'are' : 'is'} looking at this` : '';
}

const names = (people) => people.map((each) => each.name).join(' and ');

/** What opting out left on record. */
export function optOutRecord({ how, since }, whenSaid) {
  return `${how} · ${whenSaid(since)}`;
}

/** After "Done" or "Snooze" the next conversation comes up. */
export function nextAfter(items, id) {
  const at = items.findIndex((item) => item.id === id);
  return at < 0 ? undefined : (items[at + 1] ?? items[at - 1]);
}

/** What a screen reader is told of something that came. */
export function announcement(entry, name) {
  if (entry.kind === 'text_in') return `${name}: ${entry.body || 'a picture'}`;
  if (entry.kind === 'call' || entry.kind === 'voicemail') return `${name}: ${entry.body}`;
  return '';
}

/** "2 new" above a list that stands still. */
export const waitingText = (waiting) => count(waiting, 'new', 'new');
