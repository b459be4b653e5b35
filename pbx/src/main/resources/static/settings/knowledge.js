import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { Edits } from './edits.js';
import './faq.js';
import { DAYS, dayName, formOf, likeBefore, problems, withSpan } from './knowledgemodel.js';

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
          <div class="field-group settings-group">${DAYS.map((day) => this.#day(values, day))}</div>
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

  #day(values, day) {
    const spans = values.hours[day];
    const set = (changed) => this.#edits.change({ hours: { ...values.hours, [day]: changed } });
    const error = this.#edits.errorOf(`hours.${day}`);
    return html`
      <div class="settings-day">
        <label class="settings-day-name">
          <input type="checkbox" .checked=${spans.length > 0} @change=${(event) => set(event.target.checked ? likeBefore(values.hours, day) : [])} />
          ${dayName(day)}
        </label>
        <div class="settings-spans">
          ${spans.length === 0 ? html`<span class="muted">Closed</span>` : spanRows(spans, dayName(day), set)}
          ${error ? html`<p class="field-error sub" aria-invalid="true" tabindex="-1" dir="auto">${error}</p>` : nothing}
        </div>
      </div>
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
              (special, index) => html`<li class="settings-day">
                <div class="settings-day-name">
                  <input type="date" aria-label="Date" .value=${special.date ?? ''} @change=${(event) => change(index, { date: event.target.value })} />
                  <input class="settings-short" type="text" aria-label="What it is" placeholder="Holiday" maxlength="60" dir="auto" .value=${special.label ?? ''} @input=${(event) => change(index, { label: event.target.value })} />
                </div>
                <div class="settings-spans">
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

const spanRows = (spans, name, set) => html`
  ${spans.map((span, index) => {
    const change = (part) => set(spans.map((each, at) => (at === index ? { ...each, ...part } : each)));
    return html`<span class="settings-span">
      <input type="time" aria-label="${name} opens" .value=${span.opens} @change=${(event) => change({ opens: event.target.value })} />
      <span aria-hidden="true">–</span>
      <input type="time" aria-label="${name} closes" .value=${span.closes} @change=${(event) => change({ closes: event.target.value })} />
      ${spans.length > 1
        ? html`<button class="round" type="button" aria-label="Remove these hours of ${name}" @click=${() => set(spans.filter((_, at) => at !== index))}>${icon('minus')}</button>`
        : nothing}
    </span>`;
  })}
  ${spans.length < 4 ? html`<button class="link" type="button" @click=${() => set(withSpan(spans))}>Add Hours<span class="unseen"> to ${name}</span></button>` : nothing}
`;

customElements.define('pbx-settings-knowledge', KnowledgeSettings);
