import { count } from '../lib/format.js';
import { money } from '../lib/phrases.js';

export const LONGEST = 1600;

/** "1 segment · $0.01" */
export function costLine(preview) {
  if (!preview || preview.segments === 0) return '';
  return `${count(preview.segments, 'segment')} · ${money(preview.costEstimate)}`;
}

/** Why a text costs more than it needs to, or null. @returns {{text: string, replaceable: boolean} | null} */
export function forcingLine(preview) {
  if (!preview || preview.forcing.length === 0) return null;
  const characters = [...new Set(preview.forcing.map((each) => each.character))];
  const rest = characters.length > 5 ? ` and ${characters.length - 5} more` : '';
  const replaceable = preview.forcing.every((each) => each.lookAlike !== null);
  return { text: `${characters.slice(0, 5).join(' ')}${rest} ${characters.length > 1 ? 'make' : 'makes'} each segment hold 70 characters instead of 160.`, replaceable };
}

/** The text with every character that has a plain look-alike replaced. */
export function plainer(text, forcing) {
  const alike = new Map(forcing.filter((each) => each.lookAlike !== null).map((each) => [each.character, each.lookAlike]));
  return [...text].map((character) => alike.get(character) ?? character).join('');
}

/** What the gate would say, when it would not simply let the text go. */
export function warning(preview) {
  const decision = preview?.decision;
  if (!decision || decision.outcome === 'send') return null;
  return { ...decision, sentence: decision.sentence ?? 'This would not be sent.' };
}

/** Whether there is something to send. */
export const canSend = ({ text, files }) =>
  (text.trim() !== '' || files.length > 0) && text.length <= LONGEST && files.every((file) => file.state === 'ready');

/** Saved replies whose title or words hold what was typed, titles first. */
export function matching(replies, typed) {
  const wanted = typed.trim().toLowerCase();
  const inTitle = replies.filter(({ title }) => title.toLowerCase().includes(wanted));
  const inBody = replies.filter((each) => !inTitle.includes(each) && each.body.toLowerCase().includes(wanted));
  return [...inTitle, ...inBody];
}

/** What was typed after "/" when that is all there is, else null: so saved replies are asked for. */
export const slashed = (text) => (/^\/[^\n/]{0,40}$/.test(text) ? text.slice(1) : null);

/** A saved reply with what it says about the person. */
export function filled(body, { name, business, me }) {
  const first = name && !/\d{3}/.test(name) ? name.split(/\s+/)[0] : '';
  return body
    .replace(/\{first name\}/gi, first)
    .replace(/\{name\}/gi, first ? name : '')
    .replace(/\{business\}/gi, business)
    .replace(/\{me\}/gi, me)
    .replace(/ +([,.!?])/g, '$1')
    .replace(/ {2,}/g, ' ');
}
