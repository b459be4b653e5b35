import { html, nothing, repeat } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { browserName } from '../lib/browsers.js';
import { when } from '../lib/format.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';

/** The browsers that somebody is signed in at. */
export class SessionList {
  document;
  #path;

  /** @param {string} path of the list, under which each session ends @param {() => void} update */
  constructor(path, update) {
    this.#path = path;
    this.document = new Document(path);
    this.document.subscribe(update);
    this.document.load();
  }

  template() {
    const { value, problem } = this.document;
    if (problem && !value) return failed(problem, () => this.document.load());
    if (!value) return skeletonRows(2);
    if (value.items.length === 0) return html`<p class="settings-none muted">Not signed in anywhere.</p>`;
    return html`
      <ul class="field-group settings-group">
        ${repeat(value.items, (each) => each.id, (each) => this.#row(each))}
      </ul>
      ${value.items.some((each) => !each.current)
        ? html`
            <div class="settings-actions">
              <button class="button button-danger" type="button" @click=${() => this.#endAll()}>
                ${value.items.some((each) => each.current) ? 'Sign Out Everywhere Else' : 'Sign Out Everywhere'}
              </button>
            </div>
          `
        : nothing}
    `;
  }

  #row(each) {
    const name = browserName(each.browser);
    return html`
      <li class="settings-token">
        <div class="settings-token-words">
          <p class="settings-token-name cut">${name}${each.current ? ' (this one)' : ''}</p>
          <p class="sub muted">${each.address ? html`<span dir="ltr">${each.address}</span> · ` : nothing}signed in ${when(each.begunAt)} · active ${when(each.activeAt)}</p>
        </div>
        ${each.current
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.#end(each)}>
              ${icon('log-out')}Sign Out<span class="unseen"> ${name}</span>
            </button>`}
      </li>
    `;
  }

  #end(each) {
    return this.#act(() => remove(`${this.#path}/${each.id}`), 'Signed out there');
  }

  #endAll() {
    return this.#act(() => remove(this.#path), 'Signed out');
  }

  async #act(act, said) {
    try {
      await act();
      notices.say(said);
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    await this.document.load();
  }
}

/** Somebody else's. */
export function openSessionsOf(person) {
  const list = new SessionList(`/api/people/${person.id}/sessions`, () => sheet.update());
  const sheet = openSheet({
    title: `Where ${person.name} Is Signed In`,
    content: () => html`<div class="settings-form">${list.template()}</div>`,
    footer: (close) => html`<button class="button button-filled" type="button" @click=${close}>Done</button>`,
  });
}
