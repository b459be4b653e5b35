import { html, nothing } from '../lib.js';
import { isLive } from '../model/call.js';
import { showNumber } from '../model/numbers.js';
import { icon } from './parts.js';

/** A screen that stands where the phone would, or null when the phone can be used. @param {any} state @param {any} act */
export function stateScreen(state, act) {
  const { phone, unreachable } = state;
  if (phone === null) return unreachable ? noCarrier() : connecting();
  if (phone.line === 'replaced') return replaced(phone, act);
  if (phone.line === 'connecting') return connecting();
  return null;
}

const connecting = () => html`
  <div class="notice" role="status">
    <span class="spinner" aria-hidden="true"></span>
    <p class="notice-sentence">Connecting…</p>
  </div>
`;

const noCarrier = () => html`
  <div class="notice" role="alert">
    ${icon('offline')}
    <h2 class="notice-title">The carrier doesn’t answer</h2>
    <p class="notice-sentence">Is the sandbox still running? Trying again…</p>
  </div>
`;

const replaced = (phone, act) => html`
  <div class="notice" role="alert">
    ${icon('device')}
    <h2 class="notice-title">Open in another tab</h2>
    <p class="notice-sentence"><bdi>${showNumber(phone.number)}</bdi> is now used there. A number can be in one place only.</p>
    <div class="notice-buttons">
      <button type="button" class="button button-main" @click=${act.takeBack}>Use It Here</button>
      <a class="button" href="./">Be Someone Else</a>
    </div>
  </div>
`;

/** One capsule over the screen at most, the worst first. @param {any} state @param {any} act */
export function banner({ phone }, act) {
  if (phone?.line === 'lost') {
    const rest = isLive(phone.call) ? 'The call is kept for a few seconds.' : 'Trying again…';
    return html`<p class="banner" role="status">${icon('offline')} Line lost. Reconnecting… ${rest}</p>`;
  }
  if (!phone?.problem) return nothing;
  return html`
    <div class="banner" role="alert">
      ${icon('alert')} <span dir="auto">${phone.problem}</span>
      <button type="button" class="banner-close" @click=${act.dismissProblem}>${icon('close')}<span class="hidden">Dismiss</span></button>
    </div>
  `;
}
