import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { passkeySentence, passkeysPossible, signInByPasskey } from '../lib/passkeys.js';
import { View } from '../lib/view.js';
import { icon } from '../components/icon/icon.js';
import { SignInForm } from '../components/signin/form.js';
import { frame } from './frame.js';
import { destination } from './model.js';

const enter = () => location.replace(destination(location.search));

/** E-mail and password, or a passkey alone. */
class SignInPage extends View {
  #form = new SignInForm({ update: () => this.update(), done: enter });
  #trouble = '';

  template() {
    const { asksCode, email } = this.#form;
    return frame(
      asksCode ? 'Enter your code' : 'Sign in to CloudPBX',
      asksCode ? html`One more step for <strong dir="ltr">${email}</strong>.` : 'With the email and password you chose when this phone system was set up.',
      html`
        ${this.#form.template()}
        <button class="button button-filled button-large button-wide" type="submit" form="sign-in" ?disabled=${this.#form.busy}>
          ${this.#form.busy ? 'Signing In…' : 'Sign In'}
        </button>
        ${passkeysPossible() && !asksCode ? this.#passkey() : nothing}
      `,
    );
  }

  #passkey() {
    return html`
      <button class="button button-large button-wide" type="button" @click=${() => this.#byPasskey()}>${icon('key-round')}Use a Passkey</button>
      ${this.#trouble ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#trouble}</p>` : nothing}
    `;
  }

  async #byPasskey() {
    this.#trouble = '';
    this.update();
    try {
      await signInByPasskey();
      enter();
    } catch (problem) {
      this.#trouble = passkeySentence(problem);
      this.update();
    }
  }
}

/** A link that signs in by itself: the demo's. */
class SignInLinkPage extends View {
  params = {};
  #problem = null;

  opened() {
    this.#use();
  }

  template() {
    if (!this.#problem) return frame('Signing you in…', 'One moment.', html`<span class="access-wait">${icon('refresh-cw')}</span>`);
    return frame(
      'This link doesn’t work',
      this.#problem.code === 'unreachable' ? this.#problem.message : 'It may belong to an earlier start. The newest one is printed where CloudPBX was started.',
      html`
        <button class="button button-filled button-large button-wide" type="button" @click=${() => this.#use()}>Try Again</button>
        <a class="button button-wide button-plain" href="/sign-in">Sign In with a Password</a>
      `,
    );
  }

  async #use() {
    this.#problem = null;
    this.update();
    try {
      await post('/api/session/link', { token: this.params.token });
      location.replace('/');
    } catch (problem) {
      this.#problem = problem;
      this.update();
    }
  }
}

customElements.define('pbx-sign-in', SignInPage);
customElements.define('pbx-sign-in-link', SignInLinkPage);
