import { html, nothing } from '../lib/html.js';
import { get } from '../lib/api.js';
import { number } from '../lib/format.js';
import { icon } from '../components/icon/icon.js';
import { shown } from './model.js';
import { sizeLine } from './picturemodel.js';
import { seen } from './seen.js';

const AT_ONCE = 20;
const OUTCOMES = {
  gets: { symbol: 'circle-check', tone: 'campaigns-fine', words: 'Gets it at once' },
  waits: { symbol: 'moon', tone: '', words: 'Gets it later' },
  skipped: { symbol: 'ban', tone: 'campaigns-bad', words: 'Is skipped' },
  blocked: { symbol: 'circle-alert', tone: 'campaigns-bad', words: 'Waits until it can start' },
};

/** Goes through an audience person by person: exactly what each would read, and whether they would get it now. */
export class Readers {
  #path;
  #items = [];
  #at = 0;
  #next = null;
  #problem = '';
  #busy = false;

  /** @param {string} path of `/readers` */
  constructor(path) {
    this.#path = path;
  }

  async #load(after) {
    this.#busy = true;
    try {
      const page = await get(`${this.#path}?limit=${AT_ONCE}&after=${after}`);
      this.#items = [...this.#items, ...page.items];
      this.#next = page.next;
      this.#problem = '';
    } catch (problem) {
      this.#problem = problem.message;
    }
    this.#busy = false;
  }

  async #go(by, changed) {
    const wanted = this.#at + by;
    if (wanted === this.#items.length && this.#next && !this.#busy) await this.#load(this.#next);
    this.#at = Math.min(Math.max(0, wanted), this.#items.length - 1);
    changed();
  }

  /** @param {number} total of the audience @param {any[]} media that each text carries @param {() => void} changed */
  template(total, media, changed) {
    if (this.#items.length === 0) {
      if (!this.#busy && !this.#problem) this.#load(0).then(changed);
      return this.#problem ? html`<p class="callout" role="alert">${this.#problem}</p>` : html`<p class="sub muted">One moment…</p>`;
    }
    const one = this.#items[this.#at];
    const more = this.#at + 1 < this.#items.length || this.#next;
    const { symbol, tone, words } = OUTCOMES[one.outcome];
    return html`
      <p class="campaigns-phone-head">
        ${this.#turn(-1, 'chevron-left', 'Previous person', this.#at > 0, changed)}
        <span class="sub muted cut digits" role="status">${number(this.#at + 1)} of ${number(total)} · ${shown(one.to)}</span>
        ${this.#turn(1, 'chevron-right', 'Next person', more, changed)}
      </p>
      ${seen(media)}
      <p class="campaigns-bubble campaigns-bubble-read" dir="auto">${one.message}</p>
      <p class="sub muted digits">${sizeLine({ segments: one.segments, pictureTexts: media.length > 0 ? 1 : 0 })}</p>
      <p class="campaigns-outcome-line callout ${tone}">${icon(symbol)}<span><strong>${words}.</strong> ${one.sentence ? html`<span dir="auto">${one.sentence}</span>` : nothing}</span></p>
    `;
  }

  /** What cannot be gone to keeps its place, and the focus it may have. */
  #turn(by, symbol, label, there, changed) {
    return html`<button class="round" type="button" aria-label=${label} aria-disabled=${there ? 'false' : 'true'} @click=${() => there && this.#go(by, changed)}>${icon(symbol)}</button>`;
  }
}
