import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { Columns } from './columns.js';
import { head, known, numberColumn, pasted } from './draftmodel.js';

const HEAD_BYTES = 65_536;

/** What the server takes at once. */
const MOST_BYTES = 200 * 1024 * 1024;
const TOO_LARGE = 'This file is larger than 200 MB. Split it, and add one part after the other.';

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
  #columns = new Columns();
  #problem = '';

  get chosen() {
    return this.#file !== null;
  }

  get known() {
    return this.#columns.known;
  }

  /** Why what is said of its columns cannot be; empty when it can. */
  get problem() {
    return this.#columns.problem;
  }

  get body() {
    return { body: this.#file, type: 'text/csv', query: this.#columns.query };
  }

  clear() {
    [this.#file, this.#columns, this.#problem] = [null, new Columns(), ''];
  }

  /** @param {{errors: Record<string, string>, busy: boolean}} editor @param {() => void} changed */
  template({ errors, busy }, changed) {
    const described = this.#problem ? 'file-error' : errors.recipients ? 'recipients-error' : null;
    return html`
      <label class="campaigns-file">
        ${icon('upload')}<span>${this.#file ? 'CSV file' : 'Choose a CSV file, with a line of column names or without'}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          ?disabled=${busy}
          aria-invalid=${described ? 'true' : nothing}
          aria-describedby=${described ?? nothing}
          @change=${(event) => this.#read(event.target.files[0], changed)}
        />
      </label>
      ${this.#problem ? html`<p class="field-error sub campaigns-error" id="file-error" role="alert">${this.#problem}</p>` : nothing}
      ${this.#columns.template(errors, changed)}
    `;
  }

  /** The beginning of a file tells its columns; a large one is not read here. */
  async #read(file, changed) {
    this.clear();
    if (file && file.size > MOST_BYTES) {
      this.#problem = TOO_LARGE;
    } else if (file) {
      this.#file = file;
      this.#columns = new Columns(head(await file.slice(0, HEAD_BYTES).text(), file.size <= HEAD_BYTES));
    }
    changed();
  }
}
