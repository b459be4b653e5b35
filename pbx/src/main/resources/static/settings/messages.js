import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { countryNames } from '../lib/countries.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { Edits } from './edits.js';
import { formOf, problems, request } from './messagesmodel.js';

const PATH = '/api/settings/messages';

/** Who answers texts, where they may go, and what they may cost. */
class MessageSettings extends View {
  #settings = new Document(PATH);
  #edits = new Edits({
    document: this.#settings,
    formOf,
    problems,
    send: (values) => put(PATH, request(this.#settings.value, values)),
    said: 'Settings saved',
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
    return html`
      ${this.#locked ? html`<p class="field-note sub">Only an owner or an admin may change these.</p>` : nothing}
      <div class="field-group settings-group">
        ${this.#toggle('assistantOn', 'sparkles', 'The assistant answers texts', value.assistantOn)}
      </div>
      <p class="field-note sub">
        It says that it is automated, answers from what is written under Knowledge, and asks for a person when it does not know. Threads that a person
        has stay with that person.
      </p>
      <div class="field-group settings-group">${this.#toggle('frozen', 'ban', 'Send nothing at all', value.frozen)}</div>
      <p class="field-note sub">For emergencies: every text waits or is refused, whoever wrote it, until this is off again.</p>
      ${this.#form()}
    `;
  }

  #toggle(name, symbol, label, on) {
    return html`<label class="settings-theme">
      ${icon(symbol)}<span>${label}</span>
      <input
        class="field-switch"
        type="checkbox"
        role="switch"
        .checked=${on}
        ?disabled=${this.#locked}
        @change=${(event) => this.#switch(name, event.target.checked)}
      />
    </label>`;
  }

  #form() {
    return html`
      <form class="settings-form" novalidate @submit=${(event) => this.#edits.save(event)}>
        ${this.#edits.trouble()}
        <fieldset class="settings-form" ?disabled=${!may('admin')}>
          <div class="field-group settings-group">
            ${this.#field('countries', 'Countries', { hint: countryNames(this.#edits.values.countries), dir: 'ltr', maxlength: 120 })}
            ${this.#field('dollarsPerDay', 'Most per day, in dollars', { error: this.#edits.errorOf('centsPerDay'), inputmode: 'decimal', dir: 'ltr' })}
            ${this.#field('campaignTextsADay', 'Campaign texts a day, to one person', { inputmode: 'numeric', dir: 'ltr', maxlength: 1 })}
          </div>
          <p class="field-note sub">Texts to other countries, and texts beyond the amount, are refused with a reason. Nobody gets more texts of campaigns in 24 hours than this, three at most, whatever they are about. What callers are texted who were missed is chosen for each number under Numbers.</p>
        </fieldset>
        ${this.#edits.actions()}
      </form>
    `;
  }

  #field(name, label, more) {
    return field({
      name,
      label,
      value: this.#edits.values[name],
      error: this.#edits.errorOf(name),
      onInput: (value) => this.#edits.change({ [name]: value }),
      ...more,
    });
  }

  /** Saved at once, and taken back as easily. */
  async #switch(name, on) {
    const before = this.#settings.value;
    this.#settings.set({ ...before, [name]: on });
    try {
      this.#settings.set(await put(PATH, { ...before, [name]: on }));
      notices.say('Saved', { undo: () => this.#switch(name, !on) });
    } catch (problem) {
      this.#settings.set(before);
      if (problem.code === 'settings_changed') this.#settings.load();
      notices.say(problem.message, { kind: 'problem' });
    }
  }
}

customElements.define('pbx-settings-messages', MessageSettings);
