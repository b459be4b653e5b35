import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { standings, whenLong } from '../lib/phrases.js';
import { may } from '../lib/rights.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { askWhy } from '../components/why/why.js';
import { recordConsent, withdraw } from './consenting.js';
import { consentsHeld, ledgerLine } from './model.js';

/** What may be texted to each number, and everything that led there, with its proof. */
export function consentOf(document, { contact, admin, reload }) {
  return html`
    <section class="contacts-consent">
      <h3 class="title-3">Consent</h3>
      ${document.value
        ? document.value.items.map((standing) => one(standing, { contact, admin, reload }))
        : document.problem
          ? failed(document.problem, reload)
          : skeletonRows(2)}
    </section>
  `;
}

const one = (standing, how) => html`
  <div class="contacts-facts card">
    <div class="contacts-reach">
      <span class="contacts-number">${standing.display}</span>
      ${standings(standing).map(({ label, symbol, tone }) => html`<span class="pill pill-${tone}">${icon(symbol)}${label}</span>`)}
      <span class="contacts-reach-acts">${acts(standing, how)}</span>
    </div>
    ${standing.ledger.length > 0
      ? html`<ol class="contacts-ledger" aria-label="Record of ${standing.display}">${standing.ledger.map(entry)}</ol>`
      : html`<p class="contacts-none callout muted">Nothing on record: they neither agreed nor opted out.</p>`}
  </div>
`;

function entry(each) {
  const { what, how, quote, wording, kept } = ledgerLine(each);
  return html`
    <li class="contacts-entry">
      <p><strong>${what}</strong> <span class="sub muted">${whenLong(each.at)}</span></p>
      ${quote ? html`<p class="callout" dir="auto">“${quote}”</p>` : nothing}
      <p class="sub muted" dir="auto">${how}</p>
      ${kept ? html`<p class="sub muted" dir="auto">${kept}</p>` : nothing}
      ${wording ? html`<details class="sub"><summary>What they were shown</summary><p dir="auto">${wording}</p></details>` : nothing}
    </li>
  `;
}

function acts(standing, { contact, admin, reload }) {
  const { number, display, optedOut, marketingPaused } = standing;
  const path = `/api/opt-outs/${encodeURIComponent(number)}`;
  if (!may('agent') || (optedOut && !admin)) return nothing;
  if (optedOut) {
    return act('Take Back…', () =>
      askWhy({
        title: `Take back the opt-out of ${display}?`,
        text: 'Only when it was entered by mistake. Whoever wrote STOP comes back by writing START. Your reason is kept in the audit log.',
        label: 'Reason',
        verb: 'Take Back',
        send: (reason) => post(`${path}/undo`, { reason }),
        done: `${display} may be texted again`,
        reload,
      }),
    );
  }
  return html`
    ${marketingPaused
      ? act('Resume Marketing…', () =>
          askWhy({
            title: 'Resume marketing?',
            text: `Their words “${marketingPaused.quote}” could have meant an opt-out. Resume only when you know that they did not.`,
            label: 'How you know',
            verb: 'Resume',
            send: (reason) => post(`${path}/resume-marketing`, { reason }),
            done: 'Marketing resumed',
            reload,
          }))
      : nothing}
    ${act('Add Consent…', () => recordConsent({ contact, standing, reload }))}
    ${consentsHeld(standing).map(({ value, label }) =>
      act(`Withdraw ${label}…`, () =>
        askWhy({
          title: `Withdraw ${display}’s consent to ${label.toLowerCase()}?`,
          text: 'From now on nothing of this kind is sent without a new consent. The record keeps both.',
          label: 'What they said',
          verb: 'Withdraw',
          send: (words) => withdraw(contact, number, value, words),
          done: 'Consent withdrawn',
          reload,
        })),
    )}
    ${act('Opt Out…', () =>
      askWhy({
        title: `Opt ${display} out?`,
        text: 'Nothing is texted to them any more, until they write START.',
        label: 'What they said',
        verb: 'Opt Out',
        send: (words) => post('/api/opt-outs', { number, words }),
        done: `${display} is opted out`,
        reload,
      }))}
  `;
}

const act = (label, run) => html`<button class="button contacts-act" type="button" @click=${run}>${label}</button>`;
