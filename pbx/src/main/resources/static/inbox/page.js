import { html, nothing } from '../lib/html.js';
import { extensionFeed, inbox, session } from '../lib/data.js';
import { bind } from '../lib/keys.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { stylesheet } from '../lib/styles.js';
import { conversationFeed, conversations } from '../lib/threads.js';
import { View } from '../lib/view.js';
import { empty } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { openMenu } from '../components/menu/menu.js';
import { markRead, markUnread } from './actions.js';
import { conversation } from './conversation.js';
import { inspector } from './inspector.js';
import { BOXES, boxLabel, boxOf, held, MORE_BOXES, nextAfter, note, waitingText } from './model.js';
import { NewText } from './newtext.js';
import { row, ROW_HEIGHT } from './row.js';

stylesheet('./entries.css', import.meta.url);
stylesheet('./composer.css', import.meta.url);

const SEARCH_PAUSE_MS = 250;
const AT_TOP = 40;

/** Everybody who wrote, called or left a message, one thread per person. */
class InboxPage extends View {
  params = {};
  query = {};
  #watched = new Set();
  #order = null;
  #orderOf = '';
  #search = null;
  #newText = null;

  opened() {
    this.className = 'list-page inbox';
    this.watch(conversations, inbox, session, extensionFeed());
    extensionFeed().refresh();
    const scrolled = (event) => this.#scrolled(event.target);
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    this.until(() => document.removeEventListener('scroll', scrolled, { capture: true }));
    this.until(bind({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      c: () => may('agent') && go(this.#address('new')),
      u: () => may('agent') && this.#toggleUnread(),
      Escape: () => (this.params.id ? go(this.#address()) : false),
    }));
  }

  closed() {
    clearTimeout(this.#search);
    this.#newText?.close();
  }

  get #box() {
    return boxOf(this.query);
  }

  get #feed() {
    const feed = conversationFeed({ box: this.#box, q: this.query.q ?? '' });
    if (!this.#watched.has(feed)) {
      this.#watched.add(feed);
      this.watch(feed);
      feed.refresh();
    }
    return feed;
  }

  get #chosen() {
    return this.params.id && this.params.id !== 'new' ? conversations.get(this.params.id) : undefined;
  }

  template() {
    const feed = this.#feed;
    const { items, waiting } = this.#shown(feed);
    const { id } = this.params;
    const open = Boolean(id) && id !== 'new';
    const chosen = this.#chosen;
    return html`
      ${header({
        title: 'Inbox',
        note: note(inbox.current),
        actions: may('agent')
          ? html`<a class="round inbox-new" href=${this.#address('new')} aria-label="New Text" title="New Text (C)">${icon('square-pen')}</a>`
          : nothing,
      })}
      ${listDetail({
        feed,
        label: 'Conversations',
        open,
        back: this.#address(),
        top: this.#top(waiting),
        list: {
          items,
          label: 'Conversations',
          rowHeight: ROW_HEIGHT,
          row: (item) => row(item, { href: this.#address(item.id), current: item.id === id }),
          onEnd: () => feed.more(),
        },
        none: this.#none(),
        detail: open ? conversation(id, () => this.#moveOn(id)) : this.#nothingChosen(),
        inspector: chosen ? inspector(chosen, this) : nothing,
      })}
    `;
  }

  painted() {
    if (this.params.id === 'new' && may('agent')) this.#newText ??= new NewText({ to: this.query.to ?? '', onClose: (id) => this.#written(id) });
  }

  #written(id) {
    this.#newText = null;
    if (id) go(`/inbox/${encodeURIComponent(id)}`, { replace: true });
    else if (this.isConnected && this.params.id === 'new') go(this.#address('', { to: '' }), { replace: true });
  }

  /** What was chosen stays in sight although it may have left this box, until another is chosen. */
  #shown(feed) {
    const key = `${this.#box} ${this.query.q ?? ''}`;
    if (this.#orderOf !== key) [this.#order, this.#orderOf] = [null, key];
    const { items, waiting } = held(this.#order, feed.items);
    const chosen = this.#chosen;
    const stays = chosen && feed.ready && !this.query.q && this.#box === 'unread' && !items.includes(chosen);
    return { items: stays ? [...items, chosen].sort((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt)) : items, waiting };
  }

  #top(waiting) {
    return html`
      <div class="inbox-top">
        <nav class="segments" aria-label="Show">
          ${BOXES.map(({ box, label }) => this.#segment(box, label))}
        </nav>
        <div class="inbox-find">
          <label class="list-search">
            ${icon('search')}<span class="unseen">Search conversations</span>
            <input type="search" placeholder="Search" autocomplete="off" dir="auto" .value=${this.query.q ?? ''} @input=${(event) => this.#find(event.target.value)} />
          </label>
          <button class="round" type="button" aria-haspopup="menu" aria-label="More filters" @click=${(event) => this.#moreBoxes(event.currentTarget)}>
            ${icon('list-filter')}
          </button>
        </div>
        ${MORE_BOXES.some(({ box }) => box === this.#box)
          ? html`<p class="inbox-other callout"><span>${boxLabel(this.#box)}</span><a class="link" href=${this.#address('', { box: '' })}>Show Open</a></p>`
          : nothing}
        ${waiting > 0
          ? html`<button class="button inbox-waiting-news" type="button" @click=${() => this.#toTop()}>${icon('arrow-up')}${waitingText(waiting)}</button>`
          : nothing}
      </div>
    `;
  }

  #segment(box, label) {
    const needs = box === 'needs_person' && inbox.current.needsPerson > 0;
    return html`
      <a class="segment" href=${this.#address('', { box: box === 'open' ? '' : box })} aria-current=${this.#box === box ? 'true' : 'false'}
        >${label}${needs ? html`<span class="inbox-alert"></span><span class="unseen">, ${inbox.current.needsPerson} waiting</span>` : nothing}</a
      >
    `;
  }

  #moreBoxes(button) {
    openMenu(button, MORE_BOXES.map(({ box, label, symbol }) => ({ label, symbol, act: () => go(this.#address('', { box })) })));
  }

  #find(q) {
    clearTimeout(this.#search);
    this.#search = setTimeout(() => go(this.#address(this.params.id, { q: q.trim() }), { replace: true }), SEARCH_PAUSE_MS);
  }

  #nothingChosen() {
    return empty({ symbol: 'message-circle', title: 'No conversation chosen', text: 'Choose one from the list to read and answer.' });
  }

  #none() {
    if (this.query.q) return empty({ symbol: 'search', title: 'Nothing found', text: 'No conversation with these words, name or number.' });
    if (this.#box === 'needs_person') return empty({ symbol: 'check', title: 'Nothing needs you', text: 'When the assistant asks for a person, it shows here.' });
    if (this.#box !== 'open') return empty({ symbol: 'message-circle', title: 'None of these', text: 'No conversation is here now.' });
    const sandbox = session.value?.carrier.mode === 'sandbox';
    return empty({
      symbol: 'message-circle',
      title: 'No open conversations',
      text: 'Texts to your numbers appear here.',
      action: sandbox ? html`<a class="button" href="/phone">Send a Test Text</a>` : nothing,
    });
  }

  #address(id = '', change = {}) {
    return address(id ? `/inbox/${encodeURIComponent(id)}` : '/inbox', { ...this.query, ...change });
  }

  #step(by) {
    step(this, this.#shown(this.#feed).items, by, (id) => this.#address(id));
  }

  /** On a phone the list is where one goes on from. */
  #moveOn(id) {
    const next = matchMedia('(width < 760px)').matches ? undefined : nextAfter(this.#shown(this.#feed).items, id);
    go(this.#address(next?.id ?? ''), { replace: true });
  }

  #toggleUnread() {
    const chosen = this.#chosen;
    if (!chosen) return false;
    return void (chosen.unread > 0 ? markRead(chosen) : markUnread(chosen));
  }

  /** In the middle of the list nothing moves under the pointer. */
  #scrolled(scroller) {
    const rows = this.querySelector('pbx-rows');
    if (!rows || !(scroller instanceof Element) || !scroller.contains(rows)) return;
    const away = scroller.scrollTop > AT_TOP;
    if (away === (this.#order !== null)) return;
    this.#order = away ? this.#shown(this.#feed).items.map((item) => item.id) : null;
    this.update();
  }

  #toTop() {
    this.#order = null;
    this.querySelector('.list-side').scrollTop = 0;
    document.getElementById('main').scrollTop = 0;
    this.paint();
  }
}

customElements.define('pbx-inbox', InboxPage);
