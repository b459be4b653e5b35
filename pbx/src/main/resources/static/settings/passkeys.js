import { html, nothing, repeat } from '../lib/html.js';
import { put, remove } from '../lib/api.js';
import { browserName } from '../lib/browsers.js';
import { day } from '../lib/format.js';
import { notices } from '../lib/notices.js';
import { makePasskey, passkeySentence, passkeysPossible } from '../lib/passkeys.js';
import { Document } from '../lib/store.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { passkeyStory } from './peoplemodel.js';

const PATH = '/api/account/passkeys';

/** One's own passkeys. */
export class PasskeyList {
  #document = new Document(PATH);
  #changed;

  /** @param {() => void} update @param {() => void} changed */
  constructor(update, changed) {
    this.#changed = changed;
    this.#document.subscribe(update);
    this.#document.load();
  }

  template() {
    const { value, problem } = this.#document;
    if (problem && !value) return failed(problem, () => this.#document.load());
    if (!value) return skeletonRows(1);
    return html`
      <p class="field-note sub">Signs you in by finger, face or PIN, without password or code. Each device or password manager has its own.</p>
      ${value.items.length > 0
        ? html`<ul class="field-group settings-group">${repeat(value.items, (each) => each.id, (each) => this.#row(each))}</ul>`
        : nothing}
      ${passkeysPossible()
        ? html`<div class="settings-actions">
            <button class="button" type="button" @click=${() => this.#add()}>${icon('key-round')}Add Passkey</button>
          </div>`
        : html`<p class="field-note sub">None can be made here: that takes https, and a name instead of a bare address.</p>`}
    `;
  }

  #row(each) {
    return html`
      <li class="settings-token">
        <div class="settings-token-words">
          <p class="settings-token-name cut" dir="auto">${each.name}</p>
          <p class="sub muted">${passkeyStory(each)}</p>
        </div>
        <button class="button" type="button" @click=${() => this.#rename(each)}>Rename<span class="unseen"> ${each.name}</span></button>
        <button class="button button-danger" type="button" @click=${() => this.#remove(each)}>Remove<span class="unseen"> ${each.name}</span></button>
      </li>
    `;
  }

  #add() {
    new PasskeyForm({
      title: 'Add Passkey',
      lead: 'Your device asks for a finger, a face or a PIN next.',
      button: 'Go On',
      name: browserName(navigator.userAgent),
      send: async (name) => {
        await makePasskey(name);
        this.#changed();
        await this.#again('Passkey added');
      },
    });
  }

  #rename({ id, name: before }) {
    new PasskeyForm({
      title: 'Rename Passkey',
      button: 'Rename',
      name: before,
      send: async (name) => {
        await put(`${PATH}/${id}`, { name });
        await this.#again(`“${before}” is now “${name}”`);
      },
    });
  }

  #remove(each) {
    openSheet({
      title: `Remove “${each.name}”?`,
      size: 'small',
      content: () => html`<p class="callout">It signs nobody in any more, and you are signed out everywhere else. Delete it on the device as well.</p>`,
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-danger-filled" type="button" @click=${() => this.#really(each).then(close)}>Remove</button>
      `,
    });
  }

  async #really(each) {
    try {
      await remove(`${PATH}/${each.id}`);
      this.#changed();
      await this.#again(`“${each.name}” removed`);
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  }

  async #again(said) {
    notices.say(said);
    await this.#document.load();
  }
}

/** Asks what to call it. */
class PasskeyForm {
  #form;
  #name;
  #error = null;
  #problem = '';
  #busy = false;
  #sheet;

  /** @param {{title: string, lead?: string, button: string, name: string, send: (name: string) => Promise<void>}} form */
  constructor(form) {
    this.#form = form;
    this.#name = form.name;
    this.#sheet = openSheet({
      title: form.title,
      size: 'small',
      content: (close) => this.#content(close),
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-filled" type="submit" form="passkey-form" ?disabled=${this.#busy}>${form.button}</button>
      `,
    });
  }

  #content(close) {
    return html`
      ${this.#form.lead ? html`<p class="callout muted">${this.#form.lead}</p>` : nothing}
      <form id="passkey-form" class="field-form" novalidate @submit=${(event) => this.#submit(event, close)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group">
          ${field({
            name: 'passkey-name',
            label: 'Name',
            placeholder: 'Where it is',
            maxlength: 60,
            focused: true,
            value: this.#name,
            error: this.#error,
            onInput: (value) => (this.#name = value),
          })}
        </div>
      </form>
    `;
  }

  async #submit(event, close) {
    event.preventDefault();
    if (this.#busy) return;
    this.#error = this.#name.trim() ? null : 'Enter a name.';
    this.#busy = !this.#error;
    this.#sheet.update();
    if (this.#error) return focusFirstError(event.target);
    try {
      await this.#form.send(this.#name.trim());
      return close();
    } catch (problem) {
      this.#problem = passkeySentence(problem);
    }
    this.#busy = false;
    return this.#sheet.update();
  }
}
