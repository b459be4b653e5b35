import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field } from '../components/field/field.js';
import { help } from '../components/help/help.js';
import { caution, formOf, problems, request, spent } from './claudemodel.js';
import { Edits } from './edits.js';

const PATH = '/api/settings/claude';

const TOKEN_WORDS = 'What Claude is paid by: pieces of words that it reads and writes, about three for every two words.';

/** What Claude may cost, and what it has. */
class ClaudeSettings extends View {
  #settings = new Document(PATH);
  #edits = new Edits({
    document: this.#settings,
    formOf: ({ limits }) => formOf(limits),
    problems,
    send: (values) => put(PATH, request(this.#settings.value.limits.version, values)),
    said: 'Limits saved',
    button: 'Save Limits',
  });

  opened() {
    this.watch(this.#settings, this.#edits, session);
    this.#settings.load();
  }

  get #locked() {
    return !may('admin');
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
      ${this.#form()}
    `;
  }

  #form() {
    return html`
      <form class="settings-form" novalidate aria-labelledby="settings-claude" @submit=${(event) => this.#edits.save(event)}>
        ${this.#edits.trouble()}
        <fieldset class="settings-form" ?disabled=${this.#locked}>
          <div class="field-group settings-group">
            ${this.#field('centsPerDay', 'Dollars a day', 'decimal')}
            ${this.#field('centsPerMonth', 'Dollars a month', 'decimal')}
          </div>
          <div class="field-group settings-group">
            ${this.#field('textsPerNumber', 'Answers per number and day')}
            ${this.#field('callsPerNumber', 'Calls per number and day')}
            ${this.#field('readPerCall', 'Tokens read in a call', 'numeric', help('Tokens', TOKEN_WORDS))}
            ${this.#field('writtenPerCall', 'Tokens written in a call')}
          </div>
        </fieldset>
        <p class="field-note sub">
          Beyond any of these the offline assistant answers, and the thread or the call says so. Nobody is left without an answer.
        </p>
        ${this.#edits.actions()}
      </form>
    `;
  }

  #field(name, label, inputmode = 'numeric', words = undefined) {
    return field({
      name,
      label,
      value: this.#edits.values[name],
      error: this.#edits.errorOf(name),
      inputmode,
      words,
      dir: 'ltr',
      maxlength: 10,
      onInput: (value) => this.#edits.change({ [name]: value }),
    });
  }
}

const fact = (name, value) => html`<div class="settings-fact"><dt>${name}</dt><dd class="muted">${value}</dd></div>`;

customElements.define('pbx-settings-claude', ClaudeSettings);
