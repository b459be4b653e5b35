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
  `${whenLong(item.receivedAt, now)} · ${item.extensionName} · ext ${item.ext}`;

export const rowLength = (item) => ({ shown: clock(item.durationSeconds), said: spoken(item.durationSeconds) });

/** What to call a caller of whom only a number, or not even that, is known. */
export const callerName = (item) => item.fromDisplay || item.from || 'Unknown caller';
