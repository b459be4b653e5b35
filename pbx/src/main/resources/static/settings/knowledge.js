import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { withSpan } from '../lib/week.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field } from '../components/field/field.js';
import { spanRows, weekOfHours } from '../components/hours/hours.js';
import { icon } from '../components/icon/icon.js';
import { Edits } from './edits.js';
import './faq.js';
import { formOf, problems } from './knowledgemodel.js';

const PATH = '/api/knowledge';

/** What the assistant may tell: hours, place and answers. */
class KnowledgeSettings extends View {
  #facts = new Document(PATH);
  #edits = new Edits({
    document: this.#facts,
    formOf,
    problems,
    send: (values) => put(PATH, values),
    said: 'Knowledge saved',
  });

  opened() {
    this.watch(this.#facts, this.#edits, session);
    this.#facts.load();
  }

  get #locked() {
    return !may('admin');
  }

  template() {
    const { value, problem } = this.#facts;
    if (!value) return problem ? failed(problem, () => this.#facts.load()) : skeletonRows(6);
    const { values } = this.#edits;
    return html`
      <p class="field-note sub">The assistant answers from this and from nothing else. What is not here it does not know, and says so.</p>
      <form class="settings-form" novalidate @submit=${(event) => this.#edits.save(event)}>
        ${this.#edits.trouble()}
        <fieldset class="settings-form" ?disabled=${this.#locked}>
          <legend class="field-heading">Opening hours</legend>
          <div class="field-group settings-group">
            ${weekOfHours({ hours: values.hours, change: (hours) => this.#edits.change({ hours }), errorOf: (name) => this.#edits.errorOf(name) })}
          </div>
          <p class="field-heading">Other days</p>
          ${this.#specials(values)}
          <p class="field-heading">Place</p>
          <div class="field-group settings-group">
            ${this.#field(values, 'address', 'Address')} ${this.#field(values, 'parking', 'Parking')}
            ${this.#field(values, 'phone', 'Phone', { type: 'tel', dir: 'ltr' })} ${this.#field(values, 'website', 'Website', { dir: 'ltr', placeholder: 'https://' })}
            ${this.#field(values, 'notes', 'Anything else')}
          </div>
          ${this.#edits.actions()}
        </fieldset>
      </form>
      <h3 class="title-3">Questions and Answers</h3>
      <pbx-settings-faq ?locked=${this.#locked}></pbx-settings-faq>
    `;
  }

  #specials(values) {
    const wrong = this.#edits.errorOf('specialDays');
    const set = (specialDays) => this.#edits.change({ specialDays });
    const change = (index, part) => set(values.specialDays.map((each, at) => (at === index ? { ...each, ...part } : each)));
    return html`
      ${values.specialDays.length > 0
        ? html`<ul class="field-group settings-group">
            ${values.specialDays.map(
              (special, index) => html`<li class="hours-day">
                <div class="hours-name">
                  <input type="date" aria-label="Date" .value=${special.date ?? ''} @change=${(event) => change(index, { date: event.target.value })} />
                  <input class="hours-short" type="text" aria-label="What it is" placeholder="Holiday" maxlength="60" dir="auto" .value=${special.label ?? ''} @input=${(event) => change(index, { label: event.target.value })} />
                </div>
                <div class="hours-spans">
                  ${special.hours.length === 0
                    ? html`<span><span class="muted">Closed</span> <button class="link" type="button" @click=${() => change(index, { hours: withSpan([]) })}>Set Hours</button></span>`
                    : spanRows(special.hours, special.label || 'that day', (hours) => change(index, { hours }))}
                </div>
                <button class="round" type="button" aria-label="Remove ${special.label || 'this day'}" @click=${() => set(values.specialDays.filter((_, at) => at !== index))}>${icon('minus')}</button>
              </li>`,
            )}
          </ul>`
        : nothing}
      ${wrong ? html`<p class="field-error sub" aria-invalid="true" tabindex="-1" dir="auto">${wrong}</p>` : nothing}
      <div><button class="link" type="button" @click=${() => set([...values.specialDays, { date: '', label: '', hours: [] }])}>Add a Day</button></div>
    `;
  }

  #field(values, name, label, more = {}) {
    return field({
      name,
      label,
      optional: true,
      maxlength: name === 'notes' ? 2000 : 300,
      value: values[name] ?? '',
      error: this.#edits.errorOf(name),
      onInput: (value) => this.#edits.change({ [name]: value }),
      ...more,
    });
  }
}

customElements.define('pbx-settings-knowledge', KnowledgeSettings);
