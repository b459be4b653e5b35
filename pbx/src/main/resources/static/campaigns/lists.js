import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { choice } from '../components/field/field.js';
import { fieldName, head, numberColumn, pasted, samples } from './draftmodel.js';

const HEAD_BYTES = 65_536;

const known = (read, at) => ({
  fields: read.columns.filter((_, index) => index !== at).map(fieldName).filter(Boolean),
  samples: samples(read, at),
});

/** Numbers that were pasted. */
export class PastedList {
  #text = '';

  get chosen() {
    return this.#text.trim() !== '';
  }

  get known() {
    const read = head(pasted(this.#text), true);
    return known(read, numberColumn(read));
  }

  get body() {
    return { body: new Blob([pasted(this.#text)]), type: 'text/csv', query: {} };
  }

  clear() {
    this.#text = '';
  }

  /** @param {{errors: Record<string, string>}} editor @param {() => void} changed */
  template({ errors }, changed) {
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
        @input=${(event) => {
          this.#text = event.target.value;
          changed();
        }}
      ></textarea>
    `;
  }
}

/** A file of values, of which only the beginning is read here. */
export class ListFile {
  #file = null;
  #head = { columns: [], rows: [] };
  #column = -1;

  get chosen() {
    return this.#file !== null;
  }

  get known() {
    return known(this.#head, this.#column);
  }

  get body() {
    return { body: this.#file, type: 'text/csv', query: this.#column >= 0 ? { number: String(this.#column + 1) } : {} };
  }

  clear() {
    [this.#file, this.#head, this.#column] = [null, { columns: [], rows: [] }, -1];
  }

  /** @param {{errors: Record<string, string>, busy: boolean}} editor @param {() => void} changed */
  template({ errors, busy }, changed) {
    return html`
      <label class="campaigns-file">
        ${icon('upload')}<span>${this.#file ? 'CSV file' : 'Choose a CSV file, with a line of column names first'}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          ?disabled=${busy}
          aria-invalid=${errors.recipients ? 'true' : nothing}
          aria-describedby=${errors.recipients ? 'recipients-error' : nothing}
          @change=${(event) => this.#read(event.target.files[0], changed)}
        />
      </label>
      ${this.#head.columns.length > 0 ? this.#columns(errors, changed) : nothing}
    `;
  }

  /** The beginning of a file tells its columns; a large one is not read here. */
  async #read(file, changed) {
    this.#file = file ?? null;
    this.#head = file ? head(await file.slice(0, HEAD_BYTES).text(), file.size <= HEAD_BYTES) : { columns: [], rows: [] };
    this.#column = numberColumn(this.#head);
    changed();
  }

  #columns(errors, changed) {
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
          error: errors.number,
          onInput: (value) => {
            this.#column = Number(value);
            changed();
          },
        })}
      </div>
      ${fields.length > 0 ? html`<p class="field-note sub">The message may use ${fields.map((name) => `{{${name}}}`).join(', ')}.</p>` : nothing}
    `;
  }
}
