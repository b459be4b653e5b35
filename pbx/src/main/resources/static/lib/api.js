import { problemOf, unreachable } from './problem.js';

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
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 || response.status === 202 ? null : response.json();
}

function isSignIn(path) {
  return path.startsWith('/api/session') || path.startsWith('/api/setup');
}

async function send(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = await token();
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

async function token() {
  // Signing in replaces the cookie, and the new one only comes with the next answer.
  if (!cookieToken()) await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null);
  return cookieToken();
}

async function tokenChanged() {
  const before = cookieToken();
  await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null);
  return cookieToken() !== before;
}
