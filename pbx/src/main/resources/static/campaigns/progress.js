import { html, nothing, svg } from '../lib/html.js';
import { session } from '../lib/data.js';
import { count, number } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';
import { barInWords, groups, handled, isUnderWay, outcomeLine, paceLine, percent } from './model.js';

/** Everybody of an audience as one bar. */
export const bar = (counts) => html`
  <div class="campaigns-bar" role="img" aria-label=${barInWords(counts)}>
    ${groups(counts).map(({ tone, figure }) => html`<span class="campaigns-part campaigns-${tone}" .style=${`flex-grow:${figure}`}></span>`)}
  </div>
`;

const ring = (value) => html`
  <div class="campaigns-ring">
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <circle class="campaigns-ring-track" cx="50" cy="50" r="44" pathLength="100" />
      ${value > 0 ? svg`<circle class="campaigns-ring-done" cx="50" cy="50" r="44" pathLength="100" stroke-dasharray="${value} 100" />` : nothing}
    </svg>
    <p class="campaigns-ring-words"><strong class="title-1 digits">${value}%</strong><span class="sub muted">done</span></p>
  </div>
`;

const paced = (line) => (line ? html`<p class="callout muted digits">${line}</p>` : nothing);

/** How far a campaign has come, as a picture whose parts add up to its audience. @param {number | null} pace people per second */
export const progress = (campaign, pace) => html`
  <section class="campaigns-progress card" aria-label="Progress">
    ${ring(percent(campaign.counts))}
    <div class="campaigns-figures">
      <p class="campaigns-sum">
        <strong class="title-1 digits">${number(handled(campaign.counts))}</strong>
        <span class="muted">of ${count(campaign.counts.total, 'person', 'people')}</span>
      </p>
      ${paced(paceLine(campaign, pace, session.value.business.timeZone))}
      ${bar(campaign.counts)}
      <ul class="campaigns-legend">
        ${groups(campaign.counts).map(
          ({ label, tone, figure }) => html`<li>
            <span class="campaigns-key campaigns-${tone}" aria-hidden="true"></span>
            <span class="muted">${label}</span> <strong class="digits">${number(figure)}</strong>
          </li>`,
        )}
      </ul>
      ${outcomes(campaign.outcomes)}
    </div>
  </section>
  ${doubts(campaign)}
`;

/** What people did after it; they are among the others as well, so that this adds up to nothing. */
const outcomes = ({ replied, optedOut }) =>
  replied + optedOut > 0
    ? html`<p class="callout muted digits">${outcomeLine({ replied, optedOut })}</p>`
    : nothing;

/** Those of whom nobody knows yet whether they have it, and those of whom nobody ever will. */
function doubts({ id, state, counts, policy }) {
  return html`
    ${counts.checking > 0
      ? html`<p class="campaigns-doubt callout">
          ${icon('clock')}<span>Checking ${number(counts.checking)} with the carrier. ${
            policy === 'at_most_once' ? 'They won’t be sent twice.' : 'Whoever is not found there is sent to again.'
          }</span>
        </p>`
      : nothing}
    ${counts.notConfirmed > 0
      ? html`<p class="campaigns-doubt callout">
          ${icon('circle-alert')}<span>
            The carrier knows nothing of ${count(counts.notConfirmed, 'text')}, so nobody can say whether ${counts.notConfirmed === 1 ? 'it' : 'they'}
            left. ${isUnderWay({ state }) ? 'The campaign goes on without them.' : ''}
            ${may('admin') ? html`<a class="link" href="/campaigns/${encodeURIComponent(id)}?show=notConfirmed">Decide One by One</a>` : nothing}
          </span>
        </p>`
      : nothing}
  `;
}

const SECTIONS = [
  { state: 'failed', title: 'Why texts failed' },
  { state: 'skipped', title: 'Why people were skipped' },
];

/** The reasons behind what did not arrive, in plain words. @param {{value: any}} document of `/reasons` */
export function reasons(document) {
  const items = document.value?.items ?? [];
  return SECTIONS.map(({ state, title }) => {
    const those = items.filter((item) => item.state === state).sort((a, b) => b.count - a.count);
    if (those.length === 0) return nothing;
    return html`
      <section>
        <h3 class="title-3">${title}</h3>
        <ul class="campaigns-reasons card">
          ${those.map(
            (reason) => html`<li>
              <strong class="digits">${number(reason.count)}</strong>
              <span><span dir="auto">${reason.sentence}</span> ${/^\d+$/.test(reason.code) ? html`<span class="sub muted campaigns-code">(${reason.code})</span>` : nothing}</span>
            </li>`,
          )}
        </ul>
      </section>
    `;
  });
}
