import { html, nothing } from '../lib.js';
import { isLive } from '../model/call.js';
import { showNumber } from '../model/numbers.js';
import { callScreen } from './call.js';
import { hoodPanel } from './hood.js';
import { keypadScreen } from './keypad.js';
import { businessScreen, peopleScreen, recentsScreen } from './lists.js';
import { banner, stateScreen } from './states.js';
import { icon } from './parts.js';

/** @param {any} state @param {any} act */
export function page(state, act) {
  return html`
    ${state.embedded ? nothing : header(state, act)}
    <main class="stage">
      ${state.embedded ? html`<h1 class="hidden">Sandbox Phone</h1>` : nothing}
      <section class="phone" aria-label="Phone">
        <div class="screen" data-look=${state.phone?.call ? 'call' : 'idle'}>
          ${banner(state, act)} ${screen(state, act)}
        </div>
      </section>
      ${state.phone ? hoodPanel(state, act) : nothing}
    </main>
  `;
}

const THEMES = { system: ['system', 'System'], light: ['sun', 'Light'], dark: ['moon', 'Dark'] };

function header(state, act) {
  const [name, label] = THEMES[state.theme];
  return html`
    <header class="page-header">
      <div class="page-heading">
        <h1 class="page-title">Sandbox Phone</h1>
        <p class="page-sub">Pretend to be a customer. Nothing leaves this computer.</p>
      </div>
      <a class="page-button" href="../console/">${icon('book')} Console</a>
      <a class="page-button" href="./" target="_blank" rel="noopener">${icon('open')} New Phone</a>
      <button type="button" class="page-button" @click=${act.nextTheme}>${icon(name)} ${label} <span class="hidden">appearance</span></button>
    </header>
  `;
}

function screen(state, act) {
  const replacement = stateScreen(state, act);
  if (replacement) return replacement;
  return state.phone.call ? callScreen(state, act) : idleScreen(state, act);
}

const TABS = [
  { id: 'keypad', label: 'Keypad', name: 'keypad', title: null, view: keypadScreen },
  { id: 'recents', label: 'Recents', name: 'clock', title: 'Recents', view: recentsScreen },
  { id: 'business', label: 'Business', name: 'building', title: 'Business Numbers', view: businessScreen },
  { id: 'people', label: 'Personas', name: 'users', title: 'Personas', view: peopleScreen },
];

function idleScreen(state, act) {
  const tab = TABS.find(({ id }) => id === state.tab) ?? TABS[0];
  return html`
    <div class="idle">
      <div class="idle-body" data-tab=${tab.id} tabindex=${tab.title ? 0 : nothing} role=${tab.title ? 'group' : nothing} aria-labelledby=${tab.title ? 'idle-title' : nothing}>
        <h2 class=${tab.title ? 'idle-title' : 'hidden'} id="idle-title" tabindex="-1">${tab.title ?? `Phone of ${showNumber(state.phone.number)}`}</h2>
        ${tab.view(state, act)}
      </div>
      <nav class="tabs" aria-label="Phone">
        ${TABS.map(
          ({ id, label, name }) => html`
            <button type="button" class="tab" aria-current=${id === tab.id ? 'page' : nothing} @click=${() => act.show(id)}>
              ${icon(name)}<span>${label}</span>
            </button>
          `,
        )}
      </nav>
    </div>
  `;
}

/** @param {any} state @returns {string} the tab's title: rings where no sound can */
export function pageTitle({ phone }) {
  if (!phone) return 'Sandbox Phone';
  if (phone.call?.state === 'incoming') return `Incoming call · ${showNumber(phone.number)}`;
  return `${isLive(phone.call) ? 'On a call' : 'Sandbox Phone'} · ${showNumber(phone.number)}`;
}
