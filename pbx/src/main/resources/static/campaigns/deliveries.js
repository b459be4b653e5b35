import { html, nothing } from '../lib/html.js';
import { download } from '../lib/download.js';
import { number, time, when } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { go } from '../lib/router.js';
import { failed, skeletonRows, stale } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import '../components/list/rows.js';
import { resend } from './acts.js';
import { groupOf, GROUPS, pillTone, repliesWord, shown } from './model.js';
import { showProof } from './proof.js';
import { carried } from './seen.js';

const ROW_HEIGHT = 52;

/**
 * Everybody of a campaign and what became of them.
 *
 * @param {any} campaign
 * @param {{feed: import('./deliveryfeed.js').Deliveries, show: string}} how `show` is the outcome that is wanted, or empty
 */
export const deliveries = (campaign, { feed, show }) => html`
  <section class="campaigns-deliveries" aria-label="Recipients">
    <div class="campaigns-deliveries-head">
      <h3 class="title-3">Recipients</h3>
      <select class="campaigns-select" aria-label="Show" @change=${(event) => choose(campaign.id, event.target.value)}>
        <option value="" ?selected=${!show}>Everybody (${number(campaign.counts.total)})</option>
        ${GROUPS.filter(({ key }) => campaign.counts[key] > 0 || key === show).map(
          ({ key, label }) => html`<option value=${key} ?selected=${key === show}>${label} (${number(campaign.counts[key])})</option>`,
        )}
      </select>
      ${may('admin')
        ? html`<button class="button" type="button" aria-haspopup="menu" @click=${({ currentTarget }) => choices(currentTarget, campaign)}>${icon('download')}Download…</button>`
        : nothing}
    </div>
    ${feed.stale
      ? html`<p class="campaigns-doubt callout">${icon('refresh-cw')}<span>Things have moved on since these were loaded. <button class="link" type="button" @click=${() => feed.load()}>Show Again from the Top</button></span></p>`
      : nothing}
    ${feed.problem && feed.ready ? stale(feed.problem, () => feed.load()) : nothing}
    ${body(campaign, feed, show)}
  </section>
`;

/** Every delivery in a row with what became of it, or in many with all that happened. */
function choices(button, { id }) {
  const path = `/api/campaigns/${encodeURIComponent(id)}`;
  openMenu(button, [
    { label: 'Outcomes (CSV)', symbol: 'download', act: () => download(`${path}/deliveries.csv`) },
    { label: 'Whole History (CSV)', symbol: 'clock', act: () => download(`${path}/history.csv`) },
    { label: 'Lines Left Out (CSV)', symbol: 'circle-alert', act: () => download(`${path}/left-out.csv`) },
  ]);
}

const choose = (id, show) => go(`/campaigns/${encodeURIComponent(id)}${show ? `?show=${encodeURIComponent(show)}` : ''}`, { replace: true });

function body(campaign, feed, show) {
  if (!feed.ready) return feed.problem ? failed(feed.problem, () => feed.load()) : skeletonRows(4);
  if (feed.items.length === 0) {
    return html`<p class="callout muted">${show ? `Nobody is “${groupOf(show).label.toLowerCase()}” now.` : 'Nobody was chosen yet.'}</p>`;
  }
  return html`
    <div class="campaigns-table card">
      <pbx-rows
        .list=${{
          items: feed.items,
          label: 'Recipients',
          rowHeight: ROW_HEIGHT,
          more: Boolean(feed.next),
          row: (delivery) => row(campaign, delivery, feed),
          onEnd: () => feed.more(),
        }}
      ></pbx-rows>
    </div>
  `;
}

function row(campaign, delivery, feed) {
  const { label, symbol, tone } = groupOf(delivery.state);
  const at = delivery.changedAt ?? delivery.sentAt;
  return html`
    <div class="campaigns-row">
      <span class="campaigns-to">
        <button class="link cut" type="button" aria-haspopup="dialog" @click=${() => showProof(delivery)}>
          <span class="unseen">Text to </span><bdi>${delivery.name ?? shown(delivery.to)}</bdi>
        </button>
        ${delivery.name ? html`<span class="campaigns-number sub muted digits">${shown(delivery.to)}</span>` : nothing}
        ${carried(campaign.media)}
      </span>
      <span class="pill pill-${pillTone(tone)}">${icon(symbol)}${label}</span>
      <span class="campaigns-why callout muted cut" dir="auto" title=${why(delivery)}>${[why(delivery), repliesWord(delivery)].filter(Boolean).join(' · ')}</span>
      ${delivery.state === 'notConfirmed' && may('admin')
        ? html`<button class="button campaigns-resend" type="button" @click=${() => resend(campaign, delivery, feed)}>
            Resend<span class="unseen"> to ${shown(delivery.to)}</span>
          </button>`
        : html`<span class="campaigns-at sub muted digits" title=${at ? `${when(at)}, ${time(at)}` : ''}>${at ? when(at) : ''}</span>`}
    </div>
  `;
}

/** What the carrier's code means, with the code; the gate's codes are for machines. */
const why = ({ sentence, code }) => [sentence, /^\d+$/.test(code) && !sentence.includes(code) ? `(${code})` : ''].filter(Boolean).join(' ');
