import { proveFirst } from './proof.js';
import { notices } from './notices.js';

/** Has the browser fetch a file with people's data, which asks for a proof of the last minutes. @param {string} path */
export async function download(path) {
  try {
    await proveFirst();
    location.assign(path);
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

/** The same for a link to such a file. @param {Event & {currentTarget: HTMLAnchorElement}} event */
export function downloadLink(event) {
  event.preventDefault();
  download(event.currentTarget.getAttribute('href'));
}
