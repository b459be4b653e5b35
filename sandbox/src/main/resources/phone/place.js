/** Pixels from the end within which a list is taken to be read at its end. */
const NEAR = 100;

/**
 * Draws without taking the person's place away: lists read at their end stay there, and when the focused thing is gone
 * the heading of what replaced it takes the focus.
 *
 * @param {HTMLElement} root
 * @param {() => void} draw
 */
export function keepPlace(root, draw) {
  const focused = document.activeElement;
  const atEnd = new Set([...root.querySelectorAll('[data-stick]')].filter(isAtEnd));
  const known = new Set(root.querySelectorAll('[data-stick]'));
  draw();
  for (const list of root.querySelectorAll('[data-stick]')) {
    if (atEnd.has(list) || !known.has(list)) list.scrollTop = list.scrollHeight;
  }
  if (focused && focused !== document.body && !focused.isConnected) {
    /** @type {HTMLElement | null} */ (root.querySelector('h2[tabindex="-1"]'))?.focus();
  }
}

const isAtEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
