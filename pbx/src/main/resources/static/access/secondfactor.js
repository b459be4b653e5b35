import { html, nothing } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { browserName } from '../lib/browsers.js';
import { makePasskey, passkeySentence, passkeysPossible } from '../lib/passkeys.js';
import { View } from '../lib/view.js';
import { icon } from '../components/icon/icon.js';
import { SecondFactorSetUp } from '../components/secondfactor/secondfactor.js';
import { frame } from './frame.js';

/** Where somebody is led who must add a second factor before anything else. */
class SecondFactorPage extends View {
  #setUp = null;
  #trouble = '';
  #making = false;

  opened() {
    this.#setUp = new SecondFactorSetUp(() => this.update());
  }

  template() {
    if (this.#setUp.codes) {
      return frame(
        'Keep your codes',
        'From now on you sign in with your password and a code.',
        html`${this.#setUp.template()}<a class="button button-filled button-large button-wide" href="/">Go On</a>`,
      );
    }
    return frame(
      'Add a second factor',
      passkeysPossible()
        ? 'Everybody here has two: a passkey, which is both at once, or a password with a code from their phone.'
        : 'Everybody here signs in with a password and a code from their phone.',
      html`
        ${passkeysPossible() ? this.#passkey() : nothing} ${this.#setUp.template()}
        <button class="button button-filled button-large button-wide" type="submit" form="second-factor" ?disabled=${this.#setUp.busy || !this.#setUp.ready}>
          Turn On
        </button>
        <button class="button button-wide button-plain" type="button" @click=${signOut}>Sign Out</button>
      `,
    );
  }

  #passkey() {
    return html`
      <button class="button button-large button-wide" type="button" ?disabled=${this.#making} @click=${() => this.#make()}>
        ${icon('key-round')}Add a Passkey
      </button>
      ${this.#trouble ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#trouble}</p>` : nothing}
      <p class="access-or sub muted">or an authenticator app</p>
    `;
  }

  /** The session has seen a second factor with it, and everything is open. */
  async #make() {
    this.#making = true;
    this.#trouble = '';
    this.update();
    try {
      await makePasskey(browserName(navigator.userAgent));
      location.replace('/');
    } catch (problem) {
      this.#trouble = passkeySentence(problem);
      this.#making = false;
      this.update();
    }
  }
}

async function signOut() {
  await remove('/api/session').catch(() => null);
  location.replace('/sign-in');
}

customElements.define('pbx-second-factor', SecondFactorPage);
