import { post } from '../lib/api.js';
import { whenToComeWithin } from '../lib/format.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { conversations, timelineOf } from '../lib/threads.js';
import { letGo } from './attachments.js';
import { entryOf, pendingEntry } from './entrymodel.js';

let number = 0;

/**
 * Sends what a draft holds, and with it takes the conversation over. The text is shown at once; when it is refused it is back in
 * its field with the reason.
 *
 * @param {string | null} sendAt an instant to come
 */
export async function sendReply(conversation, draft, sendAt = null) {
  const { text, files, from } = draft;
  const shown = sendAt ? [] : [pending(conversation, text)];
  draft.set({ text: '', busy: true, problem: null, preview: null, pending: [...draft.pending, ...shown] });
  try {
    const message = await post(`/api/conversations/${encodeURIComponent(conversation.id)}/reply`, {
      message: text,
      ...(from ? { from } : {}),
      ...(sendAt ? { sendAt } : {}),
      media: files.map((file) => file.id),
      epoch: conversation.epoch,
    });
    timelineOf(conversation.id).add(entryOf(message));
    letGo(draft);
    if (sendAt) notices.say(`Will be sent ${whenToComeWithin(sendAt)}`, { undo: () => cancel(message) });
    return true;
  } catch (problem) {
    refused(conversation, draft, text, problem);
    return false;
  } finally {
    draft.set({ busy: false, pending: draft.pending.filter((each) => !shown.includes(each)) });
  }
}

const pending = (conversation, body) =>
  pendingEntry({
    id: `pending-${++number}`,
    conversationId: conversation.id,
    body,
    name: session.value.user.name,
    now: Date.now(),
  });

/** What was written meanwhile is not overwritten by what comes back. */
function refused(conversation, draft, text, problem) {
  draft.set({ text: draft.text ? `${text}\n${draft.text}` : text, problem });
  if (problem.code === 'conversation_taken') {
    const known = conversations.get(conversation.id) ?? conversation;
    conversations.put({ ...known, epoch: problem.body.epoch ?? known.epoch });
  }
}

/** The sentence over the field after a try that failed. */
export function refusal({ code, message, status, body }) {
  if (code === 'conversation_taken') return `${body.owner ?? 'Somebody'} took this thread. Your text is kept: send again to take it from them.`;
  if (status === 0 || status >= 500) return `${message} Your text is kept; look whether it arrived before you send it again.`;
  return message.startsWith('Not ') ? message : `Not sent: ${message}`;
}

export const cancel = (message) => act(message, 'cancel', 'Will not be sent');

export const sendAgain = (message) => act(message, 'resend', 'Sent again');

async function act({ id, conversationId }, what, done) {
  const timeline = timelineOf(conversationId);
  const before = timeline.get(id);
  try {
    const message = await post(`/api/messages/${encodeURIComponent(id)}/${what}`);
    // News that came meanwhile is newer than the answer.
    if (timeline.get(id) === before) timeline.tell(message);
    notices.say(done);
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

/** Writes down what the draft's note says. */
export async function saveNote(conversation, draft) {
  const { note } = draft;
  draft.set({ note: '', busy: true, problem: null });
  try {
    const entry = await post(`/api/conversations/${encodeURIComponent(conversation.id)}/notes`, { text: note });
    timelineOf(conversation.id).add(entry);
    draft.set({ noting: false });
  } catch (problem) {
    draft.set({ note, problem });
  } finally {
    draft.set({ busy: false });
  }
}
