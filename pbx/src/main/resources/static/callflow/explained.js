import { get } from '../lib/api.js';
import { address } from '../lib/router.js';
import { Topic } from '../lib/topics.js';

/** What would become of the call that somebody asks about; a late answer to an earlier question counts no more. */
export class Explained extends Topic {
  /** The answer, with the number that was asked about. */
  value = null;
  problem = null;
  #asked = '';

  /** @param {{to: string, from: string, at: string, keys: string, draft: boolean}} question @param {unknown} plan asked again when it is another */
  async ask({ to, from, at, keys, draft }, plan) {
    const path = address('/api/routing/explain', { to, from, at, keys, draft: draft ? 'true' : '' });
    const asked = `${path} ${plan}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    try {
      const answer = await get(path);
      if (asked !== this.#asked) return;
      [this.value, this.problem] = [{ ...answer, to }, null];
    } catch (problem) {
      if (asked !== this.#asked) return;
      this.problem = problem;
    }
    this.changed();
  }
}
