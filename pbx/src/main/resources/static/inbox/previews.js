import { post } from '../lib/api.js';

const PAUSE_MS = 300;

/** Keeps a draft's price and the gate's opinion up with what is written, a moment after each pause. */
export class Previews {
  #draft;
  #about;
  #timer = null;
  #asked = '';

  /** @param {any} draft @param {() => {to: string | null, from: string | null}} about between whom */
  constructor(draft, about) {
    this.#draft = draft;
    this.#about = about;
  }

  /** Something was written, attached or chosen. */
  touch() {
    clearTimeout(this.#timer);
    const { text, files } = this.#draft;
    const { to, from } = this.#about();
    const wanted = JSON.stringify([to, from, text, files.length]);
    if (text.trim() === '' && files.length === 0) {
      this.#asked = '';
      if (this.#draft.preview) this.#draft.set({ preview: null });
    } else if (wanted !== this.#asked) {
      this.#timer = setTimeout(() => this.#ask(wanted, { to, from, message: text, media: files.length }), PAUSE_MS);
    }
  }

  async #ask(wanted, body) {
    this.#asked = wanted;
    const preview = await post('/api/messages/preview', body).catch(() => null);
    // What was written since has its own answer coming.
    if (this.#asked === wanted) this.#draft.set({ preview });
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
