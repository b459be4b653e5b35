import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';
import { progress, standing } from './model.js';

stylesheet('./standing.css', import.meta.url);

/** How a number stands: one word, how far it is, and what stopped it. @param {any} item @param {unknown} action beside the reason */
export function numberStanding(item, action = nothing) {
  const { label, tone, busy, failed, symbol } = standing(item);
  const steps = progress(item);
  return html`
    <span class="standing" role=${busy || failed ? 'status' : nothing}>
      <span class="pill pill-${tone} ${busy ? 'pill-pulse' : ''}">${symbol && !busy ? icon(symbol) : nothing}${label}</span>
      ${steps ? html`<progress class="standing-progress" max=${steps.of} value=${steps.at} aria-label=${label}></progress>` : nothing}
      ${failed ? html`<span class="sub standing-reason" dir="auto">${item.provisioning.reason}</span>${action}` : nothing}
    </span>
  `;
}
