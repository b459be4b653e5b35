import { html, nothing } from '../lib/html.js';
import { dropDraft, readDraft, writeDraft } from '../lib/drafts.js';
import { Topic } from '../lib/topics.js';

/** One of the first steps: what is stored, over it what somebody has entered, and how that is saved by the API there is for it. */
export class Step extends Topic {
  entered = {};
  errors = {};
  problem = '';
  busy = false;
  #name;

  /** @param {string} name under which what is entered outlives the browser */
  constructor(name) {
    super();
    this.#name = `first-steps.${name}`;
    this.entered = readDraft(this.#name) ?? {};
  }

  /** Whether what it shows has been loaded. */
  get ready() {
    return true;
  }

  /** What kept it from being loaded. */
  get failure() {
    return null;
  }

  get button() {
    return 'Continue';
  }

  load() {}

  /** @returns {Record<string, string>} what is wrong before the server is asked, by field */
  check() {
    return {};
  }

  async send() {}

  enter(part) {
    this.entered = { ...this.entered, ...part };
    writeDraft(this.#name, this.entered);
    this.changed();
  }

  /** Forgets what was entered and not saved. */
  drop() {
    this.entered = {};
    dropDraft(this.#name);
    this.changed();
  }

  errorOf(name) {
    return this.errors[name];
  }

  /** What stands above the fields when saving failed. */
  trouble() {
    return this.problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.problem}</p>` : nothing;
  }

  /** @returns {Promise<boolean>} whether all is saved, so that one may go on */
  async save() {
    if (this.busy) return false;
    this.problem = '';
    this.errors = this.check();
    const saved = Object.keys(this.errors).length === 0 && (await this.#send());
    this.changed();
    return saved;
  }

  async #send() {
    this.busy = true;
    this.changed();
    try {
      await this.send();
      this.drop();
      return true;
    } catch (problem) {
      await this.explain(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async explain({ errors, message, status }) {
    this.errors = Object.fromEntries(errors.map((error) => [error.field, error.message]));
    this.problem = errors.length > 0 ? '' : message;
    if (status === 409 && errors.length === 0) {
      await this.load();
      this.problem = 'Somebody else changed this meanwhile. What you entered is kept: check it and continue.';
    }
  }
}
