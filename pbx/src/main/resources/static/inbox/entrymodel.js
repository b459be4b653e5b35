import { day, time } from '../lib/format.js';

const APART_MS = 60 * 60_000;
const TOGETHER_MS = 3 * 60_000;

/** What stands above an entry, when a new day or a new hour of talk begins with it: "Today 4:02 PM". */
export function separator(entry, before, now = Date.now()) {
  const sameDay = before && day(before.at, now) === day(entry.at, now);
  if (sameDay && Date.parse(entry.at) - Date.parse(before.at) < APART_MS) return '';
  return sameDay ? time(entry.at) : `${day(entry.at, now)} ${time(entry.at)}`;
}

/** Whether an entry ends what one side said in one go, so that its time stands below it. */
export function endsRun(entry, after) {
  if (!after || after.kind !== entry.kind) return true;
  return Date.parse(after.at) - Date.parse(entry.at) > TOGETHER_MS;
}

/** Who speaks. @returns {'them' | 'ai' | 'us'} */
export function side({ kind, author }) {
  if (kind === 'text_in') return 'them';
  return author.kind === 'assistant' ? 'ai' : 'us';
}

const FAILED = new Set(['refused', 'rejected', 'undelivered', 'failed', 'not_confirmed']);
const UNDER_WAY = new Set(['ready', 'sending']);
const ACCEPTED = new Set(['queued', 'sent']);

/** How far a text of ours has come. @returns {{label: string, symbol: string, tone: 'plain' | 'bad' | 'wait'}} */
export function standing({ status, statusText }) {
  if (FAILED.has(status)) return { label: statusText, symbol: 'circle-alert', tone: 'bad' };
  if (status === 'unknown') return { label: statusText, symbol: 'circle-alert', tone: 'wait' };
  if (status === 'scheduled') return { label: statusText, symbol: 'calendar-clock', tone: 'wait' };
  if (status === 'canceled') return { label: statusText, symbol: 'circle-x', tone: 'plain' };
  if (UNDER_WAY.has(status)) return { label: 'Sending…', symbol: 'clock', tone: 'plain' };
  if (ACCEPTED.has(status)) return { label: 'Sent', symbol: 'check', tone: 'plain' };
  return { label: statusText, symbol: 'check-check', tone: 'plain' };
}

/** Where the campaign is that an entry stands for. Its reference is the campaign's id, and within it the delivery's. */
export const campaignLink = ({ reference }) => `/campaigns/${encodeURIComponent(String(reference).split('/')[0])}`;

/** Whether a text can still be held back. */
export const canCancel = ({ status }) => status === 'scheduled';

/** How an event line looks. */
export function eventLook({ body }) {
  if (/asked for a person|needs a person/i.test(body)) return { symbol: 'hand', tone: 'orange' };
  if (/^opted out|opted out\b/i.test(body)) return { symbol: 'ban', tone: 'orange' };
  if (/took (over|this)|gave this to/i.test(body)) return { symbol: 'user-round', tone: 'blue' };
  if (/to the assistant/i.test(body)) return { symbol: 'sparkles', tone: 'purple' };
  return { symbol: '', tone: 'grey' };
}

/** How a call's or voicemail's card looks. */
export function cardLook({ kind, body }) {
  if (kind === 'voicemail') return { symbol: 'voicemail', tone: 'orange', title: 'Voicemail' };
  if (/^missed|hung up|failed/i.test(body)) return { symbol: 'phone-missed', tone: 'red', title: 'Missed call' };
  return { symbol: 'phone-incoming', tone: 'green', title: 'Call' };
}

/** A card's second line, without what its title says already. */
export const cardText = ({ body }) => body.replace(/^(Missed call|Call|Voicemail)(: | · |, )/, '');

/** About how high an entry will be, before it was seen. */
export function estimate({ kind, body, message }) {
  if (kind === 'event') return 46;
  if (kind === 'call' || kind === 'voicemail') return 86;
  const pictures = (message?.media?.length ?? 0) * 190;
  return 50 + 20 * Math.ceil(Math.max(1, body.length) / 46) + pictures;
}

/** An entry for a text of which the server has only just told. */
export const entryOf = (message) => ({
  id: message.id,
  conversationId: message.conversationId,
  at: message.createdAt,
  kind: 'text_out',
  reference: null,
  author: message.author,
  body: message.body,
  message,
});

/** A text on its way to the server, as it will look. */
export const pendingEntry = ({ id, conversationId, body, name, now }) => ({
  id,
  conversationId,
  at: new Date(now).toISOString(),
  kind: 'text_out',
  reference: null,
  author: { kind: 'person', name },
  body,
  message: null,
});

/** Texts on their way that have not been told of yet: the news may be quicker than the answer. */
export function stillPending(pending, entries) {
  if (pending.length === 0) return pending;
  const latest = entries.slice(-20);
  return pending.filter(
    (each) =>
      !latest.some(
        (entry) =>
          entry.kind === 'text_out' &&
          entry.body === each.body &&
          entry.author.name === each.author.name &&
          Date.parse(entry.at) > Date.parse(each.at) - 2000,
      ),
  );
}

/** "1 segment" of a file: "240 KB". */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
