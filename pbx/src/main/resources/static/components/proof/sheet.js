import { html, nothing } from '../../lib/html.js';
import { prove } from '../../lib/proof.js';
import { spoken } from '../../lib/phrases.js';
import { passkeySentence, passkeysPossible, proveByPasskey } from '../../lib/passkeys.js';
import { field, focusFirstError } from '../field/field.js';
import { icon } from '../icon/icon.js';
import { openSheet } from '../sheet/sheet.js';

let asking = null;

const ASKED = {
  password: { label: 'Password', type: 'password', autocomplete: 'current-password' },
  code: { label: 'Code', autocomplete: 'one-time-code', hint: 'From your authenticator app, or one of your recovery codes.' },
};

const WHILE_AGO = 'You signed in a while ago, and this is for nobody but you. What you entered is kept.';
const PASSKEY_ALONE = 'This is for nobody but you. Everybody here has two factors, and your passkey is both: the password alone is not enough.';

/** Asks over the page that somebody proves who they are; what waits for it then goes on. @param {string[]} by */
export function askForProof(by) {
  asking ??= new Promise((resolve) => new ProofSheet(by, resolve));
  return asking;
}

class ProofSheet {
  #means;
  #passkey;
  #value = '';
  #problem = null;
  #busy = false;
  #proved = false;
  #sheet;

  constructor(by, resolve) {
    this.#means = ['code', 'password'].find((each) => by.includes(each));
    this.#passkey = by.includes('passkey') && passkeysPossible();
    this.#sheet = openSheet({
      title: 'Confirm It’s You',
      size: 'small',
      content: () => this.#form(),
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-filled" type="submit" form="proof-form" ?disabled=${this.#busy}>${this.#means ? 'Go On' : 'Use a Passkey'}</button>
      `,
      onClose: () => {
        asking = null;
        resolve(this.#proved);
      },
    });
  }

  #form() {
    return html`
      <p class="callout muted">${this.#means ? WHILE_AGO : PASSKEY_ALONE}</p>
      <form id="proof-form" class="field-form" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem && !this.#error ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#sentence}</p>` : nothing}
        ${this.#means ? html`<div class="field-group">${this.#field()}</div>` : nothing}
      </form>
      ${this.#passkey && this.#means
        ? html`<button class="button button-wide" type="button" ?disabled=${this.#busy} @click=${() => this.#try(proveByPasskey)}>${icon('key-round')}Use a Passkey</button>`
        : nothing}
    `;
  }

  #field() {
    return field({
      name: 'proof',
      dir: 'ltr',
      focused: true,
      value: this.#value,
      error: this.#error,
      onInput: (value) => (this.#value = value),
      ...ASKED[this.#means],
    });
  }

  get #error() {
    return this.#means && this.#problem?.about?.(this.#means);
  }

  get #sentence() {
    const { code, retryAfterSeconds } = this.#problem;
    return code === 'too_many_attempts' ? `Too many tries. Try again in ${spoken(retryAfterSeconds ?? 60)}.` : passkeySentence(this.#problem);
  }

  async #submit(event) {
    event.preventDefault();
    await this.#try(this.#means ? () => prove({ [this.#means]: this.#value }) : proveByPasskey);
    focusFirstError(event.target);
  }

  async #try(proving) {
    if (this.#busy) return;
    this.#busy = true;
    this.#sheet.update();
    try {
      await proving();
      this.#proved = true;
      this.#sheet.close();
    } catch (problem) {
      this.#problem = problem;
      this.#busy = false;
      this.#sheet.update();
    }
  }
}
