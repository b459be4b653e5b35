import { html, nothing } from '../lib/html.js';
import { whenLong } from '../lib/phrases.js';
import { may } from '../lib/rights.js';
import { address } from '../lib/router.js';
import { avatar } from '../components/avatar/avatar.js';
import { callButton } from '../components/dial/dial.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { finish, openAssign, reopen } from './missedacts.js';
import { doneWords, times } from './missedmodel.js';
import { length, look, reached } from './model.js';

/**
 * Somebody to call back: who, how often, and what is done about it.
 *
 * @param {any} item as the list knows it
 * @param {import('../lib/store.js').Document} story the same with its calls
 */
export const missedDetail = (item, story) => html`
  <div class="list-head">
    ${avatar(item.contactId ? item.name : '')}
    <div class="list-head-words">
      <h2 class="title-3 cut" dir="auto">${item.name}</h2>
      <p class="sub muted cut" dir="auto">${[item.name === item.fromDisplay ? '' : item.fromDisplay, times(item)].filter(Boolean).join(' · ')}</p>
    </div>
    <span class="pill pill-${item.done ? 'green' : 'red'}">${icon(item.done ? 'check' : 'phone-missed')}${item.done ? 'Done' : 'To call back'}</span>
  </div>
  <div class="list-body">
    ${acts(item)}
    <dl class="calls-facts card">
      ${fact('Last', whenLong(item.lastAt))} ${item.misses > 1 ? fact('First', whenLong(item.firstAt)) : nothing}
      ${item.wantsCallBack ? fact('Asked', 'To be called back') : nothing}
      ${fact('Whose', html`<span dir="auto">${item.owner?.name ?? 'Anybody’s'}</span>`)}
      ${item.contactId ? fact('Contact', html`<a class="link" href="/contacts/${encodeURIComponent(item.contactId)}" dir="auto">${item.name === item.fromDisplay ? 'Show' : item.name}</a>`) : nothing}
    </dl>
    <p class="callout muted" role="status">
      ${item.done
        ? doneWords(item.done)
        : 'Done by itself when a person’s text or call reaches them, or when they call again and reach somebody or leave a voicemail.'}
    </p>
    <section class="calls-story">
      <h3 class="title-3">Calls</h3>
      ${missedCallsOf(story)}
    </section>
  </div>
`;

const fact = (name, value) => html`<div class="calls-fact"><dt class="sub muted">${name}</dt><dd>${value}</dd></div>`;

const acts = (item) => html`
  <div class="calls-acts">
    ${item.from
      ? html`${callButton({ number: item.from, display: item.fromDisplay, name: item.name }, { kind: `button ${item.done ? '' : 'button-filled'}`, words: 'Call Back' })}
          ${may('agent') ? html`<a class="button" href=${address('/inbox/new', { to: item.from })}>${icon('message-circle')}Text</a>` : nothing}`
      : nothing}
    ${may('agent') ? changes(item) : nothing}
  </div>
`;

const changes = (item) => html`
  <button class="button" type="button" aria-haspopup="menu" data-act="assign" @click=${(event) => openAssign(event.currentTarget, item)}>
    ${icon('user-round-plus')}Assign
  </button>
  <button class="button" type="button" title="E" @click=${() => (item.done ? reopen(item) : finish(item))}>
    ${icon(item.done ? 'undo-2' : 'check')}${item.done ? 'Reopen' : 'Done'}
  </button>
`;

function missedCallsOf(story) {
  if (story.value) return html`<ul class="calls-missed card">${story.value.calls.map(missedCall)}</ul>`;
  return story.problem ? failed(story.problem, () => story.load()) : skeletonRows(2);
}

function missedCall(call) {
  const { label, symbol, tone } = look(call);
  return html`
    <li>
      <a class="calls-miss" href="/calls/${encodeURIComponent(call.id)}">
        <span class="calls-miss-words">
          <span>${whenLong(call.startedAt)}</span>
          <span class="sub muted cut" dir="auto">${reached(call)} · ${length(call, Date.now())}</span>
        </span>
        <span class="pill pill-${tone}">${icon(symbol)}${label}</span>
        ${icon('chevron-right')}
      </a>
    </li>
  `;
}
