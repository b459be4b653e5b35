import { html, nothing } from '../lib/html.js';
import { get, post } from '../lib/api.js';
import { View } from '../lib/view.js';
import { field, focusFirstError } from '../components/field/field.js';
import { frame } from './frame.js';
import { newPasswordProblems } from './model.js';

/** A page that a link opens once, to choose a password at. */
class LinkPage extends View {
  params = {};
  holder = null;
  #gone = false;
  #problem = null;
  #errors = {};
  #busy = false;
  #values = { name: '', password: '' };

  opened() {
    this.#ask();
  }

  get #path() {
    return `${this.api}/${encodeURIComponent(this.params.token)}`;
  }

  template() {
    if (this.#gone) return this.invalid();
    if (!this.holder) return this.#problem ? this.#unreachable() : frame('One moment…', 'Checking your link.', nothing);
    return frame(this.title(), this.lead(), this.#form());
  }

  #form() {
    return html`
      <form class="field-form access-form" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem.message}</p>` : nothing}
        <div class="field-group">
          ${this.asksName ? this.#field('name', 'Your name', { autocomplete: 'name', focused: true }) : nothing}
          ${this.#field('password', 'Password', {
            type: 'password',
            autocomplete: 'new-password',
            dir: 'ltr',
            hint: 'At least 12 characters. A few words are easier to remember than symbols.',
          })}
        </div>
        <button class="button button-filled button-large button-wide" type="submit" ?disabled=${this.#busy}>${this.button}</button>
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

  async #ask() {
    this.#problem = null;
    try {
      this.holder = await get(this.#path);
    } catch (problem) {
      if (problem.status === 404) this.#gone = true;
      else this.#problem = problem;
    }
    this.update();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#errors = newPasswordProblems(this.#values, this.asksName);
    this.#problem = null;
    if (Object.keys(this.#errors).length === 0) await this.#send();
    this.update();
    focusFirstError(event.target);
  }

  async #send() {
    this.#busy = true;
    this.update();
    try {
      const { name, password } = this.#values;
      await post(this.#path, this.asksName ? { name, password } : { password });
      location.replace(this.next);
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      if (problem.errors.length === 0) this.#problem = problem;
      if (problem.status === 404) this.#gone = true;
      this.#busy = false;
    }
  }
}

const signIn = html`<a class="button button-wide" href="/sign-in">Sign In Instead</a>`;

class JoinPage extends LinkPage {
  api = '/api/join';
  asksName = true;
  button = 'Join';
  next = '/';

  title() {
    return 'Welcome to CloudPBX';
  }

  lead() {
    return html`<span dir="auto">${this.holder.invitedBy}</span> invited you. You will sign in as <strong dir="ltr">${this.holder.email}</strong>.`;
  }

  invalid() {
    return frame('This link doesn’t work', 'An invitation works once, for seven days. Ask whoever invited you for a new one.', signIn);
  }
}

class NewPasswordPage extends LinkPage {
  api = '/api/new-password';
  asksName = false;
  button = 'Change Password';
  next = '/sign-in';

  title() {
    return 'Choose a new password';
  }

  lead() {
    return html`For <strong dir="ltr">${this.holder.email}</strong>. You are signed out everywhere, and then sign in with it.`;
  }

  invalid() {
    return frame('This link doesn’t work', 'A link for a new password works once, for a day. Ask an owner or an admin for a new one.', signIn);
  }
}

customElements.define('pbx-join', JoinPage);
customElements.define('pbx-new-password', NewPasswordPage);
