import { Topic } from '../lib/topics.js';

/** What is being written in each conversation, kept while the browser is here: moving about loses nothing. */
class Draft extends Topic {
  text = '';
  note = '';
  /** Whether it is a note for colleagues that is being written. */
  noting = false;
  /** @type {import('./attachments.js').Attachment[]} */
  files = [];
  from = '';
  /** Why the last try to send was refused. */
  problem = null;
  preview = null;
  busy = false;
  pending = [];
  dismissed = '';

  set(changed) {
    Object.assign(this, changed);
    this.changed();
  }

  get words() {
    return this.noting ? this.note : this.text;
  }

  write(words) {
    this.set(this.noting ? { note: words } : { text: words, problem: null });
  }
}

const drafts = new Map();

export function draftOf(id) {
  if (!drafts.has(id)) drafts.set(id, new Draft());
  return drafts.get(id);
}

/** A draft that no conversation has yet. */
export const freshDraft = () => new Draft();
