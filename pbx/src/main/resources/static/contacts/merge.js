import { html, nothing } from '../lib/html.js';
import { get, post } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { contacts } from '../lib/people.js';
import { avatar } from '../components/avatar/avatar.js';
import { field } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { differences, line } from './model.js';

const PAUSE_MS = 200;

/** Makes one contact of two. It cannot be undone, so everything that differs is shown and asked. */
export class Merge {
  #kept;
  #other = null;
  #typed = '';
  #found = null;
  #choices = {};
  #problem = '';
  #busy = false;
  #asking = null;
  #sheet;

  constructor(kept) {
    this.#kept = kept;
    this.#sheet = openSheet({
      title: `Merge ${kept.displayName}`,
      content: () => (this.#other ? this.#compare() : this.#search()),
      footer: (close) => this.#footer(close),
    });
  }

  #search() {
    return html`
      <p class="callout">Find the same person, entered twice. Their numbers, consent and conversations become one.</p>
      <div class="field-group">
        ${field({
          name: 'other',
          label: 'Merge with',
          focused: true,
          placeholder: 'Name or number',
          value: this.#typed,
          onInput: (value) => this.#look(value),
        })}
      </div>
      ${this.#found === null ? nothing : this.#results()}
    `;
  }

  #results() {
    if (this.#found.length === 0) return html`<p class="callout muted" role="status">Nobody else by that name or number.</p>`;
    return html`<ul class="sheet-group">
      ${this.#found.map(
        (each) => html`<li>
          <button class="sheet-row" type="button" @click=${() => this.#choose(each)}>
            ${avatar(each.name, 'small')}
            <span class="sheet-row-word contacts-found"><span class="cut" dir="auto">${each.displayName}</span><span class="sub muted cut" dir="auto">${line(each)}</span></span>
          </button>
        </li>`,
      )}
    </ul>`;
  }

  #look(value) {
    this.#typed = value;
    clearTimeout(this.#asking);
    this.#asking = setTimeout(async () => {
      const page = await get(`/api/contacts?limit=8&q=${encodeURIComponent(value.trim())}`).catch(() => ({ items: [] }));
      this.#found = page.items.filter(({ id }) => id !== this.#kept.id);
      this.#sheet.update();
    }, PAUSE_MS);
  }

  #choose(other) {
    this.#other = other;
    this.#choices = Object.fromEntries(differences(this.#kept, other).filter(({ part }) => part !== 'notes').map(({ part }) => [part, 'kept']));
    this.#sheet.update();
  }

  #compare() {
    const parts = differences(this.#kept, this.#other);
    return html`
      ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
      <p class="callout">
        <strong dir="auto">${this.#other.displayName}</strong> becomes part of <strong dir="auto">${this.#kept.displayName}</strong>. All
        numbers stay, and an opt-out of one stays an opt-out. This cannot be undone.
      </p>
      ${parts.length > 0 ? html`<p class="field-heading">Which to keep</p>` : nothing}
      ${parts.map((each) => this.#part(each))}
    `;
  }

  #part({ part, label, kept, other }) {
    const both = part === 'notes' ? [{ value: '', text: 'Both, one below the other' }] : [];
    const options = [...both, { value: 'kept', text: kept }, { value: 'other', text: other }];
    const chosen = this.#choices[part] ?? '';
    return html`
      <fieldset @change=${(event) => this.#decide(part, event.target.value)}>
        <legend class="field-heading contacts-legend" dir="auto">${label}</legend>
        <div class="field-group">
          ${options.map(
            ({ value, text }) => html`<label class="contacts-option">
              <input type="radio" name="choice-${part}" value=${value} .checked=${chosen === value} /><span dir="auto">${text}</span>
            </label>`,
          )}
        </div>
      </fieldset>
    `;
  }

  #decide(part, value) {
    if (value) this.#choices[part] = value;
    else delete this.#choices[part];
  }

  #footer(close) {
    if (!this.#other) return html`<button class="button" type="button" @click=${close}>Cancel</button>`;
    return html`
      <button class="button" type="button" @click=${() => this.#back()}>Back</button>
      <button class="button button-danger-filled" type="button" ?disabled=${this.#busy} @click=${() => this.#merge(close)}>Merge</button>
    `;
  }

  #back() {
    this.#other = null;
    this.#problem = '';
    this.#sheet.update();
  }

  async #merge(close) {
    this.#busy = true;
    this.#sheet.update();
    try {
      const merged = await post(`/api/contacts/${encodeURIComponent(this.#kept.id)}/merge`, { with: this.#other.id, choices: this.#choices });
      contacts.put({ ...this.#other, gone: true });
      contacts.put(merged);
      notices.say(`Merged into ${merged.displayName}`);
      close();
    } catch (problem) {
      this.#problem = problem.message;
    }
    this.#busy = false;
    this.#sheet.update();
  }
}
