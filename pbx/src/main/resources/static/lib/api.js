const PATIENCE_MS = 20_000;

const PROOF = '/api/account/proof';

let signInAgain = async () => false;
let proveAgain = async () => false;
/** How often somebody proved here who they are, and the request that does. */
let proofs = 0;
let proving = null;

/** @param {() => Promise<boolean>} ask shows the sign-in sheet; true when somebody signed in */
export function whenSignedOut(ask) {
  signInAgain = ask;
}

/** @param {(by: string[]) => Promise<boolean>} ask shows the sheet that asks for a proof; true when it was given */
export function whenUnproved(ask) {
  proveAgain = ask;
}

export const get = (path) => ask('GET', path);
export const post = (path, body) => ask('POST', path, body);
export const put = (path, body) => ask('PUT', path, body);
export const remove = (path) => ask('DELETE', path);

async function ask(method, path, body) {
  const response = await answer(method, path, body);
  return response.status === 204 || response.status === 202 ? null : response.json();
}

/**
 * Asks for what takes long: the answer tells line by line how far it has come, and in the last line what came of it.
 *
 * @param {string} path
 * @param {string} name what that line calls it
 * @param {{onLine: (line: any) => void, signal: AbortSignal}} how
 */
export async function getTelling(path, name, { onLine, signal }) {
  try {
    const response = await answer('GET', path, undefined, signal);
    for await (const line of lines(response.body)) {
      if (line.problem) throw problemFrom(line.problem.status, line.problem, null);
      if (line[name]) return line[name];
      onLine(line);
    }
  } catch (problem) {
    if (signal.aborted) throw new Problem({ status: 0, code: 'stopped', detail: 'Stopped.' });
    throw problem instanceof Problem ? problem : unreachable();
  }
  throw unreachable();
}

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + part.value).split('\n');
    rest = whole.pop();
    yield* whole.filter(Boolean).map((line) => JSON.parse(line));
  }
}

async function answer(method, path, body, signal) {
  const again = () => send(method, path, body, signal);
  const before = proofs;
  let response = await again();
  if (response.status === 401 && !path.startsWith(PROOF) && (await provedSince(before))) response = await again();
  if (response.status === 401 && !isSignIn(path) && (await signInAgain())) response = await again();
  for (let tries = 0; response.status === 403 && tries < 2 && (await remedied(method, response)); tries++) {
    response = await again();
  }
  if (!response.ok) throw await problemOf(response).then(heeded);
  return response;
}

/** A proof puts another session in place of the one that a request came by which was under way. */
async function provedSince(before) {
  await proving?.catch(() => null);
  return proofs > before;
}

/** Whether it was a refusal that can be mended here: the token for changes is another, or a proof is asked for. */
async function remedied(method, response) {
  const refusal = await response.clone().json().catch(() => null);
  if (refusal?.code === 'step_up_required') return proveAgain(refusal.by);
  return method !== 'GET' && tokenChanged();
}

/** Proves who is here. @param {object} given the password or a code; to another path, what a passkey signed */
export function prove(given, path = PROOF) {
  proving = post(path, given).then(() => {
    proofs += 1;
  });
  return proving;
}

/** Before the browser asks for something by itself, such as a file. */
export async function proveFirst() {
  const { fresh, by } = await get(PROOF);
  if (fresh || (await proveAgain(by))) return;
  throw new Problem({ status: 403, code: 'step_up_required', detail: 'Confirm that it is you, then try again.' });
}

/** Nothing else is answered until there is a second factor, so that is where the browser goes. */
function heeded(problem) {
  if (problem.code === 'second_factor_required' && problem.status === 403) location.replace('/second-factor');
  return problem;
}

function isSignIn(path) {
  return path.startsWith('/api/session') || path.startsWith('/api/setup');
}

async function send(method, path, body, signal = AbortSignal.timeout(PATIENCE_MS)) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = await csrfToken();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    });
  } catch {
    throw unreachable();
  }
}

function cookieToken() {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : '';
}

/** What shows that a change is meant by the page itself. */
export async function csrfToken() {
  // Signing in replaces the cookie, and the new one only comes with the next answer.
  if (!cookieToken()) await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null);
  return cookieToken();
}

async function tokenChanged() {
  const before = cookieToken();
  await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null);
  return cookieToken() !== before;
}

/** What went wrong with a request, in the words of RFC 9457 as the server sends them. */
export class Problem extends Error {
  /** @param {{status: number, code: string, detail: string, errors?: {field: string, message: string}[]}} body */
  constructor(body) {
    super(body.detail);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.body = body;
  }

  /** The sentence that belongs beside a field, if there is one. @param {string} name */
  about(name) {
    return this.errors.find((error) => error.field === name)?.message;
  }

  get retryAfterSeconds() {
    return this.body.retryAfterSeconds;
  }
}

export function unreachable() {
  return new Problem({
    status: 0,
    code: 'unreachable',
    detail: 'The phone system can’t be reached from this browser right now.',
  });
}

/** @param {Response} response */
async function problemOf(response) {
  const body = await response.json().catch(() => null);
  return problemFrom(response.status, body, response.headers.get('Retry-After'));
}

/** What an answer that is no success means. */
export const problemFrom = (status, body, retryAfter) =>
  new Problem({
    ...body,
    status,
    code: body?.code ?? 'unexpected',
    detail: body?.detail ?? body?.title ?? 'The phone system answered with an error it did not explain.',
    retryAfterSeconds: Number(retryAfter) || undefined,
  });
