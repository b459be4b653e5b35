import { html, nothing } from '../lib/html.js';
import { get, post } from '../lib/api.js';
import { View } from '../lib/view.js';
import { ownTimeZone, timeZones } from '../lib/zones.js';
import { choice, field, focusFirstError, passwordHint } from '../components/field/field.js';
import { frame } from './frame.js';
import { problems } from './model.js';

/** A page that a link opens once, to choose a password at. Subclasses say what for, and what else they ask. */
class LinkPage extends View {
  params = {};
  /** What the server says of the link. @type {any} */
  asked = null;
  errors = {};
  busy = false;
  #gone = false;
  #problem = null;

  opened() {
    this.#ask();
  }

  get #path() {
    return `${this.api}/${encodeURIComponent(this.params.token)}`;
  }

  template() {
    if (this.#gone) return frame('This link doesn’t work', this.worthless, signIn);
    if (!this.asked) return this.#problem ? this.#unreachable() : frame('One moment…', 'Checking your link.', nothing);
    return frame(this.title, this.lead(), this.#form());
  }

  #form() {
    return html`
      <form class="field-form access-form" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem.message}</p>` : nothing}
        ${this.fields()}
        <button class="button button-filled button-large button-wide" type="submit" ?disabled=${this.busy}>${this.button}</button>
      </form>
    `;
  }

  field(name, label, more) {
    return field({
      name,
      label,
      value: this.values[name],
      error: this.errors[name],
      onInput: (value) => (this.values[name] = value),
      ...more,
    });
  }

  password() {
    return this.field('password', 'Password', {
      type: 'password',
      autocomplete: 'new-password',
      dir: 'ltr',
      hint: passwordHint(this.asked.passwords),
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
      this.asked = await get(this.#path);
    } catch (problem) {
      this.#hear(problem);
    }
    this.update();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    this.errors = problems(this.values, this.asked.passwords);
    this.#problem = null;
    if (Object.keys(this.errors).length === 0) await this.#send();
    this.update();
    focusFirstError(event.target);
  }

  async #send() {
    this.busy = true;
    this.update();
    try {
      await post(this.#path, this.values);
      location.replace(this.next);
    } catch (problem) {
      this.errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      if (problem.errors.length === 0) this.#hear(problem);
      this.busy = false;
    }
  }

  #hear(problem) {
    if (problem.status === 404) this.#gone = true;
    else this.#problem = problem;
  }
}

const signIn = html`<a class="button button-wide" href="/sign-in">Sign In Instead</a>`;

/** The first owner's account. */
class SetupPage extends LinkPage {
  api = '/api/setup';
  next = '/first-steps';
  title = 'Welcome to CloudPBX';
  worthless = 'A set-up link works once and for a day. A new one is printed each time CloudPBX starts, until somebody has set it up.';
  values = { name: '', email: '', password: '', businessName: '', timeZone: ownTimeZone() };

  get button() {
    return this.busy ? 'Setting Up…' : 'Set Up';
  }

  lead() {
    return 'You are the first one here. Make your account and name your business.';
  }

  fields() {
    return html`
      <div class="field-group">
        ${this.field('name', 'Your name', { autocomplete: 'name', focused: true })}
        ${this.field('email', 'Email', { type: 'email', autocomplete: 'username', dir: 'ltr' })} ${this.password()}
      </div>
      <div class="field-group">
        ${this.field('businessName', 'Business', { autocomplete: 'organization' })}
        ${choice({
          name: 'timeZone',
          label: 'Time zone',
          value: this.values.timeZone,
          options: timeZones(this.values.timeZone),
          error: this.errors.timeZone,
          onInput: (value) => (this.values.timeZone = value),
        })}
      </div>
    `;
  }
}

class JoinPage extends LinkPage {
  api = '/api/join';
  next = '/';
  title = 'Welcome to CloudPBX';
  button = 'Join';
  worthless = 'An invitation works once, for seven days. Ask whoever invited you for a new one.';
  values = { name: '', password: '' };

  lead() {
    return html`<span dir="auto">${this.asked.invitedBy}</span> invited you. You will sign in as <strong dir="ltr">${this.asked.email}</strong>.`;
  }

  fields() {
    return html`<div class="field-group">${this.field('name', 'Your name', { autocomplete: 'name', focused: true })} ${this.password()}</div>`;
  }
}

class NewPasswordPage extends LinkPage {
  api = '/api/new-password';
  next = '/sign-in';
  title = 'Choose a new password';
  button = 'Change Password';
  worthless = 'A link for a new password works once, for a day. Ask an owner or an admin for a new one.';
  values = { password: '' };

  lead() {
    return html`For <strong dir="ltr">${this.asked.email}</strong>. You are signed out everywhere, and then sign in with it.`;
  }

  fields() {
    return html`<div class="field-group">${this.password()}</div>`;
  }
}

customElements.define('pbx-setup', SetupPage);
customElements.define('pbx-join', JoinPage);
customElements.define('pbx-new-password', NewPasswordPage);
