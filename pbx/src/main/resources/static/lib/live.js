import { Value } from './topics.js';

const SILENCE_MS = 35_000;
const CHANNEL = 'cloudpbx-live';
const AGAIN_MS = 3_000;

/** When the stream was lost, or null while it flows. @type {Value<{since: number} | null>} */
export const lost = new Value(null);

/** Instant of the last sign of life, for "Last updated". */
export const lastHeard = new Value(Date.now());

/**
 * How calls are led while the database is away, and null while it is there.
 *
 * @type {Value<{asOf: string | null} | null>}
 */
export const outage = new Value(null);

let looking = false;

/**
 * Follows the business's event stream. All tabs of a browser share one connection, because HTTP/1.1 allows
 * six per host and streams eat them: the tab that holds the lock reads and tells the others.
 *
 * @param {(type: string, data: any) => void} onEvent
 */
export function follow(onEvent) {
  const channel = new BroadcastChannel(CHANNEL);
  const state = { after: '', leading: false };

  const receive = (message) => {
    if (message.kind === 'event') {
      state.after = message.id || state.after;
      onEvent(message.type, message.data);
    }
    if (message.kind === 'state') lost.set(message.lost);
    if (message.kind === 'state' || message.kind === 'event') lastHeard.set(message.at);
    if (message.kind === 'hello' && state.leading) tell({ kind: 'state', lost: lost.current, at: lastHeard.current });
  };
  const tell = (message) => {
    receive(message);
    channel.postMessage(message);
  };

  channel.onmessage = ({ data }) => receive(data);
  channel.postMessage({ kind: 'hello' });
  lead(() => {
    state.leading = true;
    return read(state, tell);
  });
}

/** Web Locks exist on secure origins only; over plain http on a network each tab reads for itself. */
function lead(body) {
  if (navigator.locks) navigator.locks.request(CHANNEL, body);
  else body();
}

async function read(state, tell) {
  for (let attempt = 0; ; attempt++) {
    const heard = await readOnce(state, tell).catch(() => false);
    if (heard) attempt = 0;
    if (!lost.current) tell({ kind: 'state', lost: { since: Date.now() }, at: lastHeard.current });
    await pause(backOff(attempt) * 1000);
  }
}

async function readOnce(state, tell) {
  const stop = new AbortController();
  let watchdog = setTimeout(() => stop.abort(), SILENCE_MS);
  let heard = false;
  const take = eventReader(({ id, type, data }) =>
    tell({ kind: 'event', id, type, data: JSON.parse(data), at: Date.now() }),
  );
  try {
    const body = await connect(state.after, stop.signal);
    // Without a place to resume from, what was fetched before this moment may lack news.
    if (!state.after) tell({ kind: 'event', id: '', type: 'reset', data: { before: Date.now() }, at: Date.now() });
    for await (const text of pieces(body)) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => stop.abort(), SILENCE_MS);
      heard = true;
      tell({ kind: 'state', lost: null, at: Date.now() });
      take(text);
    }
  } finally {
    clearTimeout(watchdog);
  }
  return heard;
}

async function connect(after, signal) {
  const headers = { Accept: 'text/event-stream' };
  if (after) headers['Last-Event-ID'] = after;
  const query = after ? `?after=${encodeURIComponent(after)}` : '';
  const response = await fetch(`/api/events${query}`, { headers, signal, cache: 'no-store' });
  if (!response.ok || !response.body) throw new Error(`stream answered ${response.status}`);
  return response.body;
}

async function* pieces(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Waits, but not while the browser comes back online: then it tries at once. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    addEventListener('online', resolve, { once: true });
  });
}

/**
 * Reads an event stream (text/event-stream) piece by piece.
 *
 * @param {(event: {id: string, type: string, data: string}) => void} onEvent
 * @returns {(text: string) => void} takes the next piece of the stream
 */
export function eventReader(onEvent) {
  let rest = '';
  let id = '';
  let type = '';
  let data = [];

  const dispatch = () => {
    if (data.length > 0) onEvent({ id, type: type || 'message', data: data.join('\n') });
    type = '';
    data = [];
  };

  const line = (text) => {
    if (text === '') return dispatch();
    const colon = text.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'id' && !value.includes('\0')) id = value;
    if (field === 'event') type = value;
    if (field === 'data') data.push(value);
    return undefined;
  };

  return (text) => {
    rest += text;
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    lines.forEach(line);
  };
}

/** Seconds before attempt `attempt` (0 is the first retry): 1, 2, 4 … 30, half of it random. */
export function backOff(attempt, random = Math.random) {
  const whole = Math.min(30, 2 ** attempt);
  return whole / 2 + (random() * whole) / 2;
}

/** Asks the server how it is, until it is well again. @param {(ms: number) => Promise<void>} [rest] */
export async function lookForOutage(rest = (ms) => new Promise((done) => setTimeout(done, ms))) {
  if (looking) return;
  looking = true;
  while (await look()) await rest(AGAIN_MS);
  looking = false;
}

/** Without who is signed in, which stands in the database too. Where nobody answers, what was known stays. */
async function look() {
  const health = await fetch('/health', { credentials: 'omit' })
    .then((response) => response.json())
    .catch(() => undefined);
  if (health) outage.set(health.checks?.database?.passed === false ? { asOf: health.withoutDatabase?.asOf ?? null } : null);
  return outage.current !== null;
}
