import { html, nothing } from '../lib/html.js';
import { get, post } from '../lib/api.js';
import { View } from '../lib/view.js';
import { ownTimeZone, timeZones } from '../lib/zones.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { frame } from './frame.js';
import { problems } from './model.js';

/** The first owner's account, by a link that works once. */
class SetupPage extends View {
  params = {};
  #valid = null;
  #problem = null;
  #errors = {};
  #busy = false;
  #values = { name: '', email: '', password: '', businessName: '', timeZone: ownTimeZone() };

  opened() {
    this.#ask();
  }

  template() {
    if (this.#valid === false) return invalid();
    if (this.#valid === null) return this.#problem ? this.#unreachable() : frame('One moment…', 'Checking your link.', nothing);
    return frame(
      'Welcome to CloudPBX',
      'You are the first one here. Make your account and name your business.',
      this.#form(),
    );
  }

  #form() {
    return html`
      <form class="field-form access-form" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem.message}</p>` : nothing}
        <div class="field-group">
          ${this.#field('name', 'Your name', { autocomplete: 'name', focused: true })}
          ${this.#field('email', 'Email', { type: 'email', autocomplete: 'username', dir: 'ltr' })}
          ${this.#field('password', 'Password', { type: 'password', autocomplete: 'new-password', dir: 'ltr', hint: 'At least 12 characters. A few words are easier to remember than symbols.' })}
        </div>
        <div class="field-group">
          ${this.#field('businessName', 'Business', { autocomplete: 'organization' })}
          ${choice({
            name: 'timeZone',
            label: 'Time zone',
            value: this.#values.timeZone,
            options: timeZones(this.#values.timeZone),
            error: this.#errors.timeZone,
            onInput: (value) => (this.#values.timeZone = value),
          })}
        </div>
        <button class="button button-filled button-large button-wide" type="submit" ?disabled=${this.#busy}>
          ${this.#busy ? 'Setting Up…' : 'Set Up'}
        </button>
      </form>
    `;
  }

  #field(name, label, more) {
    return field({
      name,
      label,
      value: this.#values[name],
      error: this.#errors[name],
      onInput: (value) => (this.#values[name] = value),
      ...more,
    });
  }

  #unreachable() {
    return frame(
      'This didn’t load',
      this.#problem.message,
      html`<button class="button button-filled button-wide" type="button" @click=${() => this.#ask()}>Try Again</button>`,
    );
  }

  get #path() {
    return `/api/setup/${encodeURIComponent(this.params.token)}`;
  }

  async #ask() {
    this.#problem = null;
    try {
      await get(this.#path);
      this.#valid = true;
    } catch (problem) {
      if (problem.status === 404) this.#valid = false;
      else this.#problem = problem;
    }
    this.update();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#errors = problems(this.#values);
    this.#problem = null;
    if (Object.keys(this.#errors).length === 0) await this.#send();
    this.update();
    focusFirstError(event.target);
  }

  async #send() {
    this.#busy = true;
    this.update();
    try {
      await post(this.#path, this.#values);
      location.replace('/');
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      if (problem.errors.length === 0) this.#problem = problem;
      if (problem.status === 404) this.#valid = false;
      this.#busy = false;
    }
  }
}

const invalid = () =>
  frame(
    'This link doesn’t work',
    'A set-up link works once and for a day. A new one is printed each time CloudPBX starts, until somebody has set it up.',
    html`<a class="button button-wide" href="/sign-in">Sign In Instead</a>`,
  );

customElements.define('pbx-setup', SetupPage);
