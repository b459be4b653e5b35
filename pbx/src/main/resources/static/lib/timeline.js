import { get } from './api.js';
import { Topic } from './topics.js';

const NEWEST = 100;
const OLDER = 200;

/** Where an entry stands in time. The server writes instants alike, so that their text sorts as they do. */
const placeOf = (entry) => `${entry.at.replace(/Z$/, '')} ${entry.id}`;

/** The entries of one conversation as far as they were read, oldest first, read from the newest on. */
export class Timeline extends Topic {
  entries = [];
  /** Changes whenever `entries` does. */
  revision = 0;
  next = null;
  ready = false;
  problem = null;
  #path;
  #places = new Map();
  #loading = null;
  #reading = null;
  /** What was told while answers were on their way; they may be older than it. */
  #told = new Map();

  /** @param {string} path of the entries, newest first */
  constructor(path) {
    super();
    this.#path = path;
  }

  /** Reads the newest again; what is known stays, unless so much came meanwhile that there would be a hole. */
  load() {
    this.#loading ??= this.#read(`?limit=${NEWEST}`, (page) => this.#takeNewest(page)).finally(() => {
      this.#loading = null;
      this.#calm();
    });
    return this.#loading;
  }

  /** Reads what comes before all that is known. */
  older() {
    const cursor = this.next;
    if (!cursor) return undefined;
    this.#reading ??= this.#read(`?limit=${OLDER}&cursor=${encodeURIComponent(cursor)}`, (page) => {
      if (this.next === cursor) this.#takeOlder(page);
    }).finally(() => {
      this.#reading = null;
      this.#calm();
    });
    return this.#reading;
  }

  /** News: an entry that came, or came to be different. What is older than all that was read waits to be read. */
  put(entry) {
    this.#remember(entry.id, entry);
    if (!this.#belongs(entry)) return;
    this.#place(entry);
    this.#announce();
  }

  /** What the answer to a request holds: news of it may have been quicker. */
  add(entry) {
    if (!this.#places.has(entry.id)) this.put(entry);
  }

  get(id) {
    const index = this.#indexOf(id);
    return index < 0 ? undefined : this.entries[index];
  }

  /** News of a text. */
  tell(message) {
    this.#remember(message.id, { ...this.#told.get(message.id), message });
    const index = this.#indexOf(message.id);
    if (index < 0) return;
    this.entries[index] = { ...this.entries[index], message };
    this.#announce();
  }

  #remember(id, known) {
    if (this.#loading || this.#reading) this.#told.set(id, known);
  }

  #calm() {
    if (!this.#loading && !this.#reading) this.#told.clear();
  }

  #belongs(entry) {
    const reached = this.entries.length > 0 && placeOf(entry) >= placeOf(this.entries[0]);
    return reached || (this.ready && !this.next);
  }

  #indexOf(id) {
    const place = this.#places.get(id);
    return place === undefined ? -1 : this.#search(place);
  }

  /** The index of the first entry that does not stand before a place. */
  #search(place) {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (placeOf(this.entries[middle]) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #place(entry) {
    const place = placeOf(entry);
    const known = this.#places.get(entry.id);
    if (known !== undefined && known !== place) this.entries.splice(this.#search(known), 1);
    this.entries.splice(this.#search(place), known === place ? 1 : 0, entry);
    this.#places.set(entry.id, place);
  }

  #takeNewest({ items, next }) {
    const newestKnown = this.entries.at(-1);
    const hole = next && newestKnown && placeOf(items.at(-1)) > placeOf(newestKnown);
    if (hole || !newestKnown) this.#forget(next);
    items.forEach((entry) => this.#place(this.#newer(entry)));
    this.ready = true;
    for (const entry of this.#told.values()) if (entry.at && this.#belongs(entry)) this.#place(entry);
  }

  #takeOlder({ items, next }) {
    const fresh = items.filter((entry) => !this.#places.has(entry.id)).map((entry) => this.#newer(entry));
    for (const entry of fresh) this.#places.set(entry.id, placeOf(entry));
    this.entries = [...fresh.reverse(), ...this.entries];
    this.next = next;
  }

  #newer(entry) {
    return { ...entry, ...this.#told.get(entry.id) };
  }

  #forget(next) {
    this.entries = [];
    this.#places.clear();
    this.next = next;
  }

  async #read(query, take) {
    try {
      take(await get(this.#path + query));
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.#announce();
  }

  #announce() {
    this.revision += 1;
    this.changed();
  }
}
