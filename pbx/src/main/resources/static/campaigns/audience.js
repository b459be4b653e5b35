import { html, nothing } from '../lib/html.js';
import { number } from '../lib/format.js';
import { upload } from '../lib/upload.js';
import { choice, field } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { CONSENTS, fieldName, head, numberColumn, pasted, samples } from './draftmodel.js';
import { intake } from './intake.js';

const HEAD_BYTES = 65_536;

/** Who gets a campaign: numbers that were pasted or a file, and how they agreed. */
export class Audience {
  #editor;
  #way = 'paste';
  #text = '';
  #file = null;
  #head = { columns: [], rows: [] };
  #column = -1;
  #known = { fields: [], samples: [] };
  #consent = { method: '', words: '' };
  #share = null;
  /** Whether more are wanted than are chosen already. */
  #adding = false;
  #intake = null;
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

  get #chosen() {
    return this.#way === 'paste' ? this.#text.trim() !== '' : this.#file !== null;
  }

  get facts() {
    return { chosen: this.#chosen, method: this.#chosen ? this.#consent.method : '', words: this.#consent.words };
  }

  /** How far a file has come, in words; empty when none is on its way. */
  get sending() {
    if (this.#share === null) return '';
    return this.#share < 1 ? `Sending… ${Math.round(this.#share * 100)}%` : 'Reading…';
  }

  /** What became of what was sent. */
  get report() {
    return this.#intake ? intake(this.#intake) : nothing;
  }

  stop() {
    this.#stop.abort();
  }

  /** Takes note of what a message may say, and of some who may read it. */
  look() {
    if (!this.#chosen) return;
    const read = this.#way === 'paste' ? head(pasted(this.#text), true) : this.#head;
    const at = this.#way === 'paste' ? numberColumn(read) : this.#column;
    this.#known = {
      fields: read.columns.filter((_, index) => index !== at).map(fieldName).filter(Boolean),
      samples: samples(read, at),
    };
  }

  /** Sends what was chosen. @param {import('./draft.js').Draft} draft */
  async send(draft) {
    if (!this.#chosen) return;
    const file = this.#way === 'paste' ? new Blob([pasted(this.#text)]) : this.#file;
    const { method, words } = this.#consent;
    const query = new URLSearchParams({
      ...(this.#way === 'file' && this.#column >= 0 ? { number: String(this.#column + 1) } : {}),
      ...(method ? { consentMethod: method, consentWords: words.trim() } : {}),
    });
    try {
      this.#share = 0;
      const onProgress = (share) => this.#set(() => (this.#share = share));
      this.#intake = await upload(draft.path(`/recipients?${query}`), file, { onProgress, type: 'text/csv', signal: this.#stop.signal });
      // When nothing of it was of use, it stays for another try, with another column perhaps.
      if (this.#intake.taken > 0) [this.#text, this.#file, this.#head, this.#adding] = ['', null, { columns: [], rows: [] }, false];
      await draft.refetch();
    } finally {
      this.#share = null;
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
    return html`
      <fieldset class="campaigns-source">
        <legend class="unseen">Add people from</legend>
        <div class="segments">${this.#segment('paste', 'Paste Numbers')} ${this.#segment('file', 'CSV File')}</div>
      </fieldset>
      ${this.#way === 'paste' ? this.#paste() : this.#choose()}
      ${errors.recipients ? html`<p class="field-error sub campaigns-error" id="recipients-error" role="alert">${whole(errors.recipients)}</p>` : nothing}
      ${this.#agreed()}
    `;
  }

  #standing(total) {
    return html`<p class="campaigns-chosen">
      ${icon('users-round')}<span><strong class="digits">${number(total)}</strong> ${total === 1 ? 'person is' : 'people are'} chosen.</span>
      ${this.#adding ? nothing : html`<button class="button" type="button" @click=${() => this.#set(() => (this.#adding = true))}>Add More</button>`}
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
      <input class="unseen" type="radio" name="way" value=${way} .checked=${this.#way === way} @change=${() => this.#set(() => (this.#way = way))} />${label}
    </label>`;
  }

  #paste() {
    const { errors } = this.#editor;
    return html`
      <label class="unseen" for="pasted">Numbers</label>
      <textarea
        class="campaigns-area"
        id="pasted"
        rows="5"
        dir="ltr"
        placeholder="(415) 555-0101, (415) 555-0102 … or cells of a spreadsheet"
        aria-invalid=${errors.recipients ? 'true' : nothing}
        aria-describedby=${errors.recipients ? 'recipients-error' : nothing}
        .value=${this.#text}
        @input=${(event) => this.#set(() => (this.#text = event.target.value))}
      ></textarea>
    `;
  }

  #choose() {
    const { errors, busy } = this.#editor;
    return html`
      <label class="campaigns-file">
        ${icon('upload')}<span>${this.#file ? 'CSV file' : 'Choose a CSV file, with a line of column names first'}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          ?disabled=${busy}
          aria-invalid=${errors.recipients ? 'true' : nothing}
          aria-describedby=${errors.recipients ? 'recipients-error' : nothing}
          @change=${(event) => this.#read(event.target.files[0])}
        />
      </label>
      ${this.#head.columns.length > 0 ? this.#columns() : nothing}
    `;
  }

  async #read(file) {
    this.#file = file ?? null;
    this.#head = file ? await headOf(file) : { columns: [], rows: [] };
    this.#column = numberColumn(this.#head);
    this.#set(() => (this.#intake = null));
  }

  #columns() {
    const { columns, rows } = this.#head;
    const shown = rows[0] ?? [];
    const options = columns.map((name, at) => ({ value: String(at), label: [name, shown[at]].filter(Boolean).join(': ').slice(0, 60) || `Column ${at + 1}` }));
    const fields = columns.filter((_, at) => at !== this.#column).map(fieldName).filter(Boolean);
    return html`
      <div class="field-group">
        ${choice({
          name: 'number',
          label: 'Phone number',
          value: String(this.#column),
          options: [...(this.#column < 0 ? [{ value: '-1', label: 'Choose a column' }] : []), ...options],
          error: this.#editor.errors.number,
          onInput: (value) => this.#set(() => (this.#column = Number(value))),
        })}
      </div>
      ${fields.length > 0 ? html`<p class="field-note sub">The message may use ${fields.map((name) => `{{${name}}}`).join(', ')}.</p>` : nothing}
    `;
  }

  #agreed() {
    const { errors } = this.#editor;
    return html`
      <p class="field-heading">How these people agreed</p>
      <div class="field-group">
        ${choice({
          name: 'consentMethod',
          label: 'Consent',
          value: this.#consent.method,
          options: CONSENTS,
          error: errors.consentMethod,
          onInput: (method) => this.#set(() => (this.#consent.method = method)),
        })}
        ${this.#consent.method
          ? field({
              name: 'consentWords',
              label: 'To what',
              value: this.#consent.words,
              error: errors.consentWords,
              maxlength: 2000,
              placeholder: 'Recall texts, on our sign-up form',
              onInput: (words) => this.#set(() => (this.#consent.words = words)),
            })
          : nothing}
      </div>
      <p class="field-note sub">
        ${this.#consent.method ? 'It is written to the record of everybody who has none.' : 'Whoever is not known to have agreed is skipped.'} Whoever opted out stays so.
      </p>
    `;
  }

  #set(change) {
    change();
    this.#editor.errors = {};
    this.#editor.update();
  }
}

/** The server's words go on from "The file". */
const whole = (text) => (/^\p{Ll}/u.test(text) ? `The file ${text}.` : text);

/** The beginning of a file tells its columns; a large one is not read here. @param {Blob} file */
async function headOf(file) {
  return head(await file.slice(0, HEAD_BYTES).text(), file.size <= HEAD_BYTES);
}
