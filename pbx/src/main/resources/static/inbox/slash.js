import { html, nothing } from '../lib/html.js';
import { savedReplies } from '../lib/threads.js';
import { matching } from './composemodel.js';

const SHOWN = 6;

/** Saved replies over the field while "/" and a part of their title are typed. */
export class SlashList {
  #use;
  #update;
  #at = 0;
  #closed = '';

  /** @param {(reply: any) => void} use @param {() => void} update */
  constructor(use, update) {
    this.#use = use;
    this.#update = update;
  }

  #found(typed) {
    if (typed === null || this.#closed === typed) return [];
    return matching(savedReplies.value?.items ?? [], typed).slice(0, SHOWN);
  }

  /** @param {string | null} typed what stands after "/", null when nothing is asked for */
  template(typed) {
    if (typed === null) this.#closed = '';
    const found = this.#found(typed);
    this.#at = Math.min(this.#at, Math.max(0, found.length - 1));
    if (found.length === 0) return nothing;
    return html`
      <ul class="inbox-slash" role="listbox" aria-label="Saved replies">
        ${found.map(
          (reply, index) => html`
            <li
              class="inbox-slash-option"
              role="option"
              aria-selected=${index === this.#at ? 'true' : 'false'}
              @pointerdown=${(event) => event.preventDefault()}
              @click=${() => this.#use(reply)}
            >
              <strong class="cut" dir="auto">${reply.title}</strong><span class="callout cut" dir="auto">${reply.body}</span>
            </li>
          `,
        )}
      </ul>
      <p class="unseen" role="status">${found[this.#at].title}, ${this.#at + 1} of ${found.length}. Enter uses it.</p>
    `;
  }

  /** @returns {boolean} whether the key was meant for the list */
  key(event, typed) {
    const found = this.#found(typed);
    if (found.length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#at = (this.#at + step + found.length) % found.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.metaKey && !event.ctrlKey) this.#use(found[this.#at]);
    else if (event.key === 'Escape') this.#closed = typed;
    else return false;
    event.preventDefault();
    event.stopPropagation();
    this.#update();
    return true;
  }
}
