import { callAfter, isLive, newCall } from './call.js';

/**
 * The phone: its line to the carrier, the call it is in, the calls it had.
 *
 * @typedef {import('./call.js').Call} Call
 * @typedef {{ with: string, withName: string | null, direction: 'in' | 'out', at: number, seconds: number | null, reason: string }} Recent
 * @typedef {object} Phone
 * @property {string} number E.164 of the person who holds this phone
 * @property {'connecting' | 'open' | 'lost' | 'replaced'} line
 * @property {number} speed
 * @property {Call | null} call
 * @property {Recent[]} recents newest first
 * @property {string | null} problem a sentence to show, or null
 */

const KEPT = 30;

/** @param {string} number @param {Recent[]} recents @returns {Phone} */
export const newPhone = (number, recents = []) => ({
  number,
  line: 'connecting',
  speed: 1,
  call: null,
  recents,
  problem: null,
});

/**
 * @param {Phone} phone
 * @param {any} event a message of the line, or something the person did
 * @param {number} at epoch milliseconds
 * @returns {Phone}
 */
export function phoneAfter(phone, event, at) {
  const next = step(phone, event, at);
  return isLive(phone.call) && next.call?.state === 'ended' ? remember(next) : next;
}

function step(phone, event, at) {
  switch (event.type) {
    case 'ready':
      return afterReady(phone, event, at);
    case 'lost':
      return { ...phone, line: phone.line === 'replaced' ? 'replaced' : 'lost' };
    case 'replaced':
      return { ...phone, line: 'replaced', call: null };
    case 'dialled':
      return { ...phone, problem: null, call: newCall({ with: event.to, withName: event.name ?? null }, at) };
    case 'incoming':
      return isLive(phone.call) ? phone : { ...phone, problem: null, call: ringing(event, at) };
    case 'problem':
      return afterProblem(phone, event);
    case 'problemRead':
      return { ...phone, problem: null };
    case 'dismissed':
      return { ...phone, problem: null, call: isLive(phone.call) ? phone.call : null };
    default:
      return afterCallEvent(phone, event, at);
  }
}

function afterReady(phone, event, at) {
  const open = { ...phone, line: /** @type {const} */ ('open'), speed: event.speed ?? 1 };
  if (event.call) return { ...open, call: restored(phone.call, event.call, at) };
  if (!isLive(phone.call)) return open;
  const lost = { type: 'ended', reason: 'failed', detail: 'The line to the carrier was lost for too long.' };
  return { ...open, call: callAfter(phone.call, lost, at) };
}

function restored(mine, theirs, at) {
  if (mine?.sid === theirs.call && mine.state === 'recording' && theirs.state === 'connected') return mine;
  const known = mine?.sid === theirs.call ? mine : newCall({ sid: theirs.call, direction: theirs.direction }, at);
  return { ...callAfter(known, { ...theirs, type: 'state' }, at), ringback: theirs.ringback === true };
}

function ringing(event, at) {
  return newCall(
    { sid: event.call, direction: 'in', state: 'incoming', with: event.from, withName: event.fromDisplay ?? null },
    at,
  );
}

/** A number that cannot be dialled never becomes a call: back to the keypad with the reason. */
function afterProblem(phone, event) {
  const refused = phone.call?.state === 'dialing' && phone.call.sid === null;
  return { ...phone, problem: event.message, call: refused ? null : phone.call };
}

function afterCallEvent(phone, event, at) {
  const { call } = phone;
  if (call === null || !concerns(call, event)) return phone;
  return { ...phone, call: callAfter(call, event, at, phone.speed) };
}

/** A message may name a call that is over; only a call still without a name takes the first one it hears. */
function concerns(call, event) {
  if (event.call === undefined || event.call === null) return isLive(call);
  if (call.sid === null) return call.state === 'dialing';
  return call.sid === event.call;
}

function remember(phone) {
  const { call } = phone;
  const recent = {
    with: call.with,
    withName: call.withName,
    direction: call.direction,
    at: call.startedAt,
    seconds: call.connectedAt === null ? null : Math.round((call.endedAt - call.connectedAt) / 1000),
    reason: call.reason,
  };
  return { ...phone, recents: [recent, ...phone.recents].slice(0, KEPT) };
}
