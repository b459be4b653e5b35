import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { extensionFeed, extensions, session } from '../lib/data.js';
import { checkAll, fieldsOf, nextFree, request } from '../lib/extensionfields.js';
import { avatar } from '../components/avatar/avatar.js';
import { field } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { numberStanding } from '../components/standing/standing.js';
import { personOf } from './model.js';
import { Step } from './step.js';

/** Who works here, one after the other. */
export class PeopleStep extends Step {
  title = 'People';
  lead = 'Each person gets an extension, a mailbox and a local number of their own.';
  #adding = false;

  constructor() {
    super('people');
  }

  get ready() {
    return extensionFeed().ready;
  }

  get failure() {
    return extensionFeed().problem;
  }

  load() {
    return extensionFeed().load();
  }

  get #people() {
    return extensionFeed().items;
  }

  get #open() {
    return this.#adding || this.#people.length === 0 || Object.keys(this.entered).length > 0;
  }

  get button() {
    return this.#open ? 'Add and Continue' : 'Continue';
  }

  get values() {
    return { ...fieldsOf(), ...personOf(session.value.user, this.#people), ext: nextFree(this.#people), ...this.entered };
  }

  template() {
    return html`
      ${this.#people.length > 0 ? html`<ul class="field-group firststeps-group">${this.#people.map(person)}</ul>` : nothing}
      ${this.#open
        ? this.#form()
        : html`<div><button class="button" type="button" @click=${() => this.#begin()}>${icon('user-round-plus')}Add Somebody</button></div>`}
    `;
  }

  #form() {
    return html`
      <div class="field-group firststeps-group">
        ${this.#field('name', 'Name', { maxlength: 80 })} ${this.#field('ext', 'Extension', { inputmode: 'numeric', maxlength: 3 })}
        ${this.#field('email', 'Email', { optional: true, type: 'email', dir: 'ltr', maxlength: 254 })}
        ${this.#field('forwardTo', 'Own phone', { optional: true, type: 'tel', dir: 'ltr', inputmode: 'tel' })}
        ${this.#field('areaCode', 'Area code', { optional: true, inputmode: 'numeric', maxlength: 3, placeholder: 'Any' })}
      </div>
      <p class="field-note sub">
        Their own phone rings when they are called, and they press 1 to take the call. Without one, callers reach their voicemail.
        ${session.value.carrier.mode === 'sandbox' ? 'In the sandbox, numbers cost nothing.' : 'The local number is bought at Twilio as soon as you add them.'}
      </p>
      <div class="firststeps-more">
        <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#another()}>Add and Enter Another</button>
        ${this.#people.length > 0 ? html`<button class="button" type="button" @click=${() => this.#giveUp()}>Nobody Else</button>` : nothing}
      </div>
    `;
  }

  #field(name, label, more) {
    return field({ name, label, value: this.values[name], error: this.errorOf(name), onInput: (value) => this.enter({ [name]: value }), ...more });
  }

  #begin() {
    this.#adding = true;
    this.changed();
    focusName();
  }

  #giveUp() {
    this.#adding = false;
    this.errors = {};
    this.problem = '';
    this.drop();
  }

  async #another() {
    if (await super.save()) this.#begin();
  }

  async save() {
    if (!this.#open) return true;
    const saved = await super.save();
    if (saved) this.#adding = false;
    return saved;
  }

  check() {
    return checkAll(this.values);
  }

  async send() {
    await extensions.answer(post('/api/extensions', request(this.values)));
  }

  async explain(problem) {
    await super.explain(problem);
    const areas = (problem.body?.available ?? []).map(({ areaCode }) => areaCode);
    if (areas.length > 0) this.errors = { areaCode: `No numbers are left there. There are some in ${areas.join(', ')}.` };
  }
}

const person = (item) => html`
  <li class="firststeps-person">
    ${avatar(item.name)}
    <span class="firststeps-words">
      <strong class="cut" dir="auto">${item.name}</strong>
      <span class="sub muted cut">${[item.ext, item.numberDisplay].filter(Boolean).join(' · ')}</span>
    </span>
    ${numberStanding(item)}
  </li>
`;

/** The form is drawn with the next frame. */
function focusName() {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('name')?.focus()));
}
