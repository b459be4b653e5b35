import { count } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';

export const BOXES = [
  { box: 'open', label: 'Open' },
  { box: 'mine', label: 'Mine' },
  { box: 'done', label: 'Done' },
];

/** Which part a list shows; an unknown one is the first. */
export const boxOf = (query) => BOXES.find(({ box }) => box === query.box)?.box ?? 'open';

/** Whether an item stands in a part of the list. @param {string | undefined} me */
export function belongs(item, box, me) {
  if (item.gone) return false;
  if (box === 'done') return item.state === 'done';
  return item.state === 'open' && (box !== 'mine' || item.owner?.id === me);
}

export const times = ({ misses }) => (misses === 1 ? 'Missed once' : `Missed ${count(misses, 'time')}`);

/** How it came to be done, as a sentence. */
export function doneWords({ at, how, by }) {
  const when = whenLong(at);
  switch (how) {
    case 'texted':
      return `Texted back · ${when}`;
    case 'called':
      return `Called back · ${when}`;
    case 'reached':
      return `Called again and reached somebody · ${when}`;
    case 'message_left':
      return `Called again and left a voicemail · ${when}`;
    default:
      return `Marked as done by ${by?.name ?? 'somebody'} · ${when}`;
  }
}

/** The line under the title. */
export const note = (open) => (open > 0 ? `${count(open, 'caller')} to call back` : 'Nobody to call back');
