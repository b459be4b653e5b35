import { isLive, isTalking } from './model/call.js';
import { isDigit } from './model/tones.js';

/**
 * The keyboard as keypad: digits go into the call, or into the number to dial, unless a field is being typed in.
 *
 * @param {import('./store.js').Store<any>} store
 * @param {any} act
 */
export function listenToKeys(store, act) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const { phone, tab } = store.state;
    if (!phone || phone.line === 'replaced') return;
    const taken = isTalking(phone.call) ? inCall(event.key, store, act) : phone.call === null && tab === 'keypad' && onKeypad(event, act);
    if (taken) event.preventDefault();
  });
}

const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function inCall(key, store, act) {
  if (isDigit(key)) act.press(key);
  else if (key === 'Escape' && store.state.keysShown) act.toggleKeys();
  else return false;
  return true;
}

function onKeypad({ key, target }, act) {
  if (isDigit(key) || key === '+') act.key(key);
  else if (key === 'Backspace') act.erase();
  else if (key === 'Enter' && !target.closest('button, a, summary')) act.call();
  else return false;
  return true;
}
