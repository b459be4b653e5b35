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
  #failed = false;
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

  /** Whether some of it could not be asked for, so that nothing found does not mean that there is nothing. */
  get hasFailed() {
    return this.#failed;
  }

  /** @param {string} typed */
  ask(typed) {
    this.stop();
    this.#failed = false;
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
    const page = await get(`${path}limit=${EACH}&q=${encodeURIComponent(typed.slice(0, 200))}`).catch((problem) => ({ items: [], problem }));
    if (typed !== this.#typed) return;
    this.#awaited -= 1;
    // Words that are refused, as too many people answer to them, are no failure.
    if (page.problem && page.problem.status !== 422) this.#failed = true;
    this.#found[at] = page.items.map((item) => entry(item, this.#describe));
    this.#changed();
  }
}
