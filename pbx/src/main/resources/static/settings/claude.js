import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field, focusFirstError } from '../components/field/field.js';
import { caution, formOf, problems, request, spent } from './claudemodel.js';

const PATH = '/api/settings/claude';

/** What Claude may cost, and what it has. */
class ClaudeSettings extends View {
  #settings = new Document(PATH);
  #draft = null;
  #errors = {};
  #problem = '';
  #busy = false;

  opened() {
    this.watch(this.#settings, session);
    this.#settings.load();
  }

  get #locked() {
    return !['owner', 'admin'].includes(session.value?.user.role);
  }

  template() {
    const { value, problem } = this.#settings;
    if (!value) return problem ? failed(problem, () => this.#settings.load()) : skeletonRows(4);
    const warning = caution(value);
    return html`
      <h3 class="title-2" id="settings-claude">What Claude may cost</h3>
      ${warning ? html`<p class="callout" dir="auto">${warning}</p>` : nothing}
      <dl class="field-group settings-group settings-facts">
        ${fact('Today', spent(value.today, value.limits.centsPerDay, value.priced))}
        ${fact('This month', spent(value.month, value.limits.centsPerMonth, value.priced))}
      </dl>
      ${this.#form(this.#draft ?? formOf(value.limits))}
    `;
  }

  #form(values) {
    return html`
      <form class="settings-form" novalidate aria-labelledby="settings-claude" @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <fieldset class="settings-form" ?disabled=${this.#locked}>
          <div class="field-group settings-group">
            ${this.#field(values, 'centsPerDay', 'Dollars a day', 'decimal')}
            ${this.#field(values, 'centsPerMonth', 'Dollars a month', 'decimal')}
          </div>
          <div class="field-group settings-group">
            ${this.#field(values, 'textsPerNumber', 'Answers per number and day')}
            ${this.#field(values, 'callsPerNumber', 'Calls per number and day')}
            ${this.#field(values, 'readPerCall', 'Tokens read in a call')}
            ${this.#field(values, 'writtenPerCall', 'Tokens written in a call')}
          </div>
        </fieldset>
        <p class="field-note sub">
          Beyond any of these the offline assistant answers, and the thread or the call says so. Nobody is left without an answer.
        </p>
        <div class="settings-actions">
          <button class="button button-filled" type="submit" ?disabled=${!this.#draft || this.#busy}>Save Limits</button>
          ${this.#draft ? html`<button class="button" type="button" @click=${() => this.#discard()}>Discard</button>` : nothing}
        </div>
      </form>
    `;
  }

  #field(values, name, label, inputmode = 'numeric') {
    return field({
      name,
      label,
      value: values[name],
      error: this.#errors[name],
      inputmode,
      dir: 'ltr',
      maxlength: 10,
      onInput: (value) => {
        this.#draft = { ...values, ...this.#draft, [name]: value };
        this.update();
      },
    });
  }

  #discard() {
    this.#draft = null;
    this.#errors = {};
    this.#problem = '';
    this.update();
  }

  async #save(event) {
    event.preventDefault();
    this.#errors = problems(this.#draft);
    this.#problem = '';
    if (Object.keys(this.#errors).length === 0) await this.#send();
    this.update();
    focusFirstError(event.target);
  }

  async #send() {
    this.#busy = true;
    try {
      this.#settings.set(await put(PATH, request(this.#settings.value.limits.version, this.#draft)));
      this.#discard();
      notices.say('Limits saved');
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
      if (problem.code === 'settings_changed') {
        await this.#settings.load();
        this.#problem = 'Somebody else changed these limits meanwhile. Your changes are kept: check them and save again.';
      }
    }
    this.#busy = false;
  }
}

const fact = (name, value) => html`<div class="settings-fact"><dt>${name}</dt><dd class="muted">${value}</dd></div>`;

customElements.define('pbx-settings-claude', ClaudeSettings);
