import { get } from './api.js';

const JUST_NOW_MS = 2000;

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
    const known = this.#byId.get(item.id);
    if (known && (known.revision > asked || (known.item.version ?? 0) > (item.version ?? 0))) return;
    this.#revision += 1;
    this.#byId.set(item.id, { item, revision: this.#revision });
    this.changed();
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

/** A list as the server pages it, kept up to date by what the entities hear meanwhile. */
export class Feed extends Topic {
  status = 'idle';
  problem = null;
  next = null;
  loadedAt = 0;
  #entities;
  #path;
  #cursor;
  #accepts;
  #compare;
  #took;
  #stop;
  #tail = null;
  #sorted = null;
  #busy = null;
  #asked = 0;

  /**
   * @param {{entities: Entities, path: string, accepts: (item: any) => boolean, compare: (a: any, b: any) => number,
   *   cursor?: string, took?: (items: any[], first: boolean) => void}} how `cursor` names the parameter that asks for
   *   what follows; `took` sees each answer before it counts
   */
  constructor({ entities, path, accepts, compare, cursor = 'cursor', took = () => {} }) {
    super();
    this.#entities = entities;
    this.#path = path;
    this.#cursor = cursor;
    this.#accepts = accepts;
    this.#compare = compare;
    this.#took = took;
    this.#stop = entities.subscribe(() => this.#forget());
  }

  /** Nobody asks for it any more. */
  close() {
    this.#stop();
  }

  /** What is known of this list, as deep as it was loaded. */
  get items() {
    this.#sorted ??= this.#entities
      .all()
      .filter((item) => this.#accepts(item) && this.#reached(item))
      .sort(this.#compare);
    return this.#sorted;
  }

  get ready() {
    return this.loadedAt > 0;
  }

  /** Whether its last answer was asked for before an instant, so that news in between may be missing. */
  askedBefore(instant) {
    return this.#asked > 0 && this.#asked < instant;
  }

  /** Loads unless that was just done. */
  refresh() {
    return Date.now() - this.#asked < JUST_NOW_MS ? this.#busy : this.load();
  }

  /** Loads the first page again; what is on screen stays until it is there. */
  load() {
    this.#busy ??= this.#fetch(null).finally(() => (this.#busy = null));
    return this.#busy;
  }

  more() {
    if (!this.next) return this.#busy;
    this.#busy ??= this.#fetch(this.next).finally(() => (this.#busy = null));
    return this.#busy;
  }

  #reached(item) {
    return !this.next || !this.#tail || this.#compare(item, this.#tail) <= 0;
  }

  async #fetch(cursor) {
    const asked = this.#entities.revision;
    this.#asked = Date.now();
    this.status = 'loading';
    this.changed();
    try {
      const page = await get(cursor ? `${this.#path}&${this.#cursor}=${encodeURIComponent(cursor)}` : this.#path);
      this.#took(page.items, !cursor);
      // An answer must not undo what the stream said meanwhile.
      page.items.forEach((item) => this.#entities.put(item, asked));
      if (!cursor && !page.next) {
        this.#entities.retain(this.#accepts, new Set(page.items.map((item) => item.id)), asked);
      }
      this.next = page.next;
      this.#tail = page.items.at(-1) ?? this.#tail;
      this.loadedAt = Date.now();
      this.problem = null;
      this.status = 'ready';
    } catch (problem) {
      this.problem = problem;
      this.status = 'error';
    }
    this.#forget();
  }

  #forget() {
    this.#sorted = null;
    this.changed();
  }
}

/** One document of the server, fetched again when asked, with the old one kept meanwhile. */
export class Document extends Topic {
  value = null;
  problem = null;
  status = 'idle';
  #path;
  #busy = null;
  #asked = 0;

  constructor(path) {
    super();
    this.#path = path;
  }

  load() {
    this.#busy ??= this.#fetch().finally(() => (this.#busy = null));
    return this.#busy;
  }

  askedBefore(instant) {
    return this.#asked > 0 && this.#asked < instant;
  }

  refresh() {
    return Date.now() - this.#asked < JUST_NOW_MS ? this.#busy : this.load();
  }

  set(value) {
    this.value = value;
    this.changed();
  }

  async #fetch() {
    this.#asked = Date.now();
    this.status = 'loading';
    try {
      this.value = await get(this.#path);
      this.problem = null;
      this.status = 'ready';
    } catch (problem) {
      this.problem = problem;
      this.status = 'error';
    }
    this.changed();
  }
}
