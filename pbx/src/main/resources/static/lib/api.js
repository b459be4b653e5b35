const PATIENCE_MS = 20_000;

/** By which the server knows a request that may have to be sent again, as its answer was lost. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Tells this page's own changes from those of others. */
export const PAGE = newKey();

export const PROOF = '/api/account/proof';

let signInAgain = async () => false;
let proveAgain = async () => false;
let lookIntoIt = () => {};
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

/** @param {() => void} look finds out what is wrong with a server that failed to answer */
export function whenFailing(look) {
  lookIntoIt = look;
}

export const get = (path) => ask('GET', path);
/** @param {string} [key] with which it is done once, however often it is sent */
export const post = (path, body, key) => ask('POST', path, body, key);
export const put = (path, body) => ask('PUT', path, body);
export const remove = (path) => ask('DELETE', path);

async function ask(method, path, body, key) {
  const response = await answer(method, path, body, undefined, key);
  return response.status === 204 || response.status === 202 ? null : response.json();
}

/** The answer, once whatever stood in its way is mended. @param {AbortSignal} [signal] @param {string} [key] */
export async function answer(method, path, body, signal, key) {
  const again = () => send(method, path, body, signal, key);
  const before = proofs;
  let response = await again();
  if (response.status === 401 && !path.startsWith(PROOF) && (await provedSince(before))) response = await again();
  if (response.status === 401 && !isSignIn(path) && (await signInAgain())) response = await again();
  for (let tries = 0; response.status === 403 && tries < 2 && (await remedied(method, response)); tries++) {
    response = await again();
  }
  if (response.status >= 500) lookIntoIt();
  if (!response.ok) throw await problemOf(response).then(heeded);
  return response;
}

/** Lets other requests wait for one that proves who is here. @param {Promise<unknown>} request */
export function proves(request) {
  proving = request.then(() => {
    proofs += 1;
  });
  return proving;
}

/** Asks for a proof by the sheet. @param {string[]} by */
export const askForProof = (by) => proveAgain(by);

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

/** Nothing else is answered until there is a second factor, so that is where the browser goes. */
function heeded(problem) {
  if (problem.code === 'second_factor_required' && problem.status === 403) location.replace('/second-factor');
  return problem;
}

function isSignIn(path) {
  return path.startsWith('/api/session') || path.startsWith('/api/setup');
}

async function send(method, path, body, signal = AbortSignal.timeout(PATIENCE_MS), key = '') {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') Object.assign(headers, { 'X-XSRF-TOKEN': await csrfToken(), 'X-Page': PAGE });
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
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
