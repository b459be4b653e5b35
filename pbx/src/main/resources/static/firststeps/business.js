import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session, settings } from '../lib/data.js';
import { problemsOfWeek } from '../lib/week.js';
import { timeZones } from '../lib/zones.js';
import { area } from '../components/field/area.js';
import { choice, field } from '../components/field/field.js';
import { weekOfHours } from '../components/hours/hours.js';
import { businessOf, hoursKnown } from './model.js';
import { Step } from './step.js';

/** The company's name, what it does and when it is open. */
export class BusinessStep extends Step {
  title = 'Your Business';
  lead = 'Callers hear its name. The receptionist and the assistant tell what you write here, and nothing else.';
  #facts;

  /** @param {import('../lib/store.js').Document} facts what is known of the business */
  constructor(facts) {
    super('business');
    this.#facts = facts;
  }

  get ready() {
    return Boolean(settings.value && this.#facts.value);
  }

  get failure() {
    return settings.problem ?? this.#facts.problem;
  }

  load() {
    return Promise.all([settings.load(), this.#facts.load()]);
  }

  get values() {
    return { ...businessOf(settings.value, this.#facts.value), ...this.entered };
  }

  template() {
    const { values } = this;
    return html`
      <div class="field-group firststeps-group">
        ${this.#field('businessName', 'Business name', { maxlength: 80, autocomplete: 'organization' })}
        ${choice({
          name: 'timeZone',
          label: 'Time zone',
          value: values.timeZone,
          options: timeZones(values.timeZone),
          error: this.errorOf('timeZone'),
          onInput: (timeZone) => this.enter({ timeZone }),
        })}
        ${area({
          name: 'notes',
          label: 'What you do',
          value: values.notes,
          error: this.errorOf('notes'),
          maxlength: 2000,
          placeholder: 'Such as: Two dentists and a hygienist',
          onInput: (notes) => this.enter({ notes }),
        })}
      </div>
      <fieldset class="firststeps-set">
        <legend class="field-heading">Opening hours</legend>
        <div class="field-group firststeps-group">
          ${weekOfHours({ hours: values.hours, change: (hours) => this.enter({ hours }), errorOf: (name) => this.errorOf(name) })}
        </div>
      </fieldset>
      ${hoursKnown(this.#facts.value) ? nothing : html`<p class="field-note sub">These are a suggestion: change what is different at your place.</p>`}
    `;
  }

  #field(name, label, more) {
    return field({ name, label, value: this.values[name], error: this.errorOf(name), onInput: (value) => this.enter({ [name]: value }), ...more });
  }

  check() {
    const { businessName, hours } = this.values;
    return { ...(businessName.trim() ? {} : { businessName: 'Enter the name of your business.' }), ...problemsOfWeek(hours) };
  }

  async send() {
    const { businessName, timeZone, notes, hours } = this.values;
    const company = settings.value;
    if (businessName !== company.businessName || timeZone !== company.timeZone) {
      settings.set(await put('/api/settings', { ...company, businessName, timeZone }));
      session.load();
    }
    this.#facts.set(await put('/api/knowledge', { ...this.#facts.value, notes: notes.trim(), hours }));
  }
}
