import { html, nothing } from '../lib/html.js';
import { get, post, put } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { contactFields, contacts } from '../lib/people.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { fieldsOf, placeOf, request } from './model.js';

/** The sheet that makes a contact or changes one. */
export class ContactForm {
  #contact;
  #values;
  #errors = {};
  #problem = '';
  #taken = '';
  #busy = false;
  #saved = null;
  #sheet;

  /** @param {{contact?: any, number?: string, onClose?: (saved: any) => void}} how */
  constructor({ contact, number = '', onClose = () => {} }) {
    this.#contact = contact;
    this.#values = fieldsOf(contact, contactFields.value?.names ?? []);
    if (!contact && number) this.#values.numbers = [number];
    this.#sheet = openSheet({
      title: contact ? 'Edit Contact' : 'New Contact',
      content: () => this.#content(),
      footer: (close) => this.#footer(close),
      onClose: () => onClose(this.#saved),
    });
  }

  close() {
    this.#sheet.close();
  }

  #content() {
    const { numbers, fields } = this.#values;
    return html`
      <form id="contact" class="contacts-form" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem
          ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}
              ${this.#taken ? html`<a class="link" href="/contacts/${encodeURIComponent(this.#taken)}" @click=${() => this.close()}>Show Them</a>` : nothing}
            </p>`
          : nothing}
        <div class="field-group">
          ${this.#field('name', 'Name', { focused: true, maxlength: 120 })}
          ${this.#field('company', 'Company', { maxlength: 120 })}
          ${this.#field('email', 'Email', { type: 'email', dir: 'ltr', maxlength: 254 })}
        </div>
        <p class="field-heading">Numbers</p>
        <div class="field-group">${numbers.map((number, index) => this.#number(number, index))}</div>
        ${numbers.length < 20
          ? html`<button class="link contacts-add" type="button" @click=${() => this.#set({ numbers: [...numbers, ''] })}>Add a Number</button>`
          : nothing}
        ${Object.keys(fields).length > 0
          ? html`<p class="field-heading">Your own fields</p>
              <div class="field-group">${Object.keys(fields).map((name, index) => this.#own(name, index))}</div>`
          : nothing}
        <label class="field-heading" for="contact-notes">Notes</label>
        <textarea
          class="contacts-area"
          id="contact-notes"
          rows="3"
          maxlength="5000"
          dir="auto"
          aria-invalid=${this.#errors.notes ? 'true' : nothing}
          .value=${this.#values.notes}
          @input=${(event) => (this.#values.notes = event.target.value)}
        ></textarea>
        ${this.#errors.notes ? html`<p class="field-error sub" dir="auto">Notes ${this.#errors.notes}</p>` : nothing}
      </form>
    `;
  }

  #field(name, label, more) {
    return field({
      name,
      label,
      optional: true,
      value: this.#values[name],
      error: this.#errors[name],
      onInput: (value) => (this.#values[name] = value),
      ...more,
    });
  }

  #number(number, index) {
    const { numbers } = this.#values;
    return html`<div class="contacts-line-with-act">
      ${field({
        name: `numbers.${index}`,
        label: numbers.length > 1 ? `Number ${index + 1}` : 'Number',
        optional: true,
        type: 'tel',
        inputmode: 'tel',
        dir: 'ltr',
        value: number,
        error: this.#errors[`numbers.${index}`],
        onInput: (value) => (numbers[index] = value),
      })}
      ${numbers.length > 1
        ? html`<button class="round" type="button" aria-label="Remove number ${index + 1}" @click=${() => this.#set({ numbers: numbers.filter((_, at) => at !== index) })}>
            ${icon('minus')}
          </button>`
        : nothing}
    </div>`;
  }

  #own(name, index) {
    return field({
      name: `own-${index}`,
      label: name,
      optional: true,
      maxlength: 1000,
      value: this.#values.fields[name],
      error: this.#errors[`fields.${name}`],
      onInput: (value) => (this.#values.fields[name] = value),
    });
  }

  #footer(close) {
    return html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="contact" ?disabled=${this.#busy}>${this.#contact ? 'Save' : 'Add'}</button>
    `;
  }

  #set(changed) {
    Object.assign(this.#values, changed);
    this.#errors = {};
    this.#sheet.update();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    [this.#busy, this.#errors, this.#problem, this.#taken] = [true, {}, '', ''];
    this.#sheet.update();
    try {
      this.#saved = await this.#send();
      contacts.put(this.#saved);
      notices.say(`${this.#saved.displayName} saved`);
      this.close();
    } catch (problem) {
      await this.#show(problem);
      focusFirstError(event.target);
    }
    this.#busy = false;
    this.#sheet.update();
  }

  #send() {
    if (!this.#contact) return post('/api/contacts', request(this.#values));
    return put(`/api/contacts/${encodeURIComponent(this.#contact.id)}`, request(this.#values, this.#contact.version));
  }

  async #show(problem) {
    this.#errors = Object.fromEntries(problem.errors.map(({ field: name, message }) => [placeOf(name, this.#values.numbers), message]));
    this.#taken = problem.body.contactId ?? '';
    if (problem.code === 'contact_changed') {
      this.#problem = 'Somebody else changed this contact meanwhile. Your text is kept: check it and save again.';
      this.#contact = await get(`/api/contacts/${encodeURIComponent(this.#contact.id)}`).catch(() => this.#contact);
    } else if (problem.errors.length === 0 || this.#taken) this.#problem = problem.message;
  }
}
