const PATIENCE_MS = 20_000;

let signInAgain = async () => false;

/** @param {() => Promise<boolean>} ask shows the sign-in sheet; true when somebody signed in */
export function whenSignedOut(ask) {
  signInAgain = ask;
}

export const get = (path) => ask('GET', path);
export const post = (path, body) => ask('POST', path, body);
export const put = (path, body) => ask('PUT', path, body);
export const remove = (path) => ask('DELETE', path);

async function ask(method, path, body) {
  let response = await send(method, path, body);
  if (response.status === 403 && method !== 'GET' && (await tokenChanged())) {
    response = await send(method, path, body);
  }
  if (response.status === 401 && !isSignIn(path) && (await signInAgain())) {
    response = await send(method, path, body);
  }
  if (!response.ok) throw await problemOf(response).then(heeded);
  return response.status === 204 || response.status === 202 ? null : response.json();
}

/** Nothing else is answered until there is a second factor, so that is where the browser goes. */
function heeded(problem) {
  if (problem.code === 'second_factor_required' && problem.status === 403) location.replace('/second-factor');
  return problem;
}

function isSignIn(path) {
  return path.startsWith('/api/session') || path.startsWith('/api/setup');
}

async function send(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = await csrfToken();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
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
