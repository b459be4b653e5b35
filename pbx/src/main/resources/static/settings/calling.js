import { html } from '../lib/html.js';
import { put } from '../lib/api.js';
import { countryNames } from '../lib/countries.js';
import { session } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field } from '../components/field/field.js';
import { formOf, problems, request } from './callingmodel.js';
import { Edits } from './edits.js';

const PATH = '/api/settings/calling';

/** Where calls may go, and how much people here may call from the dashboard. */
class CallingSettings extends View {
  #settings = new Document(PATH);
  #edits = new Edits({
    document: this.#settings,
    formOf,
    problems,
    send: (values) => put(PATH, request(this.#settings.value.version, values)),
    said: 'Settings saved',
  });

  opened() {
    this.watch(this.#settings, this.#edits, session);
    this.#settings.load();
  }

  template() {
    const { value, problem } = this.#settings;
    if (!value) return problem ? failed(problem, () => this.#settings.load()) : skeletonRows(3);
    return html`
      <h3 class="title-2" id="settings-calling">Calling from the dashboard</h3>
      <form class="settings-form" novalidate aria-labelledby="settings-calling" @submit=${(event) => this.#edits.save(event)}>
        ${this.#edits.trouble()}
        <fieldset class="settings-form" ?disabled=${!may('admin')}>
          <div class="field-group settings-group">
            ${this.#field('countries', 'Countries', { hint: countryNames(this.#edits.values.countries), maxlength: 160 })}
          </div>
          <p class="field-note sub">
            Nobody and nothing calls another country: neither people here, nor the call flow, nor an extension’s phones, and who was led there goes on as when nobody
            answers. Premium, satellite and service numbers are never called. The islands that share +1 are countries of their own.
          </p>
          <div class="field-group settings-group">
            ${this.#field('callsPerDay', 'Most calls per person and day', { inputmode: 'numeric', maxlength: 6 })}
            ${this.#field('dollarsPerDay', 'Most per person and day, in dollars', { error: this.#edits.errorOf('centsPerDay'), inputmode: 'decimal', maxlength: 9 })}
          </div>
          <p class="field-note sub">
            A minute counts as 3 cents. A call ends when the day’s money is used up, and after two hours at the latest. Nobody calls when either is 0.
          </p>
          <div class="field-group settings-group">
            ${this.#field('companyPerHour', 'Most calls of the company in an hour', { error: this.#edits.errorOf('company.callsPerHour'), inputmode: 'numeric', maxlength: 7 })}
            ${this.#field('companyPerDay', 'Most calls of the company a day', { error: this.#edits.errorOf('company.callsPerDay'), inputmode: 'numeric', maxlength: 7 })}
            ${this.#field('companyDollars', 'Most of the company a day, in dollars', { error: this.#edits.errorOf('company.centsPerDay'), inputmode: 'decimal', maxlength: 10 })}
          </div>
          <p class="field-note sub">
            Of all people and API tokens together; usual are 300, 2,000 and $200. When one is reached, nobody calls until it is over, and the overview says so.
          </p>
        </fieldset>
        ${this.#edits.actions()}
      </form>
      <h3 class="title-2">The number that is shown</h3>
      <p class="field-note sub">
        Whoever calls chooses one of the company’s numbers each time: their direct number is suggested, or else the main one. The other side sees it, and
        reaches you there when they call back.
      </p>
    `;
  }

  #field(name, label, more) {
    return field({
      name,
      label,
      value: this.#edits.values[name],
      error: this.#edits.errorOf(name),
      dir: 'ltr',
      onInput: (value) => this.#edits.change({ [name]: value }),
      ...more,
    });
  }
}

customElements.define('pbx-settings-calling', CallingSettings);
