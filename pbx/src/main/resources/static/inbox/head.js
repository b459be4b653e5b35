import { html, nothing } from '../lib/html.js';
import { session } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { go } from '../lib/router.js';
import { colleagues } from '../lib/threads.js';
import { avatar } from '../components/avatar/avatar.js';
import { callButton } from '../components/dial/dial.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { assign, handBack, markUnread, snooze, takeOver } from './actions.js';
import { chipsOf } from './chips.js';
import { askWhen } from './later.js';

/** Who it is with, who has it, and what is done most. */
export const conversationHead = (it, { finish, snooze: sleep, more }) => html`
  <div class="list-head inbox-head">
    ${avatar(it.contact?.name ?? '')}
    <div class="list-head-words">
      <h2 class="title-3 cut" dir="auto">${it.name}</h2>
      <p class="sub muted cut" dir="auto">${[it.fromDisplay === it.name ? '' : it.fromDisplay, it.contact?.company, it.line].filter(Boolean).join(' · ')}</p>
    </div>
    <span class="inbox-head-chips">${chipsOf(it)}</span>
    <div class="inbox-tools">
      ${callButton({ number: it.from, display: it.fromDisplay, name: it.name }, { kind: 'round inbox-wide' })}
      ${may('agent') ? tools(it, { finish, snooze: sleep, more }) : nothing}
    </div>
  </div>
`;

/** What is done with it besides answering. */
const tools = (it, { finish, snooze: sleep, more }) => html`
  <button class="round inbox-wide" type="button" aria-label="Snooze" title="Snooze (Z)" aria-haspopup="menu" data-act="snooze" @click=${sleep}>
    ${icon('alarm-clock')}
  </button>
  <button class="round" type="button" aria-label=${it.status === 'done' ? 'Reopen' : 'Done'} title="${it.status === 'done' ? 'Reopen' : 'Done'} (E)" @click=${finish}>
    ${icon(it.status === 'done' ? 'undo-2' : 'check')}
  </button>
  <button class="round" type="button" aria-label="More" aria-haspopup="menu" data-act="more" @click=${(event) => more(event.currentTarget)}>
    ${icon('ellipsis')}
  </button>
`;

/** The button a menu opens at; on a phone some are within "More". */
const anchor = (view, act) => {
  const button = view.querySelector(`[data-act=${act}]`);
  return button?.offsetParent ? button : view.querySelector('[data-act=more]');
};

export const openSnooze = (view, it, moveOn) =>
  askWhen(anchor(view, 'snooze'), {
    title: 'Snooze',
    verb: 'Snooze',
    symbol: 'alarm-clock',
    chosen: (until) => {
      moveOn();
      snooze(it, until);
    },
    more: it.snoozedUntil ? [{ label: 'Wake Now', symbol: 'sun', act: () => snooze(it, null) }] : [],
  });

export function openAssign(view, it) {
  const me = session.value.user.id;
  const people = colleagues.value?.items ?? [{ id: me, name: session.value.user.name }];
  const others = people.filter(({ id }) => id !== me);
  openMenu(anchor(view, 'assign'), [
    { label: 'Me', symbol: 'user-round-check', act: () => assign(it, { id: me, name: session.value.user.name }) },
    ...others.map((each) => ({ label: each.name, symbol: 'user-round', act: () => assign(it, { id: each.id, name: each.name }) })),
    { label: 'Anybody', symbol: 'users-round', rule: true, act: () => assign(it, null) },
  ]);
}

export function openMore(button, it, view) {
  openMenu(button, [
    it.answeredBy === 'assistant'
      ? { label: 'Take Over', symbol: 'user-round', act: () => takeOver(it) }
      : { label: 'Hand Back to the Assistant', symbol: 'sparkles', act: () => handBack(it) },
    { label: 'Assign…', symbol: 'user-round-plus', act: () => openAssign(view, it) },
    { label: 'Add Note', symbol: 'sticky-note', act: () => view.write(true) },
    { label: 'Snooze…', symbol: 'alarm-clock', act: () => openSnooze(view, it, () => {}) },
    { label: 'Mark as Unread', symbol: 'mail', act: () => markUnread(it) },
    ...(it.contact ? [{ label: 'Show Contact', symbol: 'users-round', rule: true, act: () => go(`/contacts/${encodeURIComponent(it.contact.id)}`) }] : []),
  ]);
}
