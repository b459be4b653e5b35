/** Something others can listen to. */
export class Topic {
  #listeners = new Set();

  /**
   * @param {() => void} listener
   * @returns {() => void} stops listening
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed() {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** One value that others can watch. @template T */
export class Value extends Topic {
  #current;

  /** @param {T} initial */
  constructor(initial) {
    super();
    this.#current = initial;
  }

  get current() {
    return this.#current;
  }

  /** @param {T} next */
  set(next) {
    if (Object.is(next, this.#current)) return;
    this.#current = next;
    this.changed();
  }
}
