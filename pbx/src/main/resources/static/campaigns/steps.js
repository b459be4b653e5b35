import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { STEPS } from './draftmodel.js';

/** Where in the sheet one is; what lies behind can be gone back to. @param {{step: string, busy: boolean, campaign: any}} at @param {(step: string) => void} go */
export function stepList({ step, busy, campaign }, go) {
  const at = STEPS.findIndex(({ key }) => key === step);
  return html`${campaign?.state === 'scheduled' ? scheduled : nothing}<ol class="campaigns-steps" aria-label="Steps">
    ${STEPS.map(
      ({ key, label }, index) => html`<li class="campaigns-step" aria-current=${index === at ? 'step' : 'false'}>
        ${index < at
          ? html`<button class="link" type="button" ?disabled=${busy} @click=${() => go(key)}>${index + 1}. ${label}</button>`
          : html`<span>${index + 1}. ${label}</span>`}
      </li>`,
    )}
  </ol>`;
}

/** Said before anything is changed. */
const scheduled = html`<p class="banner banner-grey campaigns-banner">
  ${icon('calendar-clock')}<span class="banner-text">It is scheduled. What you change makes it a draft again, until you schedule it anew.</span>
</p>`;

/**
 * The buttons under a step.
 *
 * @param {{step: string, busy: boolean, later: boolean}} at
 * @param {{state: string | null, sending: {label: string, share: number | null, stop: () => void} | null, mayGoOn: boolean, off: (button: EventTarget) => void, back: (() => void) | null}} how
 *   `state` is the campaign's, null while there is none
 */
export const actions = ({ step, busy, later }, { state, sending, mayGoOn, off, back }) => html`
  <button class="button campaigns-keep" type="button" ?disabled=${busy} @click=${(event) => off(event.target)}>${offWord(step, state)}</button>
  ${sending ? taking(sending) : nothing}
  ${back && !sending ? html`<button class="button" type="button" ?disabled=${busy} @click=${back}>Back</button>` : nothing}
  <button class="button button-filled" type="submit" form="campaign" ?disabled=${busy || !mayGoOn}>${busy ? 'One moment…' : onWord(step, later)}</button>
`;

const taking = ({ label, share, stop }) => html`
  <span class="campaigns-taking">
    <span class="sub muted digits">${label}</span>
    <progress class="progress" max="1" value=${share ?? nothing} aria-label=${label}></progress>
  </span>
  <button class="button" type="button" @click=${stop}>Stop</button>
`;

function offWord(step, state) {
  if (state === 'scheduled') return 'Close';
  return state || step !== 'audience' ? 'Keep as Draft' : 'Cancel';
}

function onWord(step, later) {
  if (step !== 'review') return 'Next';
  return later ? 'Schedule' : 'Start Now';
}
