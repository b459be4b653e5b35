import { post } from '../lib/api.js';
import { change as changeShown } from '../lib/changes.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { colleagues } from '../lib/threads.js';
import { openMenu } from '../components/menu/menu.js';
import { missedCalls } from './missedfeed.js';

const change = (item, changed, act, body = {}) =>
  changeShown(missedCalls, item, { changed, ask: () => post(`/api/missed-calls/${encodeURIComponent(item.id)}/${act}`, body) });

const me = () => ({ id: session.value.user.id, name: session.value.user.name });

export async function finish(item) {
  const done = { at: new Date().toISOString(), how: 'marked', by: me() };
  if (await change(item, { state: 'done', done }, 'done')) notices.say(`${item.name}: done`, { undo: () => reopen(item) });
}

export const reopen = (item) => change(item, { state: 'open', done: null }, 'reopen');

/** @param {{id: string, name: string} | null} colleague null leaves it to anybody */
export async function assign(item, colleague) {
  const before = item.owner;
  if (!(await change(item, { owner: colleague }, 'assign', { userId: colleague?.id ?? null }))) return;
  const whose = !colleague ? 'anybody’s' : colleague.id === me().id ? 'yours' : `${colleague.name}’s`;
  notices.say(`This is now ${whose}`, { undo: () => assign(item, before) });
}

export function openAssign(button, item) {
  const others = (colleagues.value?.items ?? []).filter(({ id }) => id !== me().id);
  openMenu(button, [
    { label: 'Me', symbol: 'user-round-check', act: () => assign(item, me()) },
    ...others.map((each) => ({ label: each.name, symbol: 'user-round', act: () => assign(item, { id: each.id, name: each.name }) })),
    { label: 'Anybody', symbol: 'users-round', rule: true, act: () => assign(item, null) },
  ]);
}
