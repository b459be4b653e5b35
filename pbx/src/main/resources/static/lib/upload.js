import { csrfToken, problemFrom, unreachable } from './api.js';

/**
 * Sends a file as it is, and says how far it has come. Only XMLHttpRequest can tell that.
 *
 * @param {string} path
 * @param {Blob} file
 * @param {{onProgress?: (share: number) => void, signal?: AbortSignal, type?: string}} how
 */
export async function upload(path, file, { onProgress = () => {}, signal, type = file.type } = {}) {
  const token = await csrfToken();
  const request = new XMLHttpRequest();
  signal?.addEventListener('abort', () => request.abort());
  request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
  request.open('POST', path);
  request.responseType = 'json';
  request.setRequestHeader('Accept', 'application/json');
  request.setRequestHeader('X-XSRF-TOKEN', token);
  request.setRequestHeader('Content-Type', type || 'application/octet-stream');
  await new Promise((resolve, reject) => {
    request.onload = resolve;
    request.onabort = resolve;
    request.onerror = () => reject(unreachable());
    request.send(file);
  });
  if (request.status >= 200 && request.status < 300) return request.response;
  throw problemFrom(request.status, request.response, request.getResponseHeader('Retry-After'));
}
