import { Topic } from './topics.js';

const STAY_MS = 6000;

/** Short words at the foot of the page; the last one that can be taken back answers to ⌘Z. */
class Notices extends Topic {
  items = [];
  #number = 0;

  /**
   * @param {string} text
   * @param {{undo?: () => unknown, kind?: 'done' | 'problem'}} [how]
   */
  say(text, { undo, kind = 'done' } = {}) {
    const notice = { id: ++this.#number, text, undo, kind };
    this.items = [...this.items.slice(-2), notice];
    this.changed();
    setTimeout(() => this.dismiss(notice.id), STAY_MS);
  }

  dismiss(id) {
    this.items = this.items.filter((notice) => notice.id !== id);
    this.changed();
  }

  undo(id) {
    const notice = id ? this.items.find((item) => item.id === id) : this.items.findLast((item) => item.undo);
    if (!notice?.undo) return false;
    this.dismiss(notice.id);
    notice.undo();
    return true;
  }
}

export const notices = new Notices();
