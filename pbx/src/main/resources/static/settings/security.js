import { html, nothing } from '../lib/html.js';
import { post, put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { recovery, SecondFactorSetUp } from '../components/secondfactor/secondfactor.js';
import { openSheet } from '../components/sheet/sheet.js';
import { codeSheet } from './factorcode.js';
import { PasskeyList } from './passkeys.js';
import { PasswordForm } from './password.js';
import { factorStory, isAdmin } from './peoplemodel.js';
import { SessionList } from './sessions.js';

const FACTOR = '/api/account/second-factor';
const done = (close) => html`<button class="button button-filled" type="button" @click=${close}>Done</button>`;

/** One's own password, second factor and sessions; for owners, what everybody must have. */
class SecuritySettings extends View {
  #factor = new Document(FACTOR);
  #policy = new Document('/api/people/policy');
  #password = new PasswordForm(() => this.update(), () => this.#sessions.document.load());
  #passkeys = new PasskeyList(() => this.update(), () => this.#sessions.document.load());
  #sessions = new SessionList('/api/account/sessions', () => this.update());

  opened() {
    this.watch(this.#factor, this.#policy, session);
    this.#factor.load();
    if (isAdmin(session.value?.user.role)) this.#policy.load();
  }

  template() {
    return html`
      <h3 class="title-3">Password</h3>
      ${this.#password.template()}
      <h3 class="title-3">Passkeys</h3>
      ${this.#passkeys.template()}
      <h3 class="title-3">Second Factor</h3>
      ${this.#second()} ${this.#everybody()}
      <h3 class="title-3">Where You Are Signed In</h3>
      ${this.#sessions.template()}
    `;
  }

  #second() {
    const { value, problem } = this.#factor;
    if (problem && !value) return failed(problem, () => this.#factor.load());
    if (!value) return skeletonRows(1);
    if (!value.since) {
      return html`
        <p class="field-note sub">A code from an app on your phone, beside the password. Whoever learns your password alone stays out.</p>
        <div class="settings-actions">
          <button class="button button-filled" type="button" @click=${() => this.#add()}>${icon('smartphone')}Add Authenticator App</button>
        </div>
      `;
    }
    return html`
      <p class="callout">${factorStory(value)}</p>
      <div class="settings-actions">
        <button class="button" type="button" @click=${() => this.#newCodes()}>New Recovery Codes</button>
        <button class="button button-danger" type="button" ?disabled=${value.required} @click=${() => this.#turnOff()}>Turn Off</button>
      </div>
      ${value.required ? html`<p class="field-note sub">An owner wants everybody here to have one, so it stays on.</p>` : nothing}
    `;
  }

  #everybody() {
    if (!this.#policy.value) return nothing;
    return html`
      <div class="field-group settings-group">
        <label class="settings-theme">
          ${icon('shield-check')}<span>Everybody must have a second factor</span>
          <input
            class="field-switch"
            type="checkbox"
            role="switch"
            .checked=${this.#policy.value.secondFactorRequired}
            ?disabled=${session.value?.user.role !== 'owner'}
            @change=${(event) => this.#require(event.target.checked)}
          />
        </label>
      </div>
      <p class="field-note sub">Whoever has none adds one before anything else. API tokens are not asked. Only owners change this.</p>
    `;
  }

  #add() {
    const setUp = new SecondFactorSetUp(() => sheet.update());
    const sheet = openSheet({
      title: 'Add Authenticator App',
      content: () => setUp.template(),
      footer: (close) =>
        setUp.codes
          ? done(close)
          : html`
              <button class="button" type="button" @click=${close}>Cancel</button>
              <button class="button button-filled" type="submit" form="second-factor" ?disabled=${setUp.busy || !setUp.ready}>Turn On</button>
            `,
      kept: () => Boolean(setUp.codes),
      onClose: () => this.#again(),
    });
  }

  #newCodes() {
    codeSheet({
      title: 'New Recovery Codes',
      text: 'Those you have stop working.',
      button: 'Make Codes',
      send: async (code) => {
        const { recoveryCodes } = await post(`${FACTOR}/recovery-codes`, { code });
        openSheet({ title: 'Recovery Codes', content: () => recovery(recoveryCodes), footer: done, onClose: () => this.#again() });
      },
    });
  }

  #turnOff() {
    codeSheet({
      title: 'Turn Off Second Factor?',
      text: 'Your password alone will let you, and whoever learns it, in.',
      button: 'Turn Off',
      send: async (code) => {
        await post(`${FACTOR}/off`, { code });
        notices.say('Second factor turned off');
        await this.#again();
      },
    });
  }

  async #require(secondFactorRequired) {
    try {
      this.#policy.set(await put('/api/people/policy', { secondFactorRequired }));
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
      this.paint();
    }
    await this.#factor.load();
  }

  #again() {
    return Promise.all([this.#factor.load(), this.#sessions.document.load()]);
  }
}

customElements.define('pbx-settings-security', SecuritySettings);
