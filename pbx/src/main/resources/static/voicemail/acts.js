import { post, remove } from '../lib/api.js';
import { change } from '../lib/changes.js';
import { copy } from '../lib/clipboard.js';
import { voicemails } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { callerName } from './model.js';

const path = (item) => `/api/voicemails/${encodeURIComponent(item.id)}`;

export const mark = (item, listened) =>
  change(voicemails, item, { changed: { listened }, ask: () => post(`${path(item)}/listen`, { listened }) });

export async function toggle(item) {
  const listened = !item.listened;
  if (await mark(item, listened)) {
    notices.say(listened ? 'Marked as heard' : 'Marked as not heard', { undo: () => mark(item, !listened) });
  }
}

/** Whoever thinks better of it has it back as it was. */
export async function drop(item) {
  const changed = { deletedAt: new Date().toISOString() };
  if (await change(voicemails, item, { changed, ask: () => remove(path(item)) })) {
    notices.say(`Message from ${callerName(item)} deleted`, { undo: () => bringBack(item) });
  }
}

export const bringBack = (item) =>
  change(voicemails, item, {
    changed: { deletedAt: null, deletedBy: null, erasedAt: null },
    ask: () => post(`${path(item)}/restore`, {}),
  });

export const send = (item, ext) => voicemails.answer(post(`${path(item)}/move`, { ext }));

/** A message that came from the general mailbox has no way back, as nobody's is it. */
export const wayBack = (item) =>
  item.ext
    ? async () => {
        try {
          await send(item, item.ext);
          if (item.listened) await mark(item, true);
        } catch (problem) {
          notices.say(problem.message, { kind: 'problem' });
        }
      }
    : undefined;

export const copyWords = (item) => copy(item.transcript.text, 'Transcript');

/** The browser keeps the file under the name that the server gives it. */
export function download(item) {
  const link = document.createElement('a');
  link.href = item.audioUrl;
  link.download = '';
  link.click();
}
