import { html, nothing } from '../../lib/html.js';
import { counts, extensionFeed, inbox, overview, ownExtension, session } from '../../lib/data.js';
import { campaignFeed } from '../../lib/campaigns.js';
import { count, quietWords, wishOf } from '../../lib/format.js';
import { View } from '../../lib/view.js';
import { avatar } from '../avatar/avatar.js';
import { icon } from '../icon/icon.js';
import { insightRooms, openMore, openQuiet, phoneRoom, rooms, settingsRoom, systemRooms, within } from './rooms.js';

const NARROW = 'cloudpbx.sidebar';

/** No news tells that a wish is over. */
const LOOK_MS = 5000;

/** Sidebar, tab bar and the place where pages stand. */
export class Shell extends View {
  page = null;
  path = location.pathname;

  opened() {
    this.classList.add('shell');
    const small = matchMedia('(width < 1024px)');
    const fit = () => this.classList.toggle('shell-narrow', small.matches || localStorage.getItem(NARROW) === 'narrow');
    small.addEventListener('change', fit);
    this.until(() => small.removeEventListener('change', fit));
    fit();
    this.watch(session, counts, inbox, extensionFeed(), campaignFeed());
    overview.refresh();
    extensionFeed().refresh();
    campaignFeed().refresh();
    this.tick(LOOK_MS, () => ownExtension()?.doNotDisturb?.until);
  }


  /** @param {HTMLElement} page @param {string} path */
  show(page, path) {
    this.page = page;
    this.path = path;
    this.paint();
  }

  toggleSidebar() {
    const narrow = this.classList.toggle('shell-narrow');
    localStorage.setItem(NARROW, narrow ? 'narrow' : 'wide');
  }

  template() {
    return html`
      <a class="shell-skip" href="#main" @click=${skip}>Skip to content</a>
      ${this.sidebar()}
      <main class="shell-main" id="main" tabindex="-1">${this.page ?? nothing}</main>
      ${this.tabBar()}
      <pbx-toasts></pbx-toasts>
    `;
  }

  sidebar() {
    const { user, business, carrier } = session.value;
    const mine = ownExtension();
    return html`
      <nav class="shell-sidebar" aria-label="Rooms">
        <div class="shell-business">
          <span class="shell-mark" aria-hidden="true">${icon('phone-fill')}</span>
          <div class="shell-word shell-names">
            <p class="shell-business-name cut" dir="auto">${business.name}</p>
            <p class="caption muted">CloudPBX</p>
          </div>
        </div>
        <ul>${rooms.map((room) => this.link(room))}</ul>
        <p class="shell-group shell-word" id="shell-system">Phone System</p>
        <ul aria-labelledby="shell-system">${systemRooms.map((room) => this.link(room))}</ul>
        <p class="shell-group shell-word" id="shell-insights">Insights</p>
        <ul aria-labelledby="shell-insights">${insightRooms.map((room) => this.link(room))}</ul>
        <div class="shell-foot">
          ${carrier.mode === 'sandbox' ? this.phoneLink() : nothing}
          <div class="shell-me">
            <a class="shell-person" href=${settingsRoom.path} aria-current=${this.current(settingsRoom)}>
              ${avatar(user.name, 'small')}
              <span class="shell-word shell-person-name cut" dir="auto">${user.name}</span>
              <span class="unseen">Settings</span>${icon('settings')}
            </a>
            ${mine ? quiet(wishOf(mine)) : nothing}
          </div>
        </div>
      </nav>
    `;
  }

  link(room) {
    return html`
      <li>
        <a class="shell-link" href=${room.path} aria-current=${this.current(room)} title=${room.name}>
          ${icon(room.symbol)}<span class="shell-word">${room.name}</span>${badge(room)}
        </a>
      </li>
    `;
  }

  phoneLink() {
    return html`
      <a class="shell-phone" href=${phoneRoom.path} aria-current=${this.current(phoneRoom)} title=${phoneRoom.name}>
        ${icon(phoneRoom.symbol)}
        <span class="shell-word">
          <span class="shell-phone-name">${phoneRoom.name}</span>
          <span class="shell-phone-note caption">Call your own numbers</span>
        </span>
        ${icon('chevron-right')}
      </a>
    `;
  }

  tabBar() {
    const tabs = ['/', '/inbox', '/voicemail', '/calls'].map((path) => rooms.find((room) => room.path === path));
    const wish = wishOf(ownExtension());
    const elsewhere = !tabs.some((room) => within(room, this.path));
    return html`
      <nav class="shell-tabs" aria-label="Rooms">
        ${tabs.map(
          (room) => html`
            <a class="shell-tab" href=${room.path} aria-current=${this.current(room)}>
              ${icon(room.symbol)}<span>${room.name}</span>${badge(room)}
            </a>
          `,
        )}
        <button class="shell-tab ${elsewhere ? 'shell-tab-here' : ''}" type="button" @click=${openMore}>
          ${icon('ellipsis')}<span>More</span>${wish ? html`<span class="shell-tab-quiet">${icon('moon')}<span class="unseen">${quietWords(wish)}</span></span>` : nothing}
        </button>
      </nav>
    `;
  }

  current(room) {
    return within(room, this.path) ? 'page' : 'false';
  }
}

/** Whether the phone of who is signed in may ring, and until when not. */
const quiet = (wish) => html`
  <button class="shell-quiet ${wish ? 'shell-quiet-on' : ''}" type="button" aria-haspopup="menu" aria-expanded="false" title=${wish ? quietWords(wish) : 'Do not disturb'} @click=${(event) => openQuiet(event.currentTarget)}>
    ${icon('moon')}<span class=${wish ? 'shell-word' : 'unseen'}>${wish ? quietWords(wish) : 'Do not disturb: off'}</span>
  </button>
`;

function badge(room) {
  const { unheard, liveCalls, missed } = counts.current;
  const { unread } = inbox.current;
  if (room.path === '/inbox' && unread > 0) return pill(unread, ' unread', 'new');
  if (room.path === '/voicemail' && unheard > 0) return pill(unheard, `, ${unheard} not heard`, 'new');
  if (room.path === '/calls' && liveCalls > 0) return pill(liveCalls, `, ${count(liveCalls, 'live call')}`, 'live');
  if (room.path === '/calls' && missed > 0) return pill(missed, ` missed, to call back`, 'new');
  if (room.path === '/campaigns') return campaignBadge(campaignFeed().items);
  const people = extensionFeed();
  return room.path === '/extensions' && people.ready ? pill(people.items.length, ' in use', 'plain') : nothing;
}

/** Those that send now, or else those that stopped on the way and wait for somebody. */
function campaignBadge(campaigns) {
  const how = (state) => campaigns.filter((campaign) => campaign.state === state).length;
  if (how('running') > 0) return pill(how('running'), ' sending', 'live');
  return how('paused') > 0 ? pill(how('paused'), ' paused', 'new') : nothing;
}

const pill = (shown, meaning, kind) => html`
  <span class="shell-count shell-count-${kind}">${shown}<span class="unseen">${meaning}</span></span>
`;

function skip(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

customElements.define('pbx-shell', Shell);
