import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import './faq.js';
import { DAYS, dayName, formOf, likeBefore, problems, withSpan } from './knowledgemodel.js';

/** What the assistant may tell: hours, place and answers. */
class KnowledgeSettings extends View {
  #facts = new Document('/api/knowledge');
  #draft = null;
  #errors = {};
  #problem = '';
  #busy = false;

  opened() {
    this.watch(this.#facts, session);
    this.#facts.load();
  }

  get #locked() {
    return !['owner', 'admin'].includes(session.value?.user.role);
  }

  template() {
    const { value, problem } = this.#facts;
    if (!value) return problem ? failed(problem, () => this.#facts.load()) : skeletonRows(6);
    const values = this.#draft ?? formOf(value);
    return html`
      <p class="field-note sub">The assistant answers from this and from nothing else. What is not here it does not know, and says so.</p>
      <form class="settings-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
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
          <div class="settings-actions">
            <button class="button button-filled" type="submit" ?disabled=${!this.#draft || this.#busy}>Save</button>
            ${this.#draft ? html`<button class="button" type="button" @click=${() => this.#discard()}>Discard</button>` : nothing}
          </div>
        </fieldset>
      </form>
      <h3 class="title-3">Questions and Answers</h3>
      <pbx-settings-faq ?locked=${this.#locked}></pbx-settings-faq>
    `;
  }

  #day(values, day) {
    const spans = values.hours[day];
    const set = (changed) => this.#change({ hours: { ...values.hours, [day]: changed } });
    const error = this.#errors[`hours.${day}`];
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
    const set = (specialDays) => this.#change({ specialDays });
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
      ${this.#errors.specialDays ? html`<p class="field-error sub" aria-invalid="true" tabindex="-1" dir="auto">${this.#errors.specialDays}</p>` : nothing}
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
      error: this.#errors[name],
      onInput: (value) => this.#change({ [name]: value }),
      ...more,
    });
  }

  #change(part) {
    this.#draft = { ...formOf(this.#facts.value), ...this.#draft, ...part };
    this.update();
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
      this.#facts.set(await put('/api/knowledge', this.#draft));
      this.#discard();
      notices.say('Knowledge saved');
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
      if (problem.status === 409) {
        await this.#facts.load();
        this.#draft = { ...this.#draft, version: this.#facts.value.version };
        this.#problem = 'Somebody else changed this meanwhile. Your changes are kept: check them and save again.';
      }
    }
    this.#busy = false;
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
