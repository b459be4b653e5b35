import { html, nothing } from '../../lib/html.js';
import { prove } from '../../lib/api.js';
import { spoken } from '../../lib/format.js';
import { field, focusFirstError } from '../field/field.js';
import { openSheet } from '../sheet/sheet.js';

let asking = null;

const ASKED = {
  password: { label: 'Password', type: 'password', autocomplete: 'current-password' },
  code: { label: 'Code', autocomplete: 'one-time-code', hint: 'From your authenticator app, or one of your recovery codes.' },
};

/** Asks over the page that somebody proves who they are; what waits for it then goes on. @param {string[]} by */
export function askForProof(by) {
  asking ??= new Promise((resolve) => new ProofSheet(by.includes('code') ? 'code' : 'password', resolve));
  return asking;
}

class ProofSheet {
  #means;
  #value = '';
  #problem = null;
  #busy = false;
  #proved = false;
  #sheet;

  constructor(means, resolve) {
    this.#means = means;
    this.#sheet = openSheet({
      title: 'Confirm It’s You',
      size: 'small',
      content: () => this.#form(),
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-filled" type="submit" form="proof-form" ?disabled=${this.#busy}>Go On</button>
      `,
      onClose: () => {
        asking = null;
        resolve(this.#proved);
      },
    });
  }

  #form() {
    return html`
      <p class="callout muted">You signed in a while ago, and this is for nobody but you. What you entered is kept.</p>
      <form id="proof-form" class="field-form" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem && !this.#error ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#sentence}</p>` : nothing}
        <div class="field-group">
          ${field({
            name: 'proof',
            dir: 'ltr',
            focused: true,
            value: this.#value,
            error: this.#error,
            onInput: (value) => (this.#value = value),
            ...ASKED[this.#means],
          })}
        </div>
      </form>
    `;
  }

  get #error() {
    return this.#problem?.about(this.#means);
  }

  get #sentence() {
    const { code, message, retryAfterSeconds } = this.#problem;
    return code === 'too_many_attempts' ? `Too many tries. Try again in ${spoken(retryAfterSeconds ?? 60)}.` : message;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    this.#sheet.update();
    try {
      await prove({ [this.#means]: this.#value });
      this.#proved = true;
      this.#sheet.close();
    } catch (problem) {
      this.#problem = problem;
      this.#busy = false;
      this.#sheet.update();
      focusFirstError(event.target);
    }
  }
}
