import { count } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';

/** What an endpoint can be told, in words; what has none here is told as the server writes it. */
const EVENTS = {
  'call.started': 'Call started',
  'call.answered': 'Call answered by a person',
  'call.ended': 'Call ended',
  'call.missed': 'Call missed',
  'voicemail.stored': 'Voicemail received',
  'text.received': 'Text received',
  'text.sent': 'Text sent',
  'text.failed': 'Text not delivered',
  'conversation.needs_person': 'Conversation handed to a person',
  'contact.opted_out': 'Opt-out',
  'campaign.ended': 'Campaign ended',
  'webhook.test': 'Test',
};

/** @param {string} event */
export const eventName = (event) => EVENTS[event] ?? event;

/** An address as a person knows it: host and path. */
export const place = (url) => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** How it goes with an endpoint, in one line. */
export function webhookStory({ state, pausedWhy, events, waiting, failed, lastDeliveredAt }, now) {
  if (state === 'paused') return `Paused. ${pausedWhy}${waiting > 0 ? ` ${count(waiting, 'event')} waiting.` : ''}`;
  const parts = [
    count(events.length, 'kind of event', 'kinds of event'),
    lastDeliveredAt ? `last delivered ${whenLong(lastDeliveredAt, now)}` : 'nothing delivered yet',
    waiting > 0 && `${count(waiting, 'event')} waiting`,
    failed > 0 && `${failed} failed`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Whether one should look at it. */
export const isTroubled = ({ state, failed }) => state === 'paused' || failed > 0;

export const STATES = [
  { value: '', label: 'Everything' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
];

const STATE_NAMES = { waiting: 'Waiting', delivered: 'Delivered', failed: 'Failed' };

/** What became of a delivery, in one line. */
export function deliveryStory({ state, tries, nextTryAt, lastTry }, now) {
  const answered = lastTry && (lastTry.status ? `answered ${lastTry.status}` : lastTry.failure);
  const next = state === 'waiting' && tries > 0 && nextTryAt ? `next try ${whenLong(nextTryAt, now)}` : null;
  return [STATE_NAMES[state], answered, tries > 1 && count(tries, 'try', 'tries'), next].filter(Boolean).join(' · ');
}

/** One attempt, in one line. */
export const attemptStory = ({ at, status, failure, tookMillis }, now) =>
  [whenLong(at, now), status ? `answered ${status}` : failure, `${tookMillis} ms`].join(' · ');

/** A body laid out to be read; as it is when it is no JSON. @param {unknown} body */
export const laidOut = (body) => (typeof body === 'string' ? body : JSON.stringify(body, null, 2));

const HOUR_MS = 3_600_000;

export const SINCE = [
  { value: '1', label: 'The last hour' },
  { value: '24', label: 'The last 24 hours' },
  { value: '72', label: 'The last 3 days' },
  { value: '720', label: 'The last 30 days' },
];

/** @param {string} hours */
export const since = (hours, now = Date.now()) => new Date(now - Number(hours) * HOUR_MS).toISOString();

/** What is sent to the server, or what is wrong by field. @param {{url: string, description: string, events: Set<string>}} values */
export function wish({ url, description, events }) {
  const errors = {};
  if (!/^https?:\/\/\S+$/.test(url.trim())) errors.url = 'Enter an address that begins with https://.';
  if (events.size === 0) errors.events = 'Choose at least one event.';
  return Object.keys(errors).length > 0
    ? { errors }
    : { errors, body: { url: url.trim(), description: description.trim(), events: [...events] } };
}
