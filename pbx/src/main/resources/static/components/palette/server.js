import { get } from '../../lib/api.js';
import { SOURCES } from './model.js';

const LEAST_LETTERS = 2;
const EACH = 5;
/** Between two letters of somebody who types. */
const PAUSE_MS = 180;

/** What the server finds of what is typed, older things and what was said or written among them. */
export class ServerSearch {
  #typed = '';
  #found = SOURCES.map(() => []);
  #timer = 0;
  #awaited = 0;
  #changed;
  #describe;

  /** @param {() => void} changed @param {(item: any) => string} describe a message or a call in a few words */
  constructor(changed, describe) {
    [this.#changed, this.#describe] = [changed, describe];
  }

  get entries() {
    return this.#found.flat();
  }

  /** Whether there may be more than is shown. */
  get isLooking() {
    return this.#awaited > 0;
  }

  /** @param {string} typed */
  ask(typed) {
    this.stop();
    this.#typed = typed.trim();
    this.#found = SOURCES.map(() => []);
    if (this.#typed.length < LEAST_LETTERS) return;
    this.#awaited = SOURCES.length;
    this.#timer = setTimeout(() => SOURCES.forEach((_, at) => this.#look(at)), PAUSE_MS);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#typed = '';
    this.#awaited = 0;
  }

  async #look(at) {
    const { path, entry } = SOURCES[at];
    const typed = this.#typed;
    // One that fails leaves what the others found.
    const page = await get(`${path}limit=${EACH}&q=${encodeURIComponent(typed.slice(0, 200))}`).catch(() => ({ items: [] }));
    if (typed !== this.#typed) return;
    this.#awaited -= 1;
    this.#found[at] = page.items.map((item) => entry(item, this.#describe));
    this.#changed();
  }
}
