import { html, nothing } from '../../lib/html.js';
import { extensions, ownExtension, session } from '../../lib/data.js';
import { icon } from '../icon/icon.js';
import { quietRows } from '../quiet/quiet.js';
import { openSheet } from '../sheet/sheet.js';
import { insightRooms, phoneRoom, rooms, settingsRoom, systemRooms } from './rooms.js';

/** On a phone: the rooms that have no tab of their own. */
export function showMore() {
  const people = rooms.filter((room) => ['/campaigns', '/contacts'].includes(room.path));
  const phone = session.value.carrier.mode === 'sandbox' ? [phoneRoom] : [];
  const others = [...people, ...systemRooms, ...insightRooms, ...phone, settingsRoom];
  const sheet = openSheet({
    title: 'More',
    onClose: extensions.subscribe(() => sheet.update()),
    content: (close) => html`
      ${ownExtension() ? quietRows(close) : nothing}
      <ul class="sheet-group">
        ${others.map(
          (room) => html`
            <li>
              <a class="sheet-row" href=${room.path} @click=${close}>
                ${icon(room.symbol)}<span class="sheet-row-word">${room.name}</span>${icon('chevron-right')}
              </a>
            </li>
          `,
        )}
      </ul>
    `,
  });
}
