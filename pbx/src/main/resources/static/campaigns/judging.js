import { takingLine } from './draftmodel.js';

/** Asks what would happen if a draft started now, which takes long for a large audience. */
export class Judging {
  #draft;
  #how;
  #stop = new AbortController();
  #far = null;

  /** @param {import('./draft.js').Draft} draft @param {{onChange: () => void, onStop: () => void}} how */
  constructor(draft, how) {
    this.#draft = draft;
    this.#how = how;
  }

  /** How far it has come, and how to give it up; null when nothing is asked. @returns {{label: string, share: number | null, stop: () => void} | null} */
  get sending() {
    return this.#far && { ...takingLine(this.#far), stop: () => this.#giveUp() };
  }

  /** @returns {Promise<any>} null when it was given up, or asked anew */
  async sheet() {
    this.stop();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    try {
      return await this.#draft.launch({ signal, onLine: (far) => this.#tell(far) });
    } catch (problem) {
      if (signal.aborted) return null;
      throw problem;
    } finally {
      if (!signal.aborted) this.#far = null;
    }
  }

  stop() {
    this.#stop.abort();
    this.#far = null;
  }

  #tell(far) {
    this.#far = far;
    this.#how.onChange();
  }

  #giveUp() {
    this.stop();
    this.#how.onStop();
  }
}
