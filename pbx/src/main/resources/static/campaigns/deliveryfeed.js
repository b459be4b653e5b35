import { get } from '../lib/api.js';
import { address } from '../lib/router.js';
import { Topic } from '../lib/topic.js';

const PAGE = 100;

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
    this.items = this.items.map((item) => (item.id === delivery.id ? delivery : item));
    this.changed();
  }

  async #fetch(after) {
    try {
      const page = await get(this.#path(after));
      const known = new Set(after ? this.items.map(({ id }) => id) : []);
      this.items = after ? [...this.items, ...page.items.filter(({ id }) => !known.has(id))] : page.items;
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
