import { html, nothing } from '../../phone/lib.js';
import { addressOf } from '../model/place.js';
import { showDay } from '../model/show.js';
import { callsView } from './calls.js';
import { errorsView } from './errors.js';
import { faultsView } from './faults.js';
import { messagesView } from './messages.js';
import { overviewView } from './overview.js';
import { icon } from './parts.js';
import { timeView } from './time.js';
import { webhooksView } from './webhooks.js';

const PAGES = {
  overview: { label: 'Overview', name: 'building', sub: 'Accounts, numbers and handsets', view: overviewView },
  calls: { label: 'Calls', name: 'phone', sub: 'What is said, and what your server answers, as it happens', view: callsView },
  messages: { label: 'Messages', name: 'message', sub: 'Each text and every status it has had', view: messagesView },
  webhooks: { label: 'Webhooks', name: 'send', sub: 'What your server was asked and what it answered', view: webhooksView },
  errors: { label: 'Errors', name: 'alert', sub: 'What went wrong, in plain words', view: errorsView },
  faults: { label: 'Faults', name: 'hand', sub: 'Let the carrier misbehave, to see what your application does', view: faultsView },
  time: { label: 'Time', name: 'clock', sub: 'The carrier’s clock, and what its ledger counts', view: timeView },
};

const THEMES = { system: ['system', 'System'], light: ['sun', 'Light'], dark: ['moon', 'Dark'] };

/** @param {any} state @param {any} act */
export function page(state, act) {
  const { label, sub, view } = PAGES[state.place.section];
  return html`
    <a class="skip" href="#main" @click=${intoMain}>Skip to content</a>
    <div class="frame">
      ${sidebar(state, act)}
      <main class="main" id="main" tabindex="-1">
        ${state.unreachable ? html`<p class="banner" role="alert">${icon('offline')} The carrier does not answer. The page goes on asking.</p>` : nothing}
        <header class="main-header">
          <h2 class="main-title" tabindex="-1">${label}</h2>
          <p class="main-sub">${sub}</p>
        </header>
        ${view(state, act)}
      </main>
    </div>
    <p class="toast" role="status" ?hidden=${state.notice === ''}>
      <span>${state.notice}</span>
      ${state.notice === '' ? nothing : html`<button type="button" class="link" @click=${act.dismiss}>OK</button>`}
    </p>
  `;
}

/** @param {Event} event an address of its own would change the section */
function intoMain(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function sidebar(state, act) {
  const [name, label] = THEMES[state.theme];
  return html`
    <header class="side">
      <div class="brand">
        <h1 class="brand-title">Sandbox Console</h1>
        <p class="brand-sub">${clock(state.data.time)}</p>
      </div>
      <nav class="nav" aria-label="Sections">
        ${Object.entries(PAGES).map(
          ([id, entry]) => html`
            <a class="nav-item" href="./${addressOf(id)}" aria-current=${id === state.place.section ? 'page' : nothing}>
              ${icon(entry.name)}<span>${entry.label}</span>
            </a>
          `,
        )}
      </nav>
      <div class="side-foot">
        <a class="nav-item" href="../phone/">${icon('device')}<span>Phone</span></a>
        <button type="button" class="nav-item" @click=${act.nextTheme}>${icon(name)}<span>${label} <span class="hidden">appearance</span></span></button>
      </div>
    </header>
  `;
}

const clock = (time) => (time ? `${showDay(time.now)}${time.mode === 'stepped' ? ', standing' : ''}` : 'A carrier of your own');
