import { get } from '../lib/api.js';
import { address } from '../lib/router.js';
import { Topic } from '../lib/topics.js';

const PAGE = 100;

/** Rows of a list know each other by words. */
const named = (delivery) => ({ ...delivery, id: String(delivery.id) });

/** What became of each person of a campaign, page by page in the server's order. */
export class Deliveries extends Topic {
  items = [];
  next = null;
  problem = null;
  ready = false;
  /** Whether there was news since that would move rows under a reader who has gone far down. */
  stale = false;
  #path;
  #busy = null;
  #known = new Set();

  /** @param {string} campaign @param {string} state of the deliveries; empty for all */
  constructor(campaign, state) {
    super();
    this.#path = (after) => address(`/api/campaigns/${encodeURIComponent(campaign)}/deliveries`, { state, limit: PAGE, after });
  }

  /** From the beginning. */
  load() {
    this.#busy ??= this.#fetch(null).finally(() => (this.#busy = null));
    return this.#busy;
  }

  more() {
    if (!this.next) return this.#busy;
    this.#busy ??= this.#fetch(this.next).finally(() => (this.#busy = null));
    return this.#busy;
  }

  /** There is news: the first page is asked for again, but nothing is taken from a reader who has gone beyond it. */
  renew() {
    if (this.items.length <= PAGE) return this.load();
    if (!this.stale) {
      this.stale = true;
      this.changed();
    }
    return undefined;
  }

  /** One of them changed. */
  put(delivery) {
    const changed = named(delivery);
    this.items = this.items.map((item) => (item.id === changed.id ? changed : item));
    this.changed();
  }

  async #fetch(after) {
    try {
      const page = await get(this.#path(after));
      if (!after) this.#known.clear();
      const items = page.items.map(named).filter(({ id }) => !this.#known.has(id));
      items.forEach(({ id }) => this.#known.add(id));
      this.items = after ? this.items.concat(items) : items;
      this.next = page.next;
      this.problem = null;
      this.ready = true;
      if (!after) this.stale = false;
    } catch (problem) {
      this.problem = problem;
    }
    this.changed();
  }
}
