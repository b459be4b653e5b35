import { clock } from '../lib/format.js';
import { spoken, whenLong } from '../lib/phrases.js';

/** What stands in the list under the caller: the words, or why there are none. */
export function snippet({ transcript, state }) {
  if (state === 'lost') return 'The recording could not be fetched from the carrier.';
  if (transcript.status === 'completed' && transcript.text) return transcript.text;
  if (transcript.status === 'pending') return 'Transcript on its way…';
  return 'Not transcribed';
}

/** The sentence in place of a transcript. */
export const whyNoTranscript = ({ transcript }) =>
  transcript.reason ? `Not transcribed: ${lowerFirst(transcript.reason)}` : 'Not transcribed.';

const lowerFirst = (text) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text[0].toLocaleLowerCase('en') + text.slice(1) : text;

/** A transcript as sentences, one line each. */
export function sentences(text) {
  return text
    .split(/(?<=[.!?…]["”’)]*)(?<!\b(?:Dr|Mr|Mrs|Ms|St|Prof|Jr|\p{Lu})\.)\s+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** One line under the title: "2 not heard · 6 in all". */
export function note(unheard, items, more) {
  const heard = unheard > 0 ? `${unheard} not heard` : 'All heard';
  return items.length > 0 && !more ? `${heard} · ${items.length} in all` : heard;
}

export const headline = (item, now) =>
  [numberLine(item), whenLong(item.receivedAt, now), item.extensionName, item.ext ? `ext ${item.ext}` : ''].filter(Boolean).join(' · ');

export const rowLength = (item) => ({ shown: clock(item.durationSeconds), said: spoken(item.durationSeconds) });

/** What to call a caller of whom only a number, or not even that, is known. */
export const callerName = (item) => item.name || item.fromDisplay || item.from || 'Unknown caller';

/** The number, where the name stands in its place. */
export const numberLine = (item) => (item.name ? item.fromDisplay : '');

/** Who left it, as others know people. @returns {import('../components/person/model.js').Person} */
export const caller = (item) => ({ number: item.from, display: item.fromDisplay, name: callerName(item), contactId: item.contactId });

/** Where a message may go. @param {string | null} ext whose it is now */
export const mailboxes = (extensions, ext) => [
  { value: '', label: 'Choose…' },
  ...extensions.filter((each) => each.ext !== ext).map((each) => ({ value: each.ext, label: `${each.name} · ${each.ext}` })),
];

/** What is shown, of which there are three kinds. */
export const SHOWN = [
  { label: 'All', show: '' },
  { label: 'Unheard', show: 'unheard' },
  { label: 'Deleted', show: 'deleted' },
];

/** Until when a deleted message can be brought back. */
export const deletedWords = ({ deletedAt, deletedBy, erasedAt }, now) =>
  [
    deletedBy ? `Deleted by ${deletedBy} ${lowerFirst(whenLong(deletedAt, now))}.` : 'Deleted.',
    erasedAt ? `It can be brought back until ${whenLong(erasedAt, now)}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
