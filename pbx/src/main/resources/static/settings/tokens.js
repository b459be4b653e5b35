import { html, nothing, repeat } from '../lib/html.js';
import { post, remove } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { LIFETIMES, tokenStory } from './model.js';
import { secret } from './once.js';

/** Tokens with which programs sign in. */
class TokenSettings extends View {
  #tokens = new Document('/api/tokens');

  opened() {
    this.watch(this.#tokens);
    if (may('admin')) this.#tokens.load();
  }

  template() {
    if (!may('admin')) return html`<p class="callout muted">Owners and admins make tokens. Ask one of them.</p>`;
    const { value, problem } = this.#tokens;
    return html`
      <p class="field-note sub">
        A program that sends a token may do what you may do. Each token is shown once; only a fingerprint of it is kept.
        What a program can ask for is in the <a href="/api/docs">API documentation</a>.
      </p>
      ${value ? this.#list(value.items) : problem ? failed(problem, () => this.#tokens.load()) : skeletonRows(2)}
      <div class="settings-actions">
        <button class="button button-filled" type="button" @click=${() => this.#create()}>${icon('plus')}New Token</button>
      </div>
    `;
  }

  #list(items) {
    if (items.length === 0) return html`<p class="settings-none muted">No tokens yet.</p>`;
    return html`<ul class="field-group settings-group">
      ${repeat(items, (token) => token.id, (token) => this.#row(token))}
    </ul>`;
  }

  #row(token) {
    return html`
      <li class="settings-token">
        <div class="settings-token-words">
          <p class="settings-token-name cut" dir="auto">${token.name}</p>
          <p class="sub muted"><code>${token.prefix}…</code> · ${tokenStory(token)}</p>
        </div>
        <button class="button button-danger" type="button" @click=${() => this.#revoke(token)}>
          Revoke<span class="unseen"> ${token.name}</span>
        </button>
      </li>
    `;
  }

  #revoke(token) {
    openSheet({
      title: `Revoke “${token.name}”?`,
      size: 'small',
      content: () => html`<p class="callout">Programs that use this token stop working at once. It cannot be restored.</p>`,
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-danger-filled" type="button" @click=${() => this.#reallyRevoke(token).then(close)}>
          Revoke
        </button>
      `,
    });
  }

  async #reallyRevoke(token) {
    try {
      await remove(`/api/tokens/${encodeURIComponent(token.id)}`);
      notices.say(`“${token.name}” revoked`);
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    await this.#tokens.load();
  }

  #create() {
    new TokenForm(() => this.#tokens.load());
  }
}

/** Asks for a name, then shows the token once. */
class TokenForm {
  #values = { name: '', expiresInDays: '90' };
  #errors = {};
  #problem = '';
  #token = '';
  #busy = false;
  #sheet;

  constructor(onClose) {
    this.#sheet = openSheet({
      title: 'New Token',
      content: () => (this.#token ? this.#made() : this.#form()),
      footer: (close) => this.#footer(close),
      onClose,
    });
  }

  #form() {
    return html`
      <form id="token" class="settings-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group">
          ${field({
            name: 'name',
            label: 'Name',
            placeholder: 'What uses it',
            focused: true,
            maxlength: 80,
            value: this.#values.name,
            error: this.#errors.name,
            onInput: (value) => (this.#values.name = value),
          })}
          ${choice({
            name: 'expiresInDays',
            label: 'Expires after',
            value: this.#values.expiresInDays,
            options: LIFETIMES,
            error: this.#errors.expiresInDays,
            onInput: (value) => (this.#values.expiresInDays = value),
          })}
        </div>
      </form>
    `;
  }

  #made() {
    return html`
      <p class="callout" role="status">Copy it now: it is not shown again.</p>
      ${secret(this.#token, 'Token')}
    `;
  }

  #footer(close) {
    if (this.#token) return html`<button class="button button-filled" type="button" @click=${close}>Done</button>`;
    return html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="token" ?disabled=${this.#busy}>Create</button>
    `;
  }

  async #save(event) {
    event.preventDefault();
    const name = this.#values.name.trim();
    if (!name) {
      this.#errors = { name: 'Enter a name.' };
      this.#sheet.update();
      return focusFirstError(event.target);
    }
    this.#busy = true;
    this.#sheet.update();
    try {
      const days = Number(this.#values.expiresInDays);
      this.#token = (await post('/api/tokens', { name, ...(days ? { expiresInDays: days } : {}) })).token;
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
    }
    this.#busy = false;
    return this.#sheet.update();
  }
}

customElements.define('pbx-settings-tokens', TokenSettings);
