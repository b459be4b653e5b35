import { html, nothing } from '../../lib/html.js';
import { put, remove } from '../../lib/api.js';
import { copy } from '../../lib/clipboard.js';
import { notices } from '../../lib/notices.js';
import { may } from '../../lib/rights.js';
import { go } from '../../lib/router.js';
import { Document } from '../../lib/store.js';
import { callButton } from '../dial/dial.js';
import { callable } from '../dial/model.js';
import { icon } from '../icon/icon.js';
import { openMenu } from '../menu/menu.js';
import { contactAddress, isBlocked, textAddress } from './model.js';

/** @typedef {import('./model.js').Person} Person */

/** Whose calls end with a goodbye. */
export const blockList = new Document('/api/callflow/blocked');

/** Calls or texts whoever is on the other side of a call or a message. @param {Person} person */
export const reach = (person) =>
  callable(person.number)
    ? html`${callButton(person, { kind: 'button button-filled', words: 'Call Back' })}
        ${may('agent') ? html`<a class="button" href=${textAddress(person)}>${icon('message-circle')}Text</a>` : nothing}`
    : nothing;

/**
 * A button with everything else that can be done.
 *
 * @param {Person} person
 * @param {{label: string, symbol: string, act: () => unknown, danger?: boolean, rule?: boolean}[]} [own] before and after what concerns the person
 */
export const more = (person, own = []) => {
  const items = () => [...own.filter(({ danger }) => !danger), ...about(person), ...own.filter(({ danger }) => danger)];
  return items().length > 0
    ? html`<button class="button" type="button" aria-haspopup="menu" aria-label="More actions" @click=${(event) => open(event.currentTarget, items)}>
        ${icon('ellipsis')}
      </button>`
    : nothing;
};

/** Whoever clicks before it is known who is blocked waits for that: the menu would lack it. */
async function open(button, items) {
  if (may('admin') && !blockList.value) await blockList.refresh();
  if (button.isConnected) openMenu(button, items());
}

function about(person) {
  if (!callable(person.number)) return [];
  const whose = person.contactId ? { label: 'Open Contact', symbol: 'user-round' } : { label: 'Add to Contacts', symbol: 'user-round-plus' };
  const place = contactAddress(person);
  return [
    ...(person.contactId || may('agent') ? [{ ...whose, act: () => go(place) }] : []),
    { label: 'Copy Number', symbol: 'copy', act: () => copy(person.number, 'Number') },
    ...(may('admin') && blockList.value ? [blocking(person)] : []),
  ];
}

const blocking = (person) =>
  isBlocked(blockList.value, person.number)
    ? { label: 'Unblock Number', symbol: 'circle-check', rule: true, act: () => block(person, false) }
    : { label: 'Block Number', symbol: 'ban', rule: true, danger: true, act: () => block(person, true) };

async function block(person, wanted) {
  const path = `/api/callflow/blocked/${encodeURIComponent(person.number)}`;
  try {
    await (wanted ? put(path, {}) : remove(path));
    await blockList.again();
    notices.say(wanted ? `${person.display} is blocked: their calls end with a goodbye` : `${person.display} can call again`, {
      undo: () => block(person, !wanted),
    });
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

/** A mark beside whoever calls in vain. @param {Person} person */
export const blockedMark = (person) =>
  isBlocked(blockList.value, person.number) ? html`<span class="pill pill-red">${icon('ban')}Blocked</span>` : nothing;
