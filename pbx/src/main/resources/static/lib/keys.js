const SEQUENCE_MS = 1200;
const SINGLE_KEYS = 'cloudpbx.single-keys';

const scopes = [];
let prefix = '';
let prefixAt = 0;

/** Single letters as shortcuts may be turned off (WCAG 2.1.4). */
export const singleKeysOn = () => localStorage.getItem(SINGLE_KEYS) !== 'off';
export const setSingleKeys = (on) => localStorage.setItem(SINGLE_KEYS, on ? 'on' : 'off');

/**
 * Adds shortcuts; later ones win. Names look like "j", "g o", "mod+k", "shift+ArrowLeft".
 *
 * @param {Record<string, (event: KeyboardEvent) => void | false>} bindings a handler that returns false passes the key on
 * @returns {() => void} removes them
 */
export function bind(bindings) {
  scopes.push(bindings);
  return () => scopes.splice(scopes.indexOf(bindings), 1);
}

export function listen() {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const name = nameOf(event);
    const sequence = prefix && event.timeStamp - prefixAt < SEQUENCE_MS ? `${prefix} ${name}` : '';
    prefix = '';
    if (!allowed(event, name)) return;
    if ((sequence && press(sequence, event)) || press(name, event)) return;
    if (name === 'g') [prefix, prefixAt] = ['g', event.timeStamp];
  });
}

function press(name, event) {
  for (const bindings of [...scopes].reverse()) {
    if (bindings[name] && bindings[name](event) !== false) {
      event.preventDefault();
      return true;
    }
  }
  return false;
}

function allowed(event, name) {
  if (name.startsWith('mod+') || name.startsWith('ctrl+')) return true;
  if (document.querySelector('dialog[open]')) return false;
  if (typing(event.target)) return false;
  return name.length > 1 || singleKeysOn();
}

export function typing(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
      || (target instanceof HTMLInputElement && !/^(checkbox|radio|range|button)$/.test(target.type)));
}

const apple = /Mac|iPhone|iPad/.test(navigator.platform ?? '');

/** @param {KeyboardEvent} event */
function nameOf(event) {
  const mod = apple ? event.metaKey : event.ctrlKey;
  const parts = [
    mod && 'mod',
    apple && event.ctrlKey && 'ctrl',
    event.shiftKey && (event.key.length > 1 || mod) && 'shift',
    event.altKey && 'alt',
    event.key.length === 1 ? event.key.toLowerCase() : event.key,
  ];
  return parts.filter(Boolean).join('+');
}

/** "⌘K" on a Mac, "Ctrl K" elsewhere. */
export const modKey = (letter) => (apple ? `⌘${letter}` : `Ctrl ${letter}`);
