import { html, nothing } from '../lib/html.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Topic } from '../lib/topics.js';
import { focusFirstError } from '../components/field/field.js';

/**
 * What somebody has changed in a form of settings and not saved yet. When somebody else saved meanwhile, the changes are kept and
 * the form says so.
 */
export class Edits extends Topic {
  #form;
  #draft = null;
  #errors = {};
  #problem = '';
  #busy = false;

  /**
   * @param {object} form
   * @param {import('../lib/store.js').Document} form.document what is saved
   * @param {(saved: any) => object} form.formOf the fields that show it
   * @param {(fields: object) => Record<string, string>} [form.problems] what is wrong with them, by field
   * @param {(fields: object) => Promise<any>} form.send saves them and answers what is saved now
   * @param {string} form.said what a notice says then
   * @param {string} [form.button]
   */
  constructor(form) {
    super();
    this.#form = { problems: () => ({}), button: 'Save', ...form };
  }

  get values() {
    return this.#draft ?? this.#form.formOf(this.#form.document.value);
  }

  errorOf(name) {
    return this.#errors[name];
  }

  change(part) {
    this.#draft = { ...this.values, ...part };
    this.#form.document.isEdited = true;
    this.changed();
  }

  /** What stands above the fields when saving failed. */
  trouble() {
    return this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing;
  }

  /** What stands below them. */
  actions() {
    if (!may('admin')) return html`<p class="field-note sub">Owners and admins change this.</p>`;
    return html`
      <div class="settings-actions">
        <button class="button button-filled" type="submit" ?disabled=${!this.#draft || this.#busy}>${this.#form.button}</button>
        ${this.#draft ? html`<button class="button" type="button" @click=${() => this.#discard()}>Discard</button>` : nothing}
      </div>
    `;
  }

  #discard() {
    this.#draft = null;
    this.#form.document.isEdited = false;
    this.#errors = {};
    this.#problem = '';
    this.changed();
  }

  /** @param {SubmitEvent} event */
  async save(event) {
    event.preventDefault();
    if (!this.#draft || this.#busy) return;
    this.#problem = '';
    this.#errors = this.#form.problems(this.#draft);
    if (Object.keys(this.#errors).length === 0) await this.#send();
    this.changed();
    focusFirstError(event.target);
  }

  async #send() {
    this.#busy = true;
    this.changed();
    try {
      this.#form.document.set(await this.#form.send(this.#draft));
      this.#discard();
      notices.say(this.#form.said);
    } catch (problem) {
      await this.#explain(problem);
    }
    this.#busy = false;
  }

  async #explain({ errors, message, status }) {
    this.#errors = Object.fromEntries(errors.map((error) => [error.field, error.message]));
    this.#problem = errors.length > 0 ? '' : message;
    if (status === 409) {
      await this.#form.document.load();
      if ('version' in this.#draft) this.#draft = { ...this.#draft, version: this.#form.document.value.version };
      this.#problem = 'Somebody else changed this meanwhile. Your changes are kept: check them and save again.';
    }
  }
}
