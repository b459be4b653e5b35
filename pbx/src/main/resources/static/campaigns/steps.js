import { html } from '../lib/html.js';
import { STEPS } from './draftmodel.js';

/** Where in the sheet one is; what lies behind can be gone back to. @param {{step: string, busy: boolean}} at @param {(step: string) => void} go */
export function stepList({ step, busy }, go) {
  const at = STEPS.findIndex(({ key }) => key === step);
  return html`<ol class="campaigns-steps" aria-label="Steps">
    ${STEPS.map(
      ({ key, label }, index) => html`<li class="campaigns-step" aria-current=${index === at ? 'step' : 'false'}>
        ${index < at
          ? html`<button class="link" type="button" ?disabled=${busy} @click=${() => go(key)}>${index + 1}. ${label}</button>`
          : html`<span>${index + 1}. ${label}</span>`}
      </li>`,
    )}
  </ol>`;
}
