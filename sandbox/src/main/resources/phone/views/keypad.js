import { html, live, nothing } from '../lib.js';
import { KEYPAD } from '../model/tones.js';
import { readNumber, showNumber, showTyping } from '../model/numbers.js';
import { icon } from './parts.js';

/** The twelve keys. @param {(digit: string) => void} press */
export const keys = (press) => html`
  <div class="keys" role="group" aria-label="Keys">
    ${KEYPAD.map(
      ({ digit, letters }) => html`
        <button type="button" class="key" @click=${() => press(digit)}>
          ${digit}<span class="key-letters" aria-hidden="true">${letters}</span>
        </button>
      `,
    )}
  </div>
`;

/** The screen one dials from. @param {any} state @param {any} act */
export function keypadScreen(state, act) {
  const { typed, directory, refusal, phone } = state;
  return html`
    <form class="dial" @submit=${(event) => (event.preventDefault(), act.call())}>
      <p class="dial-as">Calling as <bdi>${showNumber(phone.number)}</bdi></p>
      <label class="hidden" for="dial-number">Number to call</label>
      <input
        id="dial-number"
        class="dial-number"
        type="tel"
        autocomplete="off"
        placeholder="Number"
        aria-describedby="dial-known"
        .value=${live(showTyping(typed))}
        @input=${(event) => act.type(event.target.value)}
      />
      <p class="dial-known" id="dial-known" role="status">${known(typed, directory, refusal, act)}</p>
      ${keys(act.key)}
      <div class="dial-buttons">
        <button type="submit" class="call-button" ?disabled=${phone.line !== 'open'}>
          ${icon('phone')}<span class="hidden">Call</span>
        </button>
        ${typed === ''
          ? nothing
          : html`<button type="button" class="erase" @click=${act.erase}>${icon('backspace')}<span class="hidden">Delete last digit</span></button>`}
      </div>
    </form>
  `;
}

function known(typed, directory, refusal, act) {
  if (refusal) return html`<span class="dial-refusal">${refusal}</span>`;
  if (directory?.business.length === 0) return 'The business has no numbers yet. They appear here once it has bought one.';
  const read = readNumber(typed);
  const entry = 'number' in read && directory?.business.find(({ number }) => number === read.number);
  if (entry) return html`<button type="button" class="link" @click=${() => act.show('business')}>${entry.label || 'The business'}</button>`;
  return typed === '' ? html`<button type="button" class="link" @click=${() => act.show('business')}>Choose a business number</button>` : nothing;
}
