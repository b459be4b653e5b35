import { html, nothing } from '../lib/html.js';
import { number } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';
import { askToCancel, askToDiscard, copy, pause, resume } from './acts.js';
import { chooseNumbers } from './numbers.js';
import { deliveries } from './deliveries.js';
import { allowed, fromLine, standing, termsLine, whenLine } from './model.js';
import { progress, reasons } from './progress.js';
import { resting } from './resting.js';
import { seen } from './seen.js';
import { timeline } from './timeline.js';

/**
 * One campaign: what it is, how far it has come, and what became of everybody.
 *
 * @param {any} campaign
 * @param {{feed: import('./deliveryfeed.js').Deliveries, reasons: import('../lib/store.js').Document,
 *   timeline: import('../lib/store.js').Document, chart: {asTable: boolean, flip: () => void}, show: string, pace: number | null,
 *   edit: () => void}} how
 */
export const detail = (campaign, how) => html`
  <div class="list-head campaigns-head">
    <div class="list-head-words">
      <h2 class="title-3 cut" dir="auto">${campaign.name || 'Without a name'}</h2>
      <p class="sub muted cut" dir="auto">${[fromLine(campaign.senders), whenLine(campaign), `by ${campaign.createdBy}`].filter(Boolean).join(' · ')}</p>
    </div>
    ${acts(campaign, how.edit)}
  </div>
  <div class="list-body campaigns-body">
    ${campaign.why ? why(campaign) : nothing}
    ${campaign.state === 'draft' ? draft(campaign) : progress(campaign, how.pace)} ${resting(campaign)}
    ${timeline(how.timeline, how.chart)} ${reasons(how.reasons)} ${message(campaign)} ${deliveries(campaign, how)}
  </div>
`;

function acts(campaign, edit) {
  const offered = may('admin') ? allowed(campaign.state) : {};
  const { label, symbol, tone } = standing(campaign);
  return html`
    <span class="pill pill-${tone}">${icon(symbol)}${label}</span>
    <div class="campaigns-acts">
      ${offered.discard
        ? html`<button class="round" type="button" aria-label="Delete this draft" title="Delete" @click=${() => askToDiscard(campaign)}>${icon('trash-2')}</button>`
        : nothing}
      ${offered.edit
        ? html`<button class="button ${offered.discard ? 'button-filled' : ''}" type="button" @click=${edit}>${icon('pencil')}${offered.discard ? 'Continue' : 'Change'}</button>`
        : nothing}
      ${offered.pause ? html`<button class="button" type="button" @click=${() => pause(campaign)}>${icon('pause')}Pause</button>` : nothing}
      ${offered.numbers ? html`<button class="button" type="button" @click=${() => chooseNumbers(campaign)}>${icon('phone')}Numbers…</button>` : nothing}
      ${offered.resume ? html`<button class="button button-filled" type="button" @click=${() => resume(campaign)}>${icon('play')}Resume</button>` : nothing}
      ${offered.copy ? html`<button class="round" type="button" aria-label="Duplicate" title="Duplicate" @click=${() => copy(campaign)}>${icon('copy')}</button>` : nothing}
      ${offered.cancel ? html`<button class="button button-danger" type="button" @click=${() => askToCancel(campaign)}>Cancel…</button>` : nothing}
    </div>
  `;
}

const why = ({ state, why: sentence }) => html`
  <p class="banner ${state === 'paused' ? 'banner-orange' : 'banner-grey'} campaigns-banner">
    ${icon(state === 'paused' ? 'pause' : 'circle-alert')}<span class="banner-text" dir="auto">${sentence}</span>
  </p>
`;

const draft = ({ counts }) => html`
  <p class="callout muted">
    ${counts.total > 0
      ? `${number(counts.total)} ${counts.total === 1 ? 'person is' : 'people are'} chosen. Nothing is sent before you start it.`
      : 'Nobody is chosen yet, and nothing is sent before you start it.'}
  </p>
`;

const message = (campaign) => html`
  <section>
    <h3 class="title-3">Message</h3>
    ${seen(campaign.media)}
    ${campaign.message
      ? html`<p class="campaigns-bubble" dir="auto">${campaign.message}</p>`
      : html`<p class="callout muted">Nothing is written yet.</p>`}
    <p class="sub muted campaigns-terms">${termsLine(campaign)}</p>
  </section>
`;
