import { html, nothing, svg } from '../../lib/html.js';
import { post } from '../../lib/api.js';
import { stylesheet } from '../../lib/styles.js';
import { field, focusFirstError } from '../field/field.js';

stylesheet('./secondfactor.css', import.meta.url);

const PATH = '/api/account/second-factor';

/** Adds a second factor: a picture for the app's camera, a code in return, then the recovery codes, once. */
export class SecondFactorSetUp {
  codes = null;
  busy = false;
  #offer = null;
  #code = '';
  #error = null;
  #problem = null;
  #update;

  /** @param {() => void} update */
  constructor(update) {
    this.#update = update;
    this.#begin();
  }

  get ready() {
    return this.#offer !== null;
  }

  template() {
    if (this.codes) return recovery(this.codes);
    return html`
      <form id="second-factor" class="field-form secondfactor" novalidate @submit=${(event) => this.#confirm(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem.message}</p>` : nothing}
        ${this.#offer ? this.#picture() : html`<div class="skeleton secondfactor-picture" aria-hidden="true"></div>`}
        <div class="field-group">
          ${field({
            name: 'code',
            label: 'Code',
            placeholder: 'Six digits',
            autocomplete: 'one-time-code',
            inputmode: 'numeric',
            dir: 'ltr',
            maxlength: 10,
            value: this.#code,
            error: this.#error,
            onInput: (value) => (this.#code = value),
          })}
        </div>
      </form>
    `;
  }

  #picture() {
    const { key, picture } = this.#offer;
    return html`
      <p class="callout">Scan this with an authenticator app, then enter the code that it shows.</p>
      <svg class="secondfactor-picture" viewBox="0 0 ${picture.side} ${picture.side}" role="img" aria-label="QR code for an authenticator app">
        ${svg`<path d=${picture.path}></path>`}
      </svg>
      <details class="secondfactor-key">
        <summary class="sub">Can’t scan it?</summary>
        <p class="sub muted">Enter this key in the app: <code tabindex="0">${key.match(/.{1,4}/g).join(' ')}</code></p>
      </details>
    `;
  }

  async #begin() {
    try {
      this.#offer = await post(PATH);
    } catch (problem) {
      this.#problem = problem;
    }
    this.#update();
  }

  async #confirm(event) {
    event.preventDefault();
    if (this.busy || !this.#offer) return;
    this.busy = true;
    this.#error = this.#problem = null;
    this.#update();
    try {
      this.codes = (await post(`${PATH}/confirm`, { code: this.#code.trim() })).recoveryCodes;
    } catch (problem) {
      this.#error = problem.about('code');
      if (!this.#error) this.#problem = problem;
    }
    this.busy = false;
    this.#update();
    focusFirstError(event.target);
  }
}

/** @param {string[]} codes */
export const recovery = (codes) => html`
  <div class="secondfactor">
    <p class="callout" role="status">
      Keep these recovery codes where you will find them without your phone. Each works once; they are not shown again.
    </p>
    <ul class="field-group secondfactor-codes" aria-label="Recovery codes" tabindex="0">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
  </div>
`;
