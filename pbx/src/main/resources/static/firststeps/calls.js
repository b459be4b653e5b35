import { html, nothing } from '../lib/html.js';
import { get, post, put } from '../lib/api.js';
import { extensionFeed, settings } from '../lib/data.js';
import { Document } from '../lib/store.js';
import { choice } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { beginningAt, operatorOf, startOf } from './model.js';
import { Step } from './step.js';

const WAYS = [
  { id: 'menu', symbol: 'list-tree', name: 'A menu', text: 'Callers press an extension, or 0 for the receptionist.' },
  { id: 'receptionist', symbol: 'sparkles', name: 'The receptionist', text: 'An automated assistant greets callers and asks whom they want. 0 always leads to a person.' },
];

/** What answers the main number, and who answers those who want a person. */
export class CallsStep extends Step {
  title = 'How Calls Are Answered';
  lead = 'What callers of your main number hear first, and who takes those who want a person.';
  #draft = new Document('/api/callflow/draft');
  #published = null;

  constructor() {
    super('calls');
    this.#draft.subscribe(() => this.changed());
  }

  get ready() {
    return Boolean(this.#draft.value && this.#published && settings.value && extensionFeed().ready);
  }

  get failure() {
    return this.#draft.problem ?? settings.problem ?? extensionFeed().problem;
  }

  async load() {
    await Promise.all([this.#draft.load(), settings.load(), extensionFeed().load()]);
    if (!this.#draft.value) return;
    try {
      this.#published = await get(`/api/callflow/versions/${this.#draft.value.published}`);
    } catch (problem) {
      this.#draft.problem = problem;
    }
    this.changed();
  }

  /** Where callers begin now. */
  get start() {
    return startOf(this.#draft.value, this.#published);
  }

  get values() {
    return { start: this.start, operator: operatorOf(settings.value, extensionFeed().items), ...this.entered };
  }

  template() {
    const { values } = this;
    const people = extensionFeed().items;
    return html`
      ${this.start === 'own' ? drawn : this.#ways(values)}
      <div class="field-group firststeps-group">
        ${choice({
          name: 'operator',
          label: 'Operator',
          value: values.operator,
          options: [{ value: '', label: 'Nobody: general mailbox' }, ...people.map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` }))],
          error: this.errorOf('operatorExtension'),
          onInput: (operator) => this.enter({ operator }),
        })}
      </div>
      <p class="field-note sub">
        Rings when a caller asks for a person, or is not understood twice.
        ${people.length === 0 ? html`There is nobody to choose yet: <a class="link" href="/first-steps/people">add people</a> first.` : nothing}
      </p>
    `;
  }

  #ways(values) {
    return html`
      <fieldset class="firststeps-set">
        <legend class="field-heading">Callers begin with</legend>
        <div class="field-group firststeps-group">
          ${WAYS.map(
            ({ id, symbol, name, text }) => html`
              <label class="firststeps-way">
                ${icon(symbol)}
                <span class="firststeps-words"><strong>${name}</strong><span class="sub muted">${text}</span></span>
                <input type="radio" name="start" value=${id} .checked=${values.start === id} @change=${() => this.enter({ start: id })} />
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  async send() {
    const { start, operator } = this.values;
    if (this.start !== 'own' && start !== this.start) await this.#begin(start);
    if ((settings.value.operatorExtension ?? '') !== operator) {
      settings.set(await put('/api/settings', { ...settings.value, operatorExtension: operator || null }));
    }
  }

  /** By the call flow's own draft: whoever draws there finds it, with its note, and can take it back. */
  async #begin(start) {
    const { plan, version } = this.#draft.value;
    const draft = await put('/api/callflow/draft', { plan: beginningAt(plan, start), version });
    this.#draft.set(draft);
    await post('/api/callflow/publish', { version: draft.version, published: draft.published, note: 'First steps' });
    await this.load();
  }
}

const drawn = html`
  <div class="field-group firststeps-group firststeps-drawn">
    ${icon('list-tree')}
    <p>Your call flow has been drawn otherwise, or somebody is drawing it. It stays as it is.</p>
  </div>
`;
