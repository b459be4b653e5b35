import { html, nothing } from '../lib/html.js';
import { toField } from '../lib/calendar.js';
import { number } from '../lib/format.js';
import { uploadTelling } from '../lib/upload.js';
import { field } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { Consent } from './consent.js';
import { takingLine } from './draftmodel.js';
import { intake } from './intake.js';
import { ListFile, PastedList } from './lists.js';
import { askToSave, SavedList } from './saved.js';

/** Who gets a campaign: numbers that were pasted, a file, or people who are here already; and how they agreed. */
export class Audience {
  #editor;
  #ways = { paste: new PastedList(), file: new ListFile(), saved: new SavedList() };
  #way = 'paste';
  #known = { fields: [], samples: [] };
  #consent = new Consent();
  /** How far what was sent has come; null when nothing is on its way. */
  #taking = null;
  /** Whether more are wanted than are chosen already. */
  #adding = false;
  #intake = null;
  #leftOut = '';
  #stop = new AbortController();

  /** @param {import('./editor.js').Editor} editor */
  constructor(editor) {
    this.#editor = editor;
  }

  /** Whom a preview can show. */
  get samples() {
    return this.#known.samples;
  }

  /** Names a message may use. */
  get fields() {
    return this.#known.fields;
  }

  get #list() {
    return this.#ways[this.#way];
  }

  get facts() {
    const asked = this.#list.chosen && this.#way !== 'saved';
    const { method, words, date } = this.#consent;
    return { chosen: this.#list.chosen, names: this.#list.problem ?? '', method: asked ? method : '', words, date, today: toField(this.#editor.zone, Date.now()).slice(0, 10) };
  }

  /** How far a list has come, and how to give it up; null when none is on its way. @returns {{label: string, share: number | null, stop: () => void} | null} */
  get sending() {
    return this.#taking && { ...takingLine(this.#taking), stop: () => this.#stop.abort() };
  }

  /** What became of what was sent. */
  get report() {
    return this.#intake ? intake(this.#intake, this.#leftOut) : nothing;
  }

  stop() {
    this.#stop.abort();
    this.#ways.saved.close();
  }

  /** Takes note of what a message may say, and of some who may read it. */
  look() {
    if (this.#list.chosen) this.#known = this.#list.known;
  }

  /** Sends what was chosen. @param {import('./draft.js').Draft} draft */
  async send(draft) {
    if (!this.#list.chosen) return;
    const { body, type, query } = this.#list.body;
    const asked = new URLSearchParams({ progress: 'true', ...query, ...(this.#way === 'saved' ? {} : this.#consent.query) });
    this.#stop = new AbortController();
    this.#leftOut = draft.path('/left-out.csv');
    const tell = (taking) => this.#set(() => (this.#taking = taking));
    try {
      tell({ step: 'sending', done: 0, of: body.size });
      this.#intake = await uploadTelling(draft.path(`/recipients?${asked}`), body, {
        type,
        signal: this.#stop.signal,
        onProgress: (share) => tell({ step: share < 1 ? 'sending' : 'reading', done: share * body.size, of: body.size }),
        onLine: tell,
      });
      // When nothing of it was of use, it stays for another try, with another column perhaps.
      if (this.#intake.taken > 0) {
        this.#list.clear();
        this.#adding = false;
      }
    } finally {
      this.#taking = null;
      await draft.refetch();
    }
  }

  template() {
    const { form, errors, total } = this.#editor;
    return html`
      <div class="field-group">
        ${field({ name: 'name', label: 'Name', value: form.name, error: errors.name, maxlength: 200, focused: true, onInput: (name) => this.#editor.change({ name }) })}
      </div>
      ${total > 0 ? this.#standing(total) : nothing} ${this.report}
      ${total === 0 || this.#adding ? this.#source(errors) : nothing}
    `;
  }

  #source(errors) {
    const changed = () => this.#set(() => (this.#intake = null));
    return html`
      <fieldset class="campaigns-source">
        <legend class="unseen">Add people from</legend>
        <div class="segments">${this.#segment('paste', 'Paste')} ${this.#segment('file', 'CSV File')} ${this.#segment('saved', 'Saved')}</div>
      </fieldset>
      ${this.#list.template(this.#editor, changed)}
      ${errors.recipients ? html`<p class="field-error sub campaigns-error" id="recipients-error" role="alert">${whole(errors.recipients)}</p>` : nothing}
      ${this.#way === 'saved' ? nothing : this.#consent.template(errors, changed)}
    `;
  }

  #standing(total) {
    return html`<p class="campaigns-chosen">
      ${icon('users-round')}<span><strong class="digits">${number(total)}</strong> ${total === 1 ? 'person is' : 'people are'} chosen.</span>
      ${this.#adding ? nothing : html`<button class="button" type="button" @click=${() => this.#set(() => (this.#adding = true))}>Add More</button>`}
      <button class="button" type="button" @click=${() => askToSave(this.#editor.campaign)}>Save for Later…</button>
      <button class="button" type="button" ?disabled=${this.#editor.busy} @click=${() => this.#empty()}>Take All Out</button>
    </p>`;
  }

  async #empty() {
    this.#intake = null;
    this.#known = { fields: [], samples: [] };
    await this.#editor.empty();
  }

  #segment(way, label) {
    return html`<label class="segment campaigns-way">
      <input class="unseen" type="radio" name="way" value=${way} .checked=${this.#way === way} @change=${() => this.#choose(way)} />${label}
    </label>`;
  }

  #choose(way) {
    this.#set(() => (this.#way = way));
    if (way === 'saved') this.#ways.saved.open(() => this.#editor.update());
  }

  #set(change) {
    change();
    this.#editor.errors = {};
    this.#editor.update();
  }
}

/** The server's words go on from "The file". */
const whole = (text) => (/^\p{Ll}/u.test(text) ? `The file ${text}.` : text);
