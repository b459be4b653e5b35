import { html } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { View } from '../lib/view.js';
import { SecondFactorSetUp } from '../components/secondfactor/secondfactor.js';
import { frame } from './frame.js';

/** Where somebody is led who must add a second factor before anything else. */
class SecondFactorPage extends View {
  #setUp = null;

  opened() {
    this.#setUp = new SecondFactorSetUp(() => this.update());
  }

  template() {
    return frame(
      'Add a second factor',
      'Everybody here signs in with a password and a code from their phone.',
      html`
        ${this.#setUp.template()}
        ${this.#setUp.codes
          ? html`<a class="button button-filled button-large button-wide" href="/">Go On</a>`
          : html`
              <button class="button button-filled button-large button-wide" type="submit" form="second-factor" ?disabled=${this.#setUp.busy || !this.#setUp.ready}>
                Turn On
              </button>
              <button class="button button-wide button-plain" type="button" @click=${signOut}>Sign Out</button>
            `}
      `,
    );
  }
}

async function signOut() {
  await remove('/api/session').catch(() => null);
  location.replace('/sign-in');
}

customElements.define('pbx-second-factor', SecondFactorPage);
