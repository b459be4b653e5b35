import { html, nothing, repeat } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { day } from '../lib/format.js';
import { notices } from '../lib/notices.js';
import { makePasskey, passkeySentence, passkeysPossible } from '../lib/passkeys.js';
import { Document } from '../lib/store.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { browserName, passkeyStory } from './peoplemodel.js';

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
        <button class="button button-danger" type="button" @click=${() => this.#remove(each)}>Remove<span class="unseen"> ${each.name}</span></button>
      </li>
    `;
  }

  #add() {
    new PasskeyForm(() => this.#again('Passkey added'));
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
      await this.#again(`“${each.name}” removed`);
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  }

  async #again(said) {
    notices.say(said);
    this.#changed();
    await this.#document.load();
  }
}

/** Asks what to call it; the device asks the rest. */
class PasskeyForm {
  #name = browserName(navigator.userAgent);
  #error = null;
  #problem = '';
  #busy = false;
  #sheet;
  #added;

  /** @param {() => void} added */
  constructor(added) {
    this.#added = added;
    this.#sheet = openSheet({
      title: 'Add Passkey',
      size: 'small',
      content: (close) => this.#form(close),
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-filled" type="submit" form="passkey-form" ?disabled=${this.#busy}>Go On</button>
      `,
    });
  }

  #form(close) {
    return html`
      <p class="callout muted">Your device asks for a finger, a face or a PIN next.</p>
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
      await makePasskey(this.#name.trim());
      close();
      return this.#added();
    } catch (problem) {
      this.#problem = passkeySentence(problem);
    }
    this.#busy = false;
    return this.#sheet.update();
  }
}
