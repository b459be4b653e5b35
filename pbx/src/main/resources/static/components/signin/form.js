import { html, nothing } from '../../lib/html.js';
import { post } from '../../lib/api.js';
import { spoken } from '../../lib/format.js';
import { field, focusFirstError } from '../field/field.js';

/** E-mail and password, wherever they are asked for. */
export class SignInForm {
  busy = false;
  #values = { email: '', password: '', code: '' };
  #asksCode = false;
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
        ${this.#problem
          ? html`<p class="${this.#problem.code === 'code_needed' ? '' : 'field-problem '}callout" role="alert">${this.#sentence()}</p>`
          : nothing}
        <div class="field-group">
          ${this.#field('email', 'Email', 'email', 'username', true)}
          ${this.#field('password', 'Password', 'password', 'current-password', false)}
          ${this.#asksCode ? this.#field('code', 'Code', 'text', 'one-time-code', false) : nothing}
        </div>
      </form>
    `;
  }

  #field(name, label, type, autocomplete, focused) {
    return field({
      name,
      label,
      type,
      autocomplete,
      focused,
      dir: 'ltr',
      value: this.#values[name],
      error: this.#problem?.about(name),
      onInput: (value) => (this.#values[name] = value),
    });
  }

  #sentence() {
    if (this.#problem.code === 'sign_in_failed') return 'That email and password don’t go together.';
    if (this.#problem.code === 'code_needed') return 'Enter the code that your authenticator app shows, or a recovery code.';
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
    if (!problem.code.startsWith('code_')) return focusFirstError(form);
    this.#asksCode = true;
    this.#values.code = '';
    return requestAnimationFrame(() => requestAnimationFrame(() => form.querySelector('[name=code]')?.focus()));
  }
}
