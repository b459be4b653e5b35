import { PAGE, csrfToken, Problem, problemFrom, unreachable } from './api.js';

/**
 * Sends a file as it is, and says how far it has come. Only XMLHttpRequest can tell that.
 *
 * @param {string} path
 * @param {Blob} file
 * @param {{onProgress?: (share: number) => void, signal?: AbortSignal, type?: string}} how
 */
export async function upload(path, file, how = {}) {
  const request = await prepared(path, { type: file.type, ...how }, 'json');
  await sent(request, file);
  if (isFine(request)) return request.response;
  throw problemFrom(request.status, request.response, request.getResponseHeader('Retry-After'));
}

/**
 * The same where the answer tells line by line what is done with the file; its last line is what came of it.
 *
 * @param {string} path
 * @param {Blob} file
 * @param {{onLine: (line: any) => void, onProgress?: (share: number) => void, signal?: AbortSignal, type?: string}} how
 */
export async function uploadTelling(path, file, how) {
  const request = await prepared(path, how, 'text');
  let read = 0;
  let last = null;
  const listen = () => {
    const end = request.responseText.lastIndexOf('\n') + 1;
    for (const line of request.responseText.slice(read, end).split('\n').filter(Boolean)) {
      last = JSON.parse(line);
      if (last.step) how.onLine(last);
    }
    read = Math.max(read, end);
  };
  request.onprogress = () => isFine(request) && listen();
  await sent(request, file);
  if (how.signal?.aborted) throw new Problem({ status: 0, code: 'stopped', detail: 'Stopped: nobody of this list was taken in.' });
  if (!isFine(request)) throw problemFrom(request.status, parsed(request.responseText), request.getResponseHeader('Retry-After'));
  listen();
  if (last?.problem) throw problemFrom(last.problem.status, last.problem, null);
  if (!last?.intake) throw unreachable();
  return last.intake;
}

const isFine = ({ status }) => status >= 200 && status < 300;

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function prepared(path, { onProgress = () => {}, signal, type }, responseType) {
  const token = await csrfToken();
  const request = new XMLHttpRequest();
  signal?.addEventListener('abort', () => request.abort());
  request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
  request.open('POST', path);
  request.responseType = responseType;
  request.setRequestHeader('Accept', responseType === 'json' ? 'application/json' : 'application/x-ndjson, application/json');
  request.setRequestHeader('X-XSRF-TOKEN', token);
  request.setRequestHeader('X-Page', PAGE);
  request.setRequestHeader('Content-Type', type || 'application/octet-stream');
  return request;
}

const sent = (request, file) =>
  new Promise((resolve, reject) => {
    request.onload = resolve;
    request.onabort = resolve;
    request.onerror = () => reject(unreachable());
    request.send(file);
  });
