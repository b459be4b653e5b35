import { get } from './api.js';
import { Topic } from './topics.js';

const JUST_NOW_MS = 2000;

/** What is on screen of what the server was asked for. @type {Set<Answer>} */
const shown = new Set();

/** What changes with a path: everything of its kind, and of settings the one document. @param {string} path */
export const rootOf = (path) => path.split('/').slice(0, path.startsWith('/api/settings/') ? 4 : 3).join('/');

/** Whether an answer to one path may be another since something below a root changed. */
export const isBelow = (root, path) => path === root || path.startsWith(`${root}/`) || path.startsWith(`${root}?`);

/** Asks again for what is on screen below these. @param {string[]} roots */
export function renewBelow(roots) {
  for (const answer of [...shown]) if (roots.some((root) => isBelow(root, answer.path))) answer.renew();
}

/** What the server answered, for as long as somebody looks at it. */
class Answer extends Topic {
  subscribe(listener) {
    shown.add(this);
    const stop = super.subscribe(listener);
    return () => {
      stop();
      if (!this.isHeard) shown.delete(this);
    };
  }
}

/** An answer that is on its way may have been given before. */
const afterwards = (busy, load) => (busy ?? Promise.resolve()).then(load);

/** A list as the server pages it, kept up to date by what the entities hear meanwhile. */
export class Feed extends Answer {
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

  get path() {
    return this.#path;
  }

  /** It is not any more what it was; whoever has gone far down in it stays there. */
  renew() {
    return this.ready ? afterwards(this.#busy, () => this.load({ deep: true })) : undefined;
  }

  /** Loads what is so by now. */
  again() {
    return afterwards(this.#busy, () => this.load());
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

  /**
   * Loads the first page again; what is on screen stays until it is there.
   *
   * @param {{deep?: boolean}} how `deep` keeps what was loaded below it, of which there is news of its own
   */
  load({ deep = false } = {}) {
    this.#busy ??= this.#fetch(null, deep).finally(() => (this.#busy = null));
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

  /** Whether a first page ends with what is known, so that nothing is missing between it and what lies below. */
  #reaches({ items, next }) {
    const known = this.items;
    return next !== null && known.length > items.length && known.some(({ id }) => id === items.at(-1)?.id);
  }

  async #fetch(cursor, deep = false) {
    const asked = this.#entities.revision;
    this.#asked = Date.now();
    this.status = 'loading';
    this.changed();
    try {
      const page = await get(cursor ? `${this.#path}&${this.#cursor}=${encodeURIComponent(cursor)}` : this.#path);
      const kept = deep && this.#reaches(page);
      this.#took(page.items, !cursor && !kept);
      // An answer must not undo what the stream said meanwhile.
      this.#entities.putAll(page.items, asked);
      if (!cursor && !page.next) {
        this.#entities.retain(this.#accepts, new Set(page.items.map((item) => item.id)), asked);
      }
      if (!kept) {
        this.next = page.next;
        this.#tail = page.items.at(-1) ?? this.#tail;
      }
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
export class Document extends Answer {
  value = null;
  problem = null;
  status = 'idle';
  /** While somebody changes it here, it stays: whoever saves then is told that others did. */
  isEdited = false;
  #path;
  #busy = null;
  #asked = 0;

  constructor(path) {
    super();
    this.#path = path;
  }

  get path() {
    return this.#path;
  }

  /** It is not any more what it was. */
  renew() {
    if (this.status !== 'idle' && !this.isEdited) this.again();
  }

  /** Loads what is so by now. */
  again() {
    return afterwards(this.#busy, () => this.load());
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
