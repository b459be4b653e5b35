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

/**
 * What a tab showed before it was loaded anew: a call goes on through a reload, and so does its story.
 *
 * @param {string} number
 * @returns {{ call: any, hood: any[] }}
 */
export function takeUp(number) {
  try {
    const { call, hood } = JSON.parse(sessionStorage.getItem(`phone.left.${number}`) ?? '{}');
    return { call: call && call.state !== 'ended' ? call : null, hood: hood ?? [] };
  } catch {
    return { call: null, hood: [] };
  }
}

/** @param {string} number @param {{ call: any, hood: any[] }} shown */
export function leave(number, shown) {
  try {
    sessionStorage.setItem(`phone.left.${number}`, JSON.stringify(shown));
  } catch {
    // As above: the next load begins afresh.
  }
}
