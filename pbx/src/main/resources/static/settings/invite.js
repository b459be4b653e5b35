import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { secret } from './once.js';
import { ROLES, rolesWithin } from './peoplemodel.js';

/** Asks for address and role, then shows the link once. */
export class Invite {
  #values = { email: '', role: 'agent' };
  #errors = {};
  #problem = '';
  #link = '';
  #busy = false;
  #own;
  #sheet;

  /** @param {string} own the role of who invites @param {() => void} onClose */
  constructor(own, onClose) {
    this.#own = own;
    this.#sheet = openSheet({
      title: 'Invite Someone',
      content: () => (this.#link ? this.#made() : this.#form()),
      footer: (close) => this.#footer(close),
      onClose,
    });
  }

  #form() {
    return html`
      <form id="invite" class="settings-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group">
          ${field({
            name: 'email',
            label: 'Email',
            type: 'email',
            dir: 'ltr',
            focused: true,
            maxlength: 254,
            value: this.#values.email,
            error: this.#errors.email,
            onInput: (value) => (this.#values.email = value),
          })}
          ${choice({
            name: 'role',
            label: 'Role',
            value: this.#values.role,
            options: rolesWithin(this.#own),
            error: this.#errors.role,
            onInput: (value) => {
              this.#values.role = value;
              this.#sheet.update();
            },
          })}
        </div>
        <p class="field-note sub">${ROLES.find(({ value }) => value === this.#values.role).may}</p>
      </form>
    `;
  }

  #made() {
    return html`
      <p class="callout" role="status">
        Give this link to <span dir="ltr">${this.#values.email}</span>. It works once, for seven days, and is not shown again.
      </p>
      ${secret(this.#link, 'Link')}
    `;
  }

  #footer(close) {
    if (this.#link) return html`<button class="button button-filled" type="button" @click=${close}>Done</button>`;
    return html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="invite" ?disabled=${this.#busy}>Make Link</button>
    `;
  }

  async #save(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#values.email = this.#values.email.trim();
    this.#errors = this.#values.email ? {} : { email: 'Enter an email address.' };
    if (!this.#errors.email) await this.#send();
    this.#sheet.update();
    focusFirstError(event.target);
  }

  async #send() {
    this.#busy = true;
    try {
      this.#link = (await post('/api/people/invitations', this.#values)).link;
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
    }
    this.#busy = false;
  }
}
