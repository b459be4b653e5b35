import { html, nothing, repeat } from '../lib/html.js';
import { post } from '../lib/api.js';
import { numberFeed, session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { address } from '../lib/router.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows, stale } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { numberStanding } from '../components/standing/standing.js';
import { asked, inOrder, isInVain, note, purpose, texting } from './model.js';
import { dailyCapOf } from './dailycap.js';
import { examination, examinationNote, examinationOf, examine } from './examination.js';
import { getNumber } from './get.js';
import { listening } from './listening.js';
import { afterVain, nameOf } from './naming.js';
import { askToRelease } from './release.js';
import { textBackOf, textBacks } from './textback.js';

/** The numbers the company owns: what each does, how it stands, and the way back to the carrier. */
class NumbersPage extends View {
  params = {};
  query = {};

  opened() {
    this.className = 'numbers';
    this.watch(numberFeed(), session, textBacks, examination);
    numberFeed().refresh();
    examine();
    textBacks.load();
  }

  template() {
    const feed = numberFeed();
    return html`
      ${header({ title: 'Numbers', note: feed.ready ? note(feed.items) : nothing, actions: getting() })}
      ${feed.problem && feed.ready ? stale(feed.problem, () => feed.load()) : nothing} ${this.#body(feed)}
    `;
  }

  #body(feed) {
    if (feed.items.length > 0) {
      const numbers = [...feed.items].sort(inOrder);
      return html`
        <ul class="numbers-list card" aria-label="Numbers">${repeat(numbers, ({ id }) => id, row)}</ul>
        <p class="numbers-note sub muted">
          Whether networks take a number’s texts is asked at the carrier once a day. Where it lists no registration, they may block them.
          ${asked(feed.items)}
          ${may('admin') ? html`<button class="link" type="button" @click=${check}>Ask Now</button>` : nothing}
          ${examinationNote()}
        </p>
      `;
    }
    if (feed.ready) {
      return empty({
        symbol: 'hash',
        title: 'No numbers yet',
        text: 'A number is bought with each extension you add, or here for the company.',
        action: may('admin') ? html`<a class="button" href="/extensions/new">New Extension</a>` : nothing,
      });
    }
    return feed.problem ? failed(feed.problem, () => feed.load()) : html`<div class="card">${skeletonRows(6)}</div>`;
  }
}

const getting = () =>
  may('admin')
    ? html`<button class="button button-filled" type="button" aria-haspopup="dialog" @click=${getNumber}>
        ${icon('plus')}<span>Get<span class="unseen-small"> a Number</span></span>
      </button>`
    : nothing;

const row = (item) => html`
  <li class="numbers-row">
    <div class="numbers-words">
      <span class="numbers-number">${item.display ?? html`<span class="muted">${wished(item)}</span>`}</span>
      ${nameOf(item)}
      ${item.extension
        ? html`<a class="numbers-use sub muted cut" href="/extensions/${encodeURIComponent(item.extension.extensionId)}" dir="auto">${purpose(item)}</a>`
        : html`<span class="numbers-use sub muted">${purpose(item)}</span>`}
      ${listening(item)} ${textBackOf(item)} ${dailyCapOf(item)}
    </div>
    <div class="numbers-standing">${numberStanding(item)} ${examinationOf(item)} ${textingOf(item)}</div>
    <div class="numbers-actions">${actions(item)}</div>
  </li>
`;

function textingOf(item) {
  const it = texting(item);
  if (!it) return nothing;
  return html`
    <span class="pill pill-${it.tone}">${icon(it.symbol)}${it.label}</span>
    ${it.why ? html`<span class="sub muted numbers-why" dir="auto">${it.why}</span>` : nothing}
  `;
}

async function check() {
  try {
    await Promise.all([post('/api/numbers/registrations/check', {}), examination.load()]);
    notices.say('The carrier is being asked');
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

const wished = ({ provisioning: { areaCode } }) => (areaCode ? `A number in ${areaCode}` : 'A local number');

function actions(item) {
  if (isInVain(item)) return afterVain(item);
  if (item.releasable && may('admin')) {
    return html`
      <button class="button button-danger" type="button" @click=${() => askToRelease(item)}>
        Release…<span class="unseen"> ${item.display}</span>
      </button>
    `;
  }
  const callable = session.value?.carrier.mode === 'sandbox' && item.provisioning.state === 'ready';
  return callable
    ? html`<a class="round" href=${address('/phone', { dial: item.number })} aria-label="Call ${item.display} in the sandbox">${icon('phone-call')}</a>`
    : nothing;
}

customElements.define('pbx-numbers', NumbersPage);
