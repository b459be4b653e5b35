import { html, nothing, render } from '../../lib/html.js';
import { campaignFeed } from '../../lib/campaigns.js';
import { extensionFeed, session, voicemailFeed } from '../../lib/data.js';
import { whenLong } from '../../lib/phrases.js';
import { may } from '../../lib/rights.js';
import { go } from '../../lib/router.js';
import { conversationFeed } from '../../lib/threads.js';
import { SECTIONS } from '../../lib/sections.js';
import { stylesheet } from '../../lib/styles.js';
import { avatar } from '../avatar/avatar.js';
import { helpNumber, typedNumber } from '../dial/model.js';
import { icon } from '../icon/icon.js';
import { changeTheme, openDialer, openShortcuts, roomsFor } from '../shell/rooms.js';
import { entriesFor, find, helpEntries, joined, numberEntries, saying } from './model.js';
import { ServerSearch } from './server.js';

const styles = stylesheet('./palette.css', import.meta.url);

/** A message or a call, in a few words. */
const described = (item) =>
  item.receivedAt
    ? [item.extensionName, whenLong(item.receivedAt), item.transcript?.text].filter(Boolean).join(' · ')
    : [item.outcome === 'missed' ? 'Missed' : '', whenLong(item.startedAt)].filter(Boolean).join(' · ');

/** Whatever there is, by its name, its number, or what was said and written. @param {string} [asking] what stands in the empty field */
export function showPalette(asking = 'Search people, numbers or actions') {
  if (document.querySelector('.palette')) return;
  new Palette(asking).open();
}

class Palette {
  #dialog = document.createElement('dialog');
  #opener = document.activeElement;
  #typed = '';
  #at = 0;
  #server = new ServerSearch(() => this.#paint(), described);
  #asking;

  /** @param {string} asking */
  constructor(asking) {
    this.#asking = asking;
  }

  async open() {
    await styles;
    const feeds = [extensionFeed(), voicemailFeed(), conversationFeed({ box: 'all' }), campaignFeed()];
    feeds.forEach((feed) => feed.ready || feed.load());
    const stops = feeds.map((feed) => feed.subscribe(() => this.#paint()));
    this.#dialog.className = 'palette';
    this.#dialog.setAttribute('aria-label', 'Search');
    this.#dialog.addEventListener('close', () => {
      stops.forEach((stop) => stop());
      this.#server.stop();
      this.#dialog.remove();
      if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
    });
    this.#dialog.addEventListener('click', (event) => event.target === this.#dialog && this.#dialog.close());
    this.#paint();
    document.body.append(this.#dialog);
    this.#dialog.showModal();
  }

  get #found() {
    const mode = session.value?.carrier.mode;
    const entries = entriesFor({
      rooms: roomsFor(mode),
      people: extensionFeed().items,
      voicemails: this.#typed ? voicemailFeed().items : [],
      conversations: this.#typed ? conversationFeed({ box: 'all' }).items : [],
      campaigns: this.#typed ? campaignFeed().items : [],
      settings: this.#typed ? SECTIONS : [],
      mode,
      may,
      describe: described,
    });
    return joined([...helpEntries(helpNumber(this.#typed)), ...numberEntries(typedNumber(this.#typed), may), ...find(entries, this.#typed)], this.#server.entries);
  }

  #paint() {
    const found = this.#found;
    this.#at = Math.min(this.#at, Math.max(0, found.length - 1));
    render(this.#template(found), this.#dialog);
  }

  #template(found) {
    return html`
      <div class="palette-field">
        ${icon('search')}
        <input
          class="palette-input"
          type="text"
          role="combobox"
          aria-label="Search people, numbers, conversations, voicemails, calls, campaigns, settings or actions"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant=${found.length > 0 ? `palette-${this.#at}` : nothing}
          placeholder=${this.#asking}
          autocomplete="off"
          autofocus
          @input=${(event) => this.#type(event.target.value)}
          @keydown=${(event) => this.#key(event, found)}
        />
        <kbd class="kbd" aria-hidden="true">esc</kbd>
      </div>
      <ul class="palette-list" id="palette-list" role="listbox" aria-label="Results">
        ${found.map((entry, index) => this.#option(entry, index))}
      </ul>
      ${this.#told(found.length > 0)}
    `;
  }

  /** What is not to be seen in the list: that it may grow, that it lacks something, or that there is nothing. */
  #told(any) {
    const words = saying({ any, looking: this.#server.isLooking, failed: this.#server.hasFailed });
    return words ? html`<p class="palette-none muted" role="status">${words}</p>` : nothing;
  }

  #option(entry, index) {
    return html`
      <li
        class="palette-option"
        id="palette-${index}"
        role="option"
        aria-selected=${index === this.#at ? 'true' : 'false'}
        @click=${() => this.#run(entry)}
        @pointermove=${() => index !== this.#at && this.#move(index)}
      >
        ${entry.person ? avatar(entry.person, 'small') : icon(entry.symbol ?? 'search')}
        <span class="palette-label cut"><span dir="auto">${entry.label}</span>
          ${entry.note ? html`<span class="palette-note" dir="auto">${entry.note}</span>` : nothing}
        </span>
        ${entry.keys ? html`<kbd class="kbd">${entry.keys}</kbd>` : nothing}
      </li>
    `;
  }

  #type(text) {
    this.#typed = text;
    this.#server.ask(text);
    this.#move(0);
  }

  #move(to) {
    this.#at = to;
    this.#paint();
    this.#dialog.querySelector(`#palette-${to}`)?.scrollIntoView({ block: 'nearest' });
  }

  #key(event, found) {
    const to = { ArrowDown: this.#at + 1, ArrowUp: this.#at - 1 }[event.key];
    if (to !== undefined && found.length > 0) {
      event.preventDefault();
      this.#move((to + found.length) % found.length);
    }
    if (event.key === 'Enter' && found[this.#at]) {
      event.preventDefault();
      this.#run(found[this.#at]);
    }
  }

  #run(entry) {
    this.#dialog.close();
    if (entry.to) go(entry.to);
    if (entry.act === 'help') import('../dial/help.js').then(({ openHelp }) => openHelp(entry.help));
    if (entry.act === 'dial') import('../dial/dial.js').then(({ dial }) => dial(typedNumber(this.#typed)));
    if (entry.act === 'dialer') openDialer();
    if (entry.act === 'theme') changeTheme();
    if (entry.act === 'shortcuts') openShortcuts();
  }
}
