import { html, nothing } from '../lib/html.js';
import { get } from '../lib/api.js';
import { session } from '../lib/data.js';
import { download } from '../lib/download.js';
import { bind } from '../lib/keys.js';
import { contactFeed, contactFields, contacts } from '../lib/people.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { stylesheet } from '../lib/styles.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { openMenu } from '../components/menu/menu.js';
import { detail } from './detail.js';
import { ContactForm } from './form.js';
import { isOptedOut, line, note } from './model.js';

stylesheet('./forms.css', import.meta.url);

const SEARCH_PAUSE_MS = 250;
const ROW_HEIGHT = 57;

/** Whether somebody may bring files in, give them out, and delete. */
/** The people outside. */
class ContactsPage extends View {
  params = {};
  query = {};
  #watched = new Set();
  #search = null;
  #form = null;
  #consent = null;
  #consentOf = '';
  #asked = '';
  #problem = null;

  opened() {
    this.className = 'list-page contacts';
    this.watch(contacts, contactFields, session);
    contactFields.refresh();
    this.until(bind({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      n: () => may('agent') && go(this.#address('new')),
      Escape: () => (this.params.id ? go(this.#address()) : false),
    }));
  }

  closed() {
    clearTimeout(this.#search);
    this.#form?.close();
  }

  get #feed() {
    const feed = contactFeed(this.query.q ?? '');
    if (!this.#watched.has(feed)) {
      this.#watched.add(feed);
      this.watch(feed);
      feed.refresh();
    }
    return feed;
  }

  template() {
    const feed = this.#feed;
    const { id } = this.params;
    const open = Boolean(id) && id !== 'new';
    return html`
      ${header({ title: 'Contacts', note: this.query.q ? '' : note(feed), actions: this.#actions() })}
      ${listDetail({
        feed,
        label: 'Contacts',
        open,
        back: this.#address(),
        top: this.#top(),
        list: {
          items: feed.items,
          label: 'Contacts',
          rowHeight: ROW_HEIGHT,
          row: (item) => this.#row(item),
          onEnd: () => feed.more(),
        },
        none: this.#none(),
        detail: open ? this.#detail(id) : empty({ symbol: 'users-round', title: 'No contact chosen', text: 'Choose one from the list.' }),
      })}
    `;
  }

  painted() {
    if (this.params.id !== 'new' || this.#form || !may('agent')) return;
    this.#form = new ContactForm({ number: this.query.number ?? '', onClose: (saved) => this.#formClosed(saved) });
  }

  #formClosed(saved) {
    this.#form = null;
    if (this.isConnected && this.params.id === 'new') go(this.#address(saved?.id ?? '', { number: '' }), { replace: true });
  }

  #actions() {
    return html`
      ${may('admin')
        ? html`<button class="button" type="button" aria-haspopup="menu" aria-label="Files and fields" @click=${(event) => this.#files(event.currentTarget)}>
            ${icon('ellipsis')}
          </button>`
        : nothing}
      ${may('agent')
        ? html`<a class="button button-filled" href=${this.#address('new')}>${icon('plus')}<span>New<span class="unseen-small"> Contact</span></span></a>`
        : nothing}
    `;
  }

  #files(button) {
    openMenu(button, [
      { label: 'Import…', symbol: 'upload', act: async () => new (await import('./importer.js')).Importer() },
      { label: 'Export', symbol: 'download', act: () => download('/api/contacts/export.csv') },
      { label: 'Export Opt-Outs', symbol: 'ban', act: () => download('/api/opt-outs/export.csv') },
      { label: 'Your Own Fields…', symbol: 'list-tree', rule: true, act: async () => (await import('./fields.js')).editFields() },
    ]);
  }

  #top() {
    return html`
      <div class="contacts-top">
        <label class="list-search">
          ${icon('search')}<span class="unseen">Search contacts</span>
          <input type="search" placeholder="Name, company or number" autocomplete="off" dir="auto" .value=${this.query.q ?? ''} @input=${(event) => this.#find(event.target.value)} />
        </label>
      </div>
    `;
  }

  #find(q) {
    clearTimeout(this.#search);
    this.#search = setTimeout(() => go(this.#address(this.params.id, { q: q.trim() }), { replace: true }), SEARCH_PAUSE_MS);
  }

  #row(item) {
    return html`
      <a class="list-item" href=${this.#address(item.id)} aria-current=${item.id === this.params.id ? 'true' : 'false'}>
        ${avatar(item.name)}
        <span class="list-words">
          <span class="list-line">
            <span class="list-name cut" dir="auto">${item.displayName}</span>
            ${isOptedOut(item) ? html`<span class="pill pill-orange">${icon('ban')}Opted out</span>` : nothing}
          </span>
          <span class="list-text contacts-line cut" dir="auto">${line(item) || html`&nbsp;`}</span>
        </span>
      </a>
    `;
  }

  #detail(id) {
    this.#ask(id);
    const contact = contacts.get(id);
    if (contact?.gone) return empty({ symbol: 'users-round', title: 'Gone', text: 'This contact was deleted or merged.' });
    if (contact) return detail(contact, { consent: this.#consentOfContact(contact), admin: may('admin'), names: contactFields.value?.names ?? [] });
    if (this.#problem?.status === 404) return empty({ symbol: 'users-round', title: 'No such contact', text: 'It may have been merged with another.' });
    return this.#problem ? failed(this.#problem, () => this.#load(id)) : skeletonRows(3, 'card');
  }

  /** Fetched on its own whenever it is opened, because lists may be old. */
  #ask(id) {
    if (this.#asked === id) return;
    this.#asked = id;
    this.#load(id);
  }

  async #load(id) {
    this.#problem = null;
    try {
      contacts.put(await get(`/api/contacts/${encodeURIComponent(id)}`));
    } catch (problem) {
      if (this.#asked === id) this.#problem = problem;
      this.update();
    }
  }

  /** What they agreed to, of all their numbers; asked for again when they change. */
  #consentOfContact(contact) {
    const key = `${contact.id} ${contact.version} ${contact.numbers.map(({ number, optedOut }) => `${number}${optedOut}`).join()}`;
    if (this.#consentOf !== key) {
      this.#consentOf = key;
      this.#consent = new Document(`/api/contacts/${encodeURIComponent(contact.id)}/consent`);
      this.watch(this.#consent);
      this.#consent.load();
    }
    return this.#consent;
  }

  #none() {
    if (this.query.q) return empty({ symbol: 'search', title: 'Nobody found', text: 'No contact with this name, company or number.' });
    return empty({
      symbol: 'users-round',
      title: 'No contacts yet',
      text: 'Whoever calls or texts appears here. You can also add people, or import a file.',
      action: may('agent') ? html`<a class="button" href=${this.#address('new')}>New Contact</a>` : nothing,
    });
  }

  #address(id = '', change = {}) {
    return address(id ? `/contacts/${encodeURIComponent(id)}` : '/contacts', { ...this.query, ...change });
  }

  #step(by) {
    step(this, this.#feed.items, by, (id) => this.#address(id));
  }
}

customElements.define('pbx-contacts', ContactsPage);
