import { html, nothing } from '../lib/html.js';
import { get, post, remove } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { icon } from '../components/icon/icon.js';
import { saidHow } from './model.js';

/** What callers were found to call somebody, which can be taken off. */
export class Aliases {
  #path;
  #changed;
  #items = [];

  /** @param {string} extensionId @param {() => void} changed */
  constructor(extensionId, changed) {
    this.#path = `/api/extensions/${encodeURIComponent(extensionId)}/aliases`;
    this.#changed = changed;
    this.#load();
  }

  template() {
    if (this.#items.length === 0) return nothing;
    return html`
      <p class="field-heading" id="aliases-heading">Callers also say</p>
      <ul class="field-group extensions-aliases" aria-labelledby="aliases-heading">
        ${this.#items.map((alias) => this.#row(alias))}
      </ul>
      <p class="field-note sub">
        Learned from callers who were asked whom they meant. Forgotten after half a year in which nobody said it.
      </p>
    `;
  }

  #row(alias) {
    return html`
      <li class="extensions-alias">
        <span class="extensions-words">
          <span dir="auto">“${alias.words}”</span>
          <span class="sub muted">${saidHow(alias)}</span>
        </span>
        <button class="round" type="button" aria-label="Delete “${alias.words}”" @click=${() => this.#dismiss(alias)}>
          ${icon('trash-2')}
        </button>
      </li>
    `;
  }

  async #load() {
    try {
      this.#items = (await get(this.#path)).items;
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    this.#changed();
  }

  #dismiss(alias) {
    const path = `${this.#path}/${encodeURIComponent(alias.id)}`;
    return this.#run(async () => {
      await remove(path);
      notices.say(`“${alias.words}” deleted`, { undo: () => this.#run(() => post(`${path}/restore`)) });
    });
  }

  async #run(act) {
    try {
      await act();
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    await this.#load();
  }
}
