/**
 * What the page shows, in one place. Changes made in one go are drawn once.
 *
 * @template {object} T
 */
export class Store {
  /** @param {T} initial @param {(state: T) => void} draw */
  constructor(initial, draw) {
    this.state = initial;
    this.draw = draw;
    this.due = false;
  }

  /** @param {Partial<T>} change */
  set(change) {
    this.state = { ...this.state, ...change };
    if (this.due) return;
    this.due = true;
    // Not requestAnimationFrame: a hidden tab must still change its title when it rings.
    queueMicrotask(() => {
      this.due = false;
      this.draw(this.state);
    });
  }
}

/**
 * Remembers between visits, and does without where the browser keeps nothing.
 *
 * @template T
 * @param {string} key
 * @param {T} otherwise
 * @returns {T}
 */
export function recall(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** @param {string} key @param {unknown} value */
export function remember(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and full disks refuse; the page works without memory.
  }
}
