import { notices } from './notices.js';

/** Puts a text on the clipboard, and says so. */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    notices.say(`${what} copied`);
  } catch {
    notices.say('This browser does not let the page copy. Select it and copy it yourself.', { kind: 'problem' });
  }
}
