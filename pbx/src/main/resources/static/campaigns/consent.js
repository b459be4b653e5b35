import { html, nothing } from '../lib/html.js';
import { choice, field } from '../components/field/field.js';
import { CONSENTS } from './draftmodel.js';

/** How all of a list agreed, for the records of those who have none. */
export class Consent {
  method = '';
  words = '';
  date = '';
  reference = '';

  /** What to ask the server for, along with a list. */
  get query() {
    return this.method
      ? { consentMethod: this.method, consentWords: this.words.trim(), consentDate: this.date, consentReference: this.reference.trim() }
      : {};
  }

  /** @param {Record<string, string>} errors @param {() => void} changed */
  template(errors, changed) {
    const set = (part) => {
      Object.assign(this, part);
      changed();
    };
    return html`
      <p class="field-heading">How these people agreed</p>
      <div class="field-group">
        ${choice({
          name: 'consentMethod',
          label: 'Consent',
          value: this.method,
          options: CONSENTS,
          error: errors.consentMethod,
          onInput: (method) => set({ method }),
        })}
        ${this.method ? this.#proof(errors, set) : nothing}
      </div>
      <p class="field-note sub">
        ${this.method ? 'It is written to the record of everybody who has none.' : 'Whoever is not known to have agreed is skipped.'} Whoever opted out stays so.
      </p>
    `;
  }

  #proof(errors, set) {
    const part = (name, key, label, more = {}) =>
      field({ name, label, value: this[key], error: errors[name], onInput: (value) => set({ [key]: value }), ...more });
    return html`
      ${part('consentWords', 'words', 'To what', { maxlength: 2000, placeholder: 'Recall texts, on our sign-up form' })}
      ${part('consentDate', 'date', 'When', { type: 'date', dir: 'ltr', hint: 'If on several days, the first of them' })}
      ${part('consentReference', 'reference', 'Proof', { maxlength: 300, optional: true, hint: 'Where it is kept: a page, a folder, a file' })}
    `;
  }
}
