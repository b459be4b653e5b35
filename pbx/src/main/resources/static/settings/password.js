import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { field, focusFirstError, passwordHint } from '../components/field/field.js';

/** Changes one's own password. */
export class PasswordForm {
  #values = { current: '', password: '' };
  #errors = {};
  #problem = '';
  #busy = false;
  #update;
  #changed;

  /** @param {() => void} update @param {() => void} changed */
  constructor(update, changed) {
    this.#update = update;
    this.#changed = changed;
  }

  template() {
    return html`
      <form class="settings-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group settings-group">
          ${this.#field('current', 'Present password', 'current-password')}
          ${this.#field('password', 'New password', 'new-password', passwordHint(session.value.passwords))}
        </div>
        <p class="field-note sub">Changing it signs you out everywhere else.</p>
        <div class="settings-actions">
          <button class="button" type="submit" ?disabled=${this.#busy}>Change Password</button>
        </div>
      </form>
    `;
  }

  #field(name, label, autocomplete, hint) {
    return field({
      name,
      label,
      type: 'password',
      autocomplete,
      hint,
      dir: 'ltr',
      value: this.#values[name],
      error: this.#errors[name],
      onInput: (value) => (this.#values[name] = value),
    });
  }

  async #save(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    this.#problem = '';
    this.#update();
    try {
      await put('/api/account/password', this.#values);
      this.#values = { current: '', password: '' };
      this.#errors = {};
      notices.say('Password changed');
      this.#changed();
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
    }
    this.#busy = false;
    this.#update();
    focusFirstError(event.target);
  }
}
