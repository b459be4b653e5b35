import { clock, count } from '../lib/format.js';

/** @typedef {{label: string, symbol: string, tone: string}} Look */

/** How each end of a call is shown. @returns {Look} */
export function look(call) {
  if (call.live && held(call) === 'parked') return { label: `Parked · ${call.inHands.slot}`, symbol: 'hash', tone: 'orange' };
  if (call.live) return liveLook(call.where);
  switch (call.outcome) {
    case 'answered':
      return { label: 'Answered', symbol: isOutbound(call) ? 'phone-forwarded' : 'phone-incoming', tone: 'green' };
    case 'handled':
      return { label: 'Receptionist', symbol: 'sparkles', tone: 'green' };
    case 'voicemail':
      return { label: 'Voicemail', symbol: 'voicemail', tone: 'blue' };
    case 'missed':
      return { label: 'Missed', symbol: 'phone-missed', tone: 'red' };
    case 'abandoned':
      return { label: 'Hung up early', symbol: 'door-open', tone: 'grey' };
    case 'rejected':
      return { label: 'Turned away', symbol: 'phone-off', tone: 'grey' };
    case 'unreached':
      return { label: 'No answer', symbol: 'phone-missed', tone: 'orange' };
    case 'not_taken':
      return { label: 'Not placed', symbol: 'phone-off', tone: 'grey' };
    case 'not_confirmed':
      return { label: 'Not confirmed', symbol: 'triangle-alert', tone: 'orange' };
    case 'failed':
      return { label: 'Failed', symbol: 'triangle-alert', tone: 'red' };
    default:
      return { label: 'Ended', symbol: 'phone', tone: 'grey' };
  }
}

function liveLook(where) {
  switch (where) {
    case 'talking':
      return { label: 'Talking', symbol: 'phone-call', tone: 'green' };
    case 'held':
      return { label: 'On hold', symbol: 'pause', tone: 'orange' };
    case 'waiting':
      return { label: 'Waiting in line', symbol: 'alarm-clock', tone: 'orange' };
    case 'ringing':
      return { label: 'Ringing', symbol: 'phone-call', tone: 'orange' };
    case 'voicemail':
      return { label: 'Leaving a voicemail', symbol: 'voicemail', tone: 'blue' };
    case 'receptionist':
      return { label: 'With the receptionist', symbol: 'sparkles', tone: 'blue' };
    case 'menu':
      return { label: 'In the menu', symbol: 'list-tree', tone: 'grey' };
    default:
      return { label: 'On the line', symbol: 'phone-call', tone: 'green' };
  }
}

/**
 * How a live call stands with whoever has the caller: talking, held, asking a colleague who has not come yet, aside with one, all three,
 * parked, or nothing of it.
 */
export function held({ where, inHands }) {
  if (where !== 'talking' && where !== 'held') return '';
  switch (inHands?.stage) {
    case 'aside':
      return inHands.colleagueThere ? 'aside' : 'asking';
    case 'all':
      return 'all';
    case 'parked':
      return where === 'held' ? 'parked' : where;
    default:
      return where;
  }
}

/** Who else is in it, in words; empty when nobody is. */
export function company(call) {
  const name = call.inHands?.colleague?.name;
  switch (held(call)) {
    case 'asking':
      return `Calling ${name}`;
    case 'aside':
      return `${name} is on the line, without ${otherSide(call).toLowerCase()}`;
    case 'all':
      return `${name} talks with both`;
    default:
      return '';
  }
}

/** Seconds a call has lasted, counting on while it is live. */
export function seconds(call, now) {
  if (call.live) return (now - Date.parse(call.startedAt)) / 1000;
  return call.durationSeconds ?? 0;
}

export const length = (call, now) => clock(seconds(call, now));

/** Whether somebody here began it. */
export const isOutbound = (call) => call.direction === 'outbound';

/** Who is talked with, in words that begin a sentence. */
export const otherSide = (call) => (isOutbound(call) ? 'The other side' : 'The caller');

/** Who was reached, or what was called; or who called. */
export const reached = (call) =>
  isOutbound(call) ? `${call.extension?.name ?? 'Somebody'} ${call.live ? '·' : 'called'} from ${call.fromDisplay}` : call.extension ? `${call.extension.name} · ext ${call.extension.ext}` : `Called ${call.toDisplay || call.to}`;

/** The other side's number, as people write it. */
export const callerDisplay = (call) => (isOutbound(call) ? call.toDisplay : call.fromDisplay || call.from || 'Unknown caller');

/** The other side's name where they have one, else their number. */
export const callerName = (call) => call.name || callerDisplay(call);

export const otherNumber = (call) => (isOutbound(call) ? call.to : call.from);

/** Who is on the other side, as others know people. @returns {import('../components/person/model.js').Person} */
export const person = (call) => ({ number: otherNumber(call), display: callerDisplay(call), name: callerName(call), contactId: call.contactId });

/** Each step with its distance from the start of the call. */
export const timeline = (call) =>
  (call.steps ?? []).map((step) => ({
    ...step,
    offset: clock((Date.parse(step.at) - Date.parse(call.startedAt)) / 1000),
    tone: toneOf(step.kind),
  }));

function toneOf(kind) {
  switch (kind) {
    case 'connected':
      return 'green';
    case 'ringing':
    case 'screening':
    case 'held':
      return 'orange';
    case 'menu':
    case 'receptionist':
    case 'arrived':
    case 'voicemail':
      return 'blue';
    case 'call_back':
      return 'orange';
    default:
      return 'grey';
  }
}

/** The log and its parts, and beside them the callers who wait to be called back. */
export const TABS = [
  { label: 'All', outcome: '' },
  { label: 'Answered', outcome: 'answered' },
  { label: 'Voicemail', outcome: 'voicemail' },
  { label: 'Missed', path: '/calls/missed' },
];

/** "2 on the line" or how many there are. */
export function note(live, feed) {
  if (live > 0) return `${live} on the line`;
  if (!feed.ready) return '';
  return feed.next ? '' : count(feed.items.length, 'call');
}
