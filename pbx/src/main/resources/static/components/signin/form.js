import { html, nothing } from '../../lib/html.js';
import { post } from '../../lib/api.js';
import { spoken } from '../../lib/phrases.js';
import { field, focusFirstError } from '../field/field.js';

/** E-mail and password, wherever they are asked for, and then the code of whoever has a second factor. */
export class SignInForm {
  busy = false;
  asksCode = false;
  #values = { email: '', password: '', code: '' };
  #problem = null;
  #wait = 0;
  #update;
  #done;

  /** @param {{update: () => void, done: () => void}} owner */
  constructor({ update, done }) {
    this.#update = update;
    this.#done = done;
  }

  template() {
    return html`
      <form class="field-form" id="sign-in" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem && this.#problem.code !== 'code_needed' ? html`<p class="field-problem callout" role="alert">${this.#sentence()}</p>` : nothing}
        ${this.asksCode ? this.#codeStep() : this.#passwordStep()}
      </form>
    `;
  }

  get email() {
    return this.#values.email.trim();
  }

  #passwordStep() {
    return html`
      <div class="field-group">
        ${this.#field('email', 'Email', 'email', 'username', { focused: true })}
        ${this.#field('password', 'Password', 'password', 'current-password')}
      </div>
    `;
  }

  #codeStep() {
    return html`
      <div class="field-group">
        ${this.#field('code', 'Code', 'text', 'one-time-code', { hint: 'From your authenticator app, or one of your recovery codes.' })}
      </div>
      <button class="link callout" type="button" @click=${() => this.#back()}>Sign in as somebody else</button>
    `;
  }

  #back() {
    this.asksCode = false;
    this.#problem = null;
    this.#values = { email: '', password: '', code: '' };
    this.#update();
  }

  #field(name, label, type, autocomplete, more = {}) {
    return field({
      name,
      label,
      type,
      autocomplete,
      dir: 'ltr',
      value: this.#values[name],
      error: this.#problem?.about(name),
      onInput: (value) => (this.#values[name] = value),
      ...more,
    });
  }

  #sentence() {
    if (this.#problem.code === 'sign_in_failed') return 'That email and password don’t go together.';
    if (this.#problem.code === 'too_many_attempts') return `Too many tries. Try again in ${spoken(this.#wait)}.`;
    return this.#problem.message;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.#update();
    try {
      await post('/api/session', this.#values);
      this.#values = { email: '', password: '', code: '' };
      this.#done();
    } catch (problem) {
      this.#fail(problem, event.target);
      this.#wait = problem.retryAfterSeconds ?? 60;
    } finally {
      this.busy = false;
      this.#update();
    }
  }

  #fail(problem, form) {
    this.#problem = problem;
    this.#values.code = '';
    if (problem.code === 'sign_in_failed') this.asksCode = false;
    if (!problem.code.startsWith('code_')) return focusFirstError(form);
    this.asksCode = true;
    return requestAnimationFrame(() => requestAnimationFrame(() => form.querySelector('[name=code]')?.focus()));
  }
}
