import { html, nothing } from '../lib/html.js';
import { choice, field } from '../components/field/field.js';
import { calledTwice, fieldName, known, numberColumn } from './draftmodel.js';

/** What the columns of a file hold: one the numbers, each other what a message calls by a name. */
export class Columns {
  #head;
  #number;
  /** As typed; empty where the column keeps its own name. */
  #typed;

  /** @param {{columns: string[], rows: string[][]}} head the beginning of the file */
  constructor(head = { columns: [], rows: [] }) {
    this.#head = head;
    this.#number = numberColumn(head);
    this.#typed = head.columns.map(() => '');
  }

  get known() {
    return known({ columns: this.#head.columns.map((_, at) => this.#name(at)), rows: this.#head.rows }, this.#number);
  }

  /** What the server is told of them. */
  get query() {
    return {
      ...(this.#number >= 0 ? { number: String(this.#number + 1) } : {}),
      ...(this.#given.some(Boolean) ? { fields: this.#given.join(',') } : {}),
    };
  }

  /** Why these names cannot be; empty when they can. */
  get problem() {
    if (this.#typed.some((text, at) => at !== this.#number && isUnusable(text))) return 'Change the names that no message can use.';
    const twice = calledTwice(this.#given);
    return twice ? `Two columns are called {{${twice}}}.` : '';
  }

  /** @param {Record<string, string>} errors @param {() => void} changed */
  template(errors, changed) {
    const { columns } = this.#head;
    if (columns.length === 0) return nothing;
    return html`
      <div class="field-group">
        ${choice({
          name: 'number',
          label: 'Phone number',
          value: String(this.#number),
          options: [...(this.#number < 0 ? [{ value: '-1', label: 'Choose a column' }] : []), ...columns.map((_, at) => ({ value: String(at), label: this.#label(at) }))],
          error: errors.number,
          onInput: (value) => {
            this.#number = Number(value);
            changed();
          },
        })}
      </div>
      ${columns.length > 1 ? this.#names(errors, changed) : nothing}
    `;
  }

  #names(errors, changed) {
    const { fields } = this.known;
    const nameless = this.#head.columns.every((name) => !name);
    return html`
      <details class="campaigns-names" ?open=${nameless || Boolean(errors.fields)}>
        <summary class="sub">${fields.length > 0 ? `The message may use ${fields.map((name) => `{{${name}}}`).join(', ')}.` : 'Name columns to use them in the message.'}</summary>
        ${errors.fields ? html`<p class="field-error sub" role="alert" aria-invalid="true" tabindex="-1">${namesSentence(errors.fields)}</p>` : nothing}
        <div class="field-group">${this.#head.columns.map((_, at) => (at === this.#number ? nothing : this.#line(at, changed)))}</div>
      </details>
    `;
  }

  #line(at, changed) {
    const text = this.#typed[at];
    return field({
      name: `field-${at + 1}`,
      label: this.#label(at),
      value: text,
      placeholder: fieldName(this.#head.columns[at]) || 'Not used',
      maxlength: 40,
      optional: true,
      dir: 'ltr',
      error: isUnusable(text) ? 'A message can use letters and digits, a letter first.' : null,
      onInput: (value) => {
        this.#typed[at] = value;
        changed();
      },
    });
  }

  #label(at) {
    const shown = (this.#head.rows[0] ?? [])[at];
    return [this.#head.columns[at], shown].filter(Boolean).join(': ').slice(0, 60) || `Column ${at + 1}`;
  }

  #name(at) {
    return fieldName(this.#typed[at]) || fieldName(this.#head.columns[at]);
  }

  get #given() {
    return this.#typed.map((text, at) => (at === this.#number ? '' : fieldName(text)));
  }
}

const isUnusable = (text) => text.trim() !== '' && !fieldName(text);

/** The server's words go on from "The names". */
const namesSentence = (text) => (/^\p{Ll}/u.test(text) ? `The names ${text}.` : text);
