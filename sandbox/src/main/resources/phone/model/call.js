/**
 * One call as this phone sees it. Pure: a call and what happened in, the next call out.
 *
 * @typedef {'dialing' | 'incoming' | 'ringing' | 'connected' | 'recording' | 'ended'} CallState
 * @typedef {{ id: string, who: 'them' | 'me' | 'note', kind: string, text: string, speaking?: boolean, cut?: boolean, until?: number }} Caption
 * @typedef {object} Call
 * @property {string | null} sid null until the carrier has named it
 * @property {'in' | 'out'} direction
 * @property {CallState} state
 * @property {string} with E.164 of the other side
 * @property {string | null} withName
 * @property {number} startedAt epoch milliseconds, like every time here
 * @property {number | null} connectedAt
 * @property {number | null} endedAt
 * @property {string | null} reason why it ended
 * @property {string | null} detail
 * @property {Caption[]} captions
 * @property {{ startedAt: number, limitSeconds: number } | null} recording
 * @property {boolean} ringback somebody else is being rung, though this call is answered
 */

/** @param {Partial<Call>} known @param {number} at @returns {Call} */
export function newCall(known, at) {
  return {
    sid: null,
    direction: 'out',
    state: 'dialing',
    with: '',
    withName: null,
    startedAt: at,
    connectedAt: null,
    endedAt: null,
    reason: null,
    detail: null,
    captions: [],
    recording: null,
    ringback: false,
    ...known,
  };
}

/** @param {Call | null} call */
export const isLive = (call) => call !== null && call.state !== 'ended';

/** @param {Call | null} call */
export const isTalking = (call) => call !== null && (call.state === 'connected' || call.state === 'recording');

/**
 * What a call sounds like of itself: the phone that rings, or the ringing at the other side.
 *
 * @param {Call | null} call
 * @returns {'ring' | 'ringback' | null}
 */
export function cadence(call) {
  if (call?.state === 'incoming') return 'ring';
  if (isTalking(call)) return call.ringback ? 'ringback' : null;
  return call?.state === 'ringing' && call.direction === 'out' ? 'ringback' : null;
}

/**
 * @param {Call} call
 * @param {any} message a message of the line that names this call, or something the person did
 * @param {number} at
 * @param {number} speed
 * @returns {Call}
 */
export function callAfter(call, message, at, speed = 1) {
  switch (message.type) {
    case 'state':
      return afterState(call, message, at);
    case 'ringback':
      return { ...call, ringback: message.on };
    case 'prompt':
      return add(message.kind === 'beep' ? call : talkingAgain(call), promptCaption(message, at, speed));
    case 'promptDone':
      return amend(call, message.id, { speaking: false });
    case 'promptCut':
      return amend(call, message.id, { speaking: false, cut: true });
    case 'heard':
      return add(call, { who: 'them', kind: 'heard', text: message.text });
    case 'said':
      return add(call, { who: 'me', kind: 'said', text: message.text });
    case 'keypad':
      return add(call, { who: 'note', kind: 'keypad', text: `They pressed ${spaced(message.digits)}` });
    case 'pressed':
      return afterPressed(call, message.digits);
    case 'recording':
      return afterRecording(call, message, at);
    case 'ended':
      return ended(call, message, at);
    default:
      return call;
  }
}

function afterState(call, message, at) {
  if (message.state === 'ended') return ended({ ...call, ...named(call, message) }, message, at);
  const incoming = call.direction === 'in' && ['dialing', 'ringing'].includes(message.state);
  const talking = message.state === 'connected' || message.state === 'recording';
  return {
    ...call,
    ...named(call, message),
    state: incoming ? 'incoming' : message.state,
    connectedAt: talking ? (call.connectedAt ?? at) : call.connectedAt,
    recording: message.state === 'recording' ? call.recording : null,
  };
}

const named = (call, message) => ({
  sid: message.call ?? call.sid,
  with: message.with ?? call.with,
  withName: message.withName ?? call.withName,
});

function ended(call, message, at) {
  if (call.state === 'ended') return call;
  return {
    ...call,
    state: 'ended',
    endedAt: at,
    reason: message.reason || 'completed',
    detail: message.detail || null,
    recording: null,
    ringback: false,
    captions: call.captions.map((caption) => ({ ...caption, speaking: false, until: undefined })),
  };
}

/** Nothing is said into a recording, so whoever hears something is not being recorded any more. */
const talkingAgain = (call) => (call.state === 'recording' ? { ...call, state: 'connected', recording: null } : call);

function afterRecording(call, message, at) {
  if (message.state === 'started') {
    return { ...call, state: 'recording', recording: { startedAt: at, limitSeconds: message.limitSeconds } };
  }
  const state = call.state === 'recording' ? 'connected' : call.state;
  return add({ ...call, state, recording: null }, { who: 'note', kind: 'recording', text: 'Recording finished' });
}

function afterPressed(call, digits) {
  const last = call.captions.at(-1);
  if (last?.kind !== 'pressed') {
    return add(call, { who: 'note', kind: 'pressed', text: `You pressed ${digits}` });
  }
  return { ...call, captions: [...call.captions.slice(0, -1), { ...last, text: `${last.text} ${digits}` }] };
}

function promptCaption(message, at, speed) {
  const shared = { id: message.id, kind: message.kind, speaking: true };
  switch (message.kind) {
    case 'say':
      return { ...shared, who: 'them', text: message.text };
    case 'pause':
      return { ...shared, who: 'note', text: 'A pause', until: at + message.durationMs / speed };
    case 'play':
      return { ...shared, who: 'note', text: 'Playing a recording', until: at + message.durationMs / speed };
    default:
      return { ...shared, who: 'note', text: 'Beep' };
  }
}

function add(call, caption) {
  const id = caption.id ?? `own-${call.captions.length}`;
  return { ...call, captions: [...call.captions, { ...caption, id }] };
}

function amend(call, id, change) {
  return { ...call, captions: call.captions.map((caption) => (caption.id === id ? { ...caption, ...change } : caption)) };
}

const spaced = (digits) => [...String(digits)].join(' ');
