import { post } from '../lib/api.js';

const AGAIN_MS = 20_000;
const TYPING_APART_MS = 3_000;

/** Tells colleagues that somebody looks at a conversation, or writes in it, for as long as that is so. */
export class Presence {
  #id;
  #timer;
  #typedAt = 0;

  constructor(id) {
    this.#id = id;
    this.#tell(false);
    this.#timer = setInterval(() => document.visibilityState === 'visible' && this.#tell(false), AGAIN_MS);
  }

  typing(now = Date.now()) {
    if (now - this.#typedAt < TYPING_APART_MS) return;
    this.#typedAt = now;
    this.#tell(true);
  }

  stop() {
    clearInterval(this.#timer);
  }

  /** Whether it arrives is of no matter: it is said again in a moment. */
  #tell(typing) {
    post(`/api/conversations/${encodeURIComponent(this.#id)}/watching`, { typing }).catch(() => undefined);
  }
}
