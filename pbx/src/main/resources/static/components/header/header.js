import { html, nothing } from '../../lib/html.js';
import { overview, session } from '../../lib/data.js';
import { time } from '../../lib/format.js';
import { modKey } from '../../lib/keys.js';
import { lastHeard, lost, outage } from '../../lib/live.js';
import { View } from '../../lib/view.js';
import { icon } from '../icon/icon.js';
import { openNeeds, openPalette } from '../shell/rooms.js';

const QUIET_MS = 5_000;
const LONG_MS = 30_000;

/**
 * The top of every page: its title, one line of state, its actions and the search.
 *
 * @param {{title: string, note?: unknown, actions?: unknown, sandboxNote?: boolean}} page
 */
export const header = ({ title, note = nothing, actions = nothing, sandboxNote = false }) => html`
  <header class="header">
    <div class="header-words">
      <h1 class="header-title" tabindex="-1">${title}</h1>
      <p class="header-note sub muted cut">${note}</p>
    </div>
    <pbx-reconnecting></pbx-reconnecting>
    <div class="header-actions">${actions}</div>
    <button class="header-search" type="button" @click=${openPalette}>
      ${icon('search')}<span class="header-search-word">Search</span>
      <kbd class="kbd" aria-hidden="true">${modKey('K')}</kbd>
    </button>
    <pbx-bell class="header-bell"></pbx-bell>
  </header>
  <pbx-banner ?sandbox=${sandboxNote}></pbx-banner>
`;

/** How long the stream has been away: null, "short" or "long". */
export function absence(state, now) {
  const away = state ? now - state.since : 0;
  if (away < QUIET_MS) return null;
  return away < LONG_MS ? 'short' : 'long';
}

/** At most one banner, the most pressing: the database away, live updates lost, a restored system that sends nothing, the sandbox's note. */
class Banner extends View {
  static observedAttributes = ['sandbox'];

  attributeChangedCallback() {
    this.update();
  }

  opened() {
    this.watch(outage, lost, session);
    this.tick(1000, () => lost.current !== null);
  }

  template() {
    if (outage.current) return withoutDatabase(outage.current);
    if (absence(lost.current, Date.now()) === 'long') return disconnected();
    if (session.value?.restored) return restored();
    const sandbox = session.value?.carrier.mode === 'sandbox';
    return sandbox && this.hasAttribute('sandbox') ? inTheSandbox() : nothing;
  }
}

const withoutDatabase = ({ asOf }) => html`
  <div class="banner banner-orange" role="status">
    ${icon('triangle-alert')}
    <p class="banner-text">
      <strong>The database can’t be reached.</strong>
      ${asOf
        ? html`Calls go on, led by what was known at ${time(asOf)}. Nothing can be shown or saved until it is back.`
        : html`Callers are offered a mailbox. Nothing can be shown or saved until it is back.`}
    </p>
  </div>
`;

const disconnected = () => html`
  <div class="banner banner-grey" role="status">
    ${icon('wifi-off')}
    <p class="banner-text">
      <strong>Last updated ${time(lastHeard.current)}.</strong> Reconnecting… What you see may be out of date.
    </p>
  </div>
`;

/** Seldom seen, so fetched when it is. */
function restored() {
  import('../recovery/banner.js');
  return html`<pbx-restored></pbx-restored>`;
}

const inTheSandbox = () => html`
  <div class="banner banner-blue">
    ${icon('flask-conical')}
    <p class="banner-text">
      <strong>You’re in the sandbox.</strong>
      <span class="banner-more">Calls stay on this computer and cost nothing.</span>
    </p>
    <a class="button" href="/phone">Try a Call</a>
  </div>
`;

/** The quiet word before the banner. */
class Reconnecting extends View {
  opened() {
    this.watch(lost);
    this.tick(1000, () => lost.current !== null);
  }

  template() {
    return absence(lost.current, Date.now()) === 'short'
      ? html`<span class="pill" role="status">${icon('refresh-cw')}Reconnecting…</span>`
      : nothing;
  }
}

/** Whether something needs somebody, wherever they are; a press says what. */
class Bell extends View {
  opened() {
    this.watch(overview);
  }

  template() {
    const waits = overview.value?.needsYou.length > 0;
    return html`
      <button class="header-bell-button" type="button" title="Needs You" aria-haspopup="dialog" aria-expanded="false" @click=${(event) => openNeeds(event.currentTarget)}>
        ${icon('bell')}<span class="unseen">Needs You: ${waits ? 'something waits' : 'nothing'}</span>${waits ? html`<span class="header-bell-dot"></span>` : nothing}
      </button>
    `;
  }
}

customElements.define('pbx-bell', Bell);
customElements.define('pbx-banner', Banner);
customElements.define('pbx-reconnecting', Reconnecting);
