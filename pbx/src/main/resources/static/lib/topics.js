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

  get isHeard() {
    return this.#listeners.size > 0;
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

/** Everything of one kind that this browser has seen, newest knowledge first. */
export class Entities extends Topic {
  #byId = new Map();
  #revision = 0;

  get revision() {
    return this.#revision;
  }

  get(id) {
    return this.#byId.get(id)?.item;
  }

  all() {
    return [...this.#byId.values()].map((entry) => entry.item);
  }

  /**
   * Remembers an item unless something newer is known: a higher version, or news that came after `asked`
   * (the revision at which the answer that carries the item was asked for).
   */
  put(item, asked = this.#revision) {
    if (this.#remember(item, asked)) this.changed();
  }

  /** The same with many, told once. */
  putAll(items, asked = this.#revision) {
    if (items.filter((item) => this.#remember(item, asked)).length > 0) this.changed();
  }

  /**
   * Remembers what is answered to a request that was sent just now; news that come before the answer are newer.
   *
   * @param {Promise<{id: string}>} asking
   */
  async answer(asking) {
    const asked = this.#revision;
    this.put(await asking, asked);
  }

  #remember(item, asked) {
    const known = this.#byId.get(item.id);
    if (known && (known.revision > asked || (known.item.version ?? 0) > (item.version ?? 0))) return false;
    this.#revision += 1;
    this.#byId.set(item.id, { item, revision: this.#revision });
    return true;
  }

  /** Forgets items that a complete answer no longer holds, unless there was news of them after `asked`. */
  retain(concerns, ids, asked) {
    for (const [id, { item, revision }] of this.#byId) {
      if (concerns(item) && !ids.has(id) && revision <= asked) this.#byId.delete(id);
    }
    this.changed();
  }

  clear() {
    this.#byId.clear();
    this.changed();
  }
}
