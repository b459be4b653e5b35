import { html, nothing } from '../lib/html.js';
import { remove, unreachable } from '../lib/api.js';
import { forget, session } from '../lib/data.js';
import { forgetDrafts } from '../lib/drafts.js';
import { setSingleKeys, singleKeysOn } from '../lib/keys.js';
import { notices } from '../lib/notices.js';
import { stylesheet } from '../lib/styles.js';
import { SECTIONS, sectionOf } from '../lib/sections.js';
import { setTheme, theme } from '../lib/theme.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { openShortcuts } from '../components/shell/rooms.js';
import { THEMES } from './model.js';
import { roleName } from './peoplemodel.js';

stylesheet('../components/field/field.css', import.meta.url);
stylesheet('../components/list/list.css', import.meta.url);

/** The business's choices and this browser's. */
class SettingsPage extends View {
  params = {};
  query = {};
  #loaded = new Set();
  #problems = new Map();

  opened() {
    this.className = 'list-page settings';
    this.watch(session, theme);
  }

  template() {
    const section = sectionOf(this.params.section);
    return html`
      ${header({ title: 'Settings' })}
      <div class="list ${this.params.section ? 'list-open' : ''}">
        <nav class="list-side" aria-label="Settings">
          <ul class="list-parts">${SECTIONS.map((each) => link(each, each === section, Boolean(this.params.section)))}</ul>
        </nav>
        <section class="list-detail" aria-labelledby="settings-title">
          <a class="round list-back" href="/settings" aria-label="Back">${icon('chevron-left')}</a>
          <div class="list-body settings-body">
            <h2 class="title-1" id="settings-title">${section.name}</h2>
            ${this.#content(section.id)}
          </div>
        </section>
      </div>
    `;
  }

  #content(id) {
    if (id === 'appearance') return appearance();
    if (id === 'account') return account();
    if (this.#loaded.has(id)) return PARTS[id][1];
    if (this.#problems.has(id)) return failed(this.#problems.get(id), () => this.#load(id));
    this.#load(id);
    return skeletonRows(3);
  }

  async #load(id) {
    this.#problems.delete(id);
    try {
      await PARTS[id][0]();
      this.#loaded.add(id);
    } catch {
      this.#problems.set(id, unreachable());
    }
    this.update();
  }
}

const link = ({ id, name, symbol, tone }, current, named) => html`
  <li>
    <a class="list-part ${named ? '' : 'settings-link-unnamed'}" href="/settings/${id}" aria-current=${current ? 'page' : 'false'}>
      <span class="glyph glyph-${tone}">${icon(symbol)}</span><span>${name}</span>
      <span class="settings-arrow">${icon('chevron-right')}</span>
    </a>
  </li>
`;

/** What most people never open is loaded when it is. */
const PARTS = {
  business: [() => import('./business.js'), html`<pbx-settings-business></pbx-settings-business>`],
  messages: [
    () => Promise.all([import('./messages.js'), import('./claude.js')]),
    html`<pbx-settings-messages></pbx-settings-messages><pbx-settings-claude></pbx-settings-claude>`,
  ],
  calls: [
    () => Promise.all([import('./calling.js'), import('./recording.js'), import('./parking.js')]),
    html`<pbx-settings-calling></pbx-settings-calling><pbx-settings-recording></pbx-settings-recording><pbx-settings-parking></pbx-settings-parking>`,
  ],
  knowledge: [() => import('./knowledge.js'), html`<pbx-settings-knowledge></pbx-settings-knowledge>`],
  receptionist: [() => import('./receptionist.js'), html`<pbx-settings-receptionist></pbx-settings-receptionist>`],
  compliance: [() => import('./compliance.js'), html`<pbx-settings-compliance></pbx-settings-compliance>`],
  carrier: [() => import('./carrier.js'), html`<pbx-settings-carrier></pbx-settings-carrier>`],
  storage: [() => import('./storage.js'), html`<pbx-settings-storage></pbx-settings-storage>`],
  people: [() => import('./people.js'), html`<pbx-settings-people></pbx-settings-people>`],
  security: [() => import('./security.js'), html`<pbx-settings-security></pbx-settings-security>`],
  notifications: [() => import('./notifications.js'), html`<pbx-settings-notifications></pbx-settings-notifications>`],
  tokens: [() => import('./tokens.js'), html`<pbx-settings-tokens></pbx-settings-tokens>`],
  webhooks: [() => import('./webhooks.js'), html`<pbx-settings-webhooks></pbx-settings-webhooks>`],
  audit: [() => import('./audit.js'), html`<pbx-settings-audit></pbx-settings-audit>`],
};

const appearance = () => html`
  <fieldset class="settings-themes" @change=${(event) => setTheme(event.target.value)}>
    <legend class="field-heading">Colors</legend>
    <div class="field-group settings-group">
      ${THEMES.map(
        ({ id, name, symbol }) => html`
          <label class="settings-theme">
            ${icon(symbol)}<span>${name}</span>
            <input type="radio" name="theme" value=${id} .checked=${theme.current === id} />
          </label>
        `,
      )}
    </div>
  </fieldset>
  <p class="field-heading">Keyboard</p>
  <div class="field-group settings-group">
    <label class="settings-theme">
      ${icon('keyboard')}<span>Single-key shortcuts</span>
      <input
        class="field-switch"
        type="checkbox"
        role="switch"
        .checked=${singleKeysOn()}
        @change=${(event) => setSingleKeys(event.target.checked)}
      />
    </label>
  </div>
  <div class="settings-actions">
    <button class="button" type="button" @click=${openShortcuts}>Show Keyboard Shortcuts</button>
  </div>
  <p class="field-note sub">Kept in this browser only.</p>
`;

function account() {
  const { user, carrier, build } = session.value;
  return html`
    <div class="settings-person">
      ${avatar(user.name, 'large')}
      <div class="settings-person-words">
        <p class="title-2 cut" dir="auto">${user.name}</p>
        ${user.email ? html`<p class="muted cut" dir="ltr">${user.email}</p>` : nothing}
      </div>
    </div>
    <dl class="field-group settings-group settings-facts">
      ${fact('Role', roleName(user.role))} ${fact('Carrier', carrier.mode === 'sandbox' ? 'Sandbox' : 'Twilio')}
      ${build ? fact('Version', build) : nothing}
    </dl>
    <div class="settings-actions">
      <button class="button button-danger" type="button" @click=${signOut}>${icon('log-out')}Sign Out</button>
    </div>
  `;
}

const fact = (name, value) => html`
  <div class="settings-fact"><dt>${name}</dt><dd class="muted">${value}</dd></div>
`;

async function signOut() {
  try {
    await remove('/api/session');
    forget();
    forgetDrafts();
    location.assign('/sign-in');
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

customElements.define('pbx-settings', SettingsPage);
