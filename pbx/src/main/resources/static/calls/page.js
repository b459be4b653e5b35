import { html, nothing } from '../lib/html.js';
import { calls, extensionFeed, liveCalls, numberFeed, session } from '../lib/data.js';
import { when } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { address, go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { blockList } from '../components/person/person.js';
import { detail } from './detail.js';
import { asked } from './filtermodel.js';
import { callFeed } from './logfeed.js';
import { callerName, length, look, note, reached } from './model.js';
import { search } from './search.js';
import { tabs } from './tabs.js';

/** Fewer than these, found in a long log, are not all there is to see. */
const ENOUGH = 20;

/** The log of calls, live ones first because they are the newest. */
class CallsPage extends View {
  params = {};
  query = {};
  #watched = new Set();
  #story = null;
  #storyOf = '';
  #seen = null;

  opened() {
    this.className = 'list-page';
    this.watch(calls, session, extensionFeed(), numberFeed(), blockList);
    blockList.refresh();
    extensionFeed().refresh();
    liveCalls().refresh();
    this.tick(1000, () => liveCalls().items.length > 0);
    this.until(bind({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      Escape: () => (this.params.id ? go(this.#address()) : false),
    }));
  }

  get #feed() {
    const feed = callFeed(this.query);
    if (!this.#watched.has(feed)) {
      this.#watched.add(feed);
      this.watch(feed);
      feed.refresh();
    }
    return feed;
  }

  template() {
    const feed = this.#feed;
    return html`
      ${header({ title: 'Calls', note: note(liveCalls().items.length, feed), actions: tabs(this.query.outcome ?? '', asked(this.query)) })}
      ${listDetail({
        feed,
        label: 'Calls',
        open: Boolean(this.params.id),
        back: this.#address(),
        top: search(this.query, (change) => go(this.#address(this.params.id, change), { replace: true })),
        list: { items: feed.items, label: 'Calls', rowHeight: 77, row: (call) => this.#row(call), onEnd: () => feed.more() },
        none: feed.next ? this.#further() : this.#none(),
        detail: this.#detail(feed),
      })}
    `;
  }

  /** What is rare is looked for further back by itself, a part of the log at a time. */
  painted() {
    const feed = this.#feed;
    if (feed.status === 'ready' && feed.next && feed.items.length < ENOUGH) feed.more();
  }

  #further() {
    return html`<div role="status"><p class="calls-further sub muted">Looking further back…</p>${skeletonRows(3)}</div>`;
  }

  #row(call) {
    const { label, symbol, tone } = look(call);
    return html`
      <a
        class="list-item"
        href=${this.#address(call.id)}
        aria-current=${call.id === this.params.id ? 'true' : 'false'}
      >
        ${avatar(call.name ?? '')}
        <span class="list-words">
          <span class="list-line">
            <span class="list-name cut" dir="auto">${callerName(call)}</span>
            <span class="list-time digits">${call.live ? length(call, Date.now()) : when(call.startedAt)}</span>
          </span>
          <span class="list-text calls-reached cut" dir="auto">${call.live ? call.summary || reached(call) : reached(call)}</span>
          <span class="list-pills">
            <span class="pill pill-${tone} ${call.live ? 'pill-pulse' : ''}">${call.live ? nothing : icon(symbol)}${label}</span>
            ${call.live ? nothing : html`<span class="pill digits">${length(call, Date.now())}</span>`}
          </span>
        </span>
      </a>
    `;
  }

  #detail(feed) {
    const { id } = this.params;
    if (!id) return empty({ symbol: 'phone', title: 'No call chosen', text: 'Choose one from the list to see what happened.', action: html`<a class="button" href="/calls/wallboard">Open Wallboard</a>` });
    const story = this.#storyFor(id);
    if (story.value && story.value.id !== id) queueMicrotask(() => go(this.#address(story.value.id), { replace: true }));
    const call = calls.get(id) ?? story.value;
    if (call) return detail(call, story);
    if (story.problem) return failed(story.problem, () => story.load());
    return feed.ready ? skeletonRows(3) : skeletonRows(3, 'card');
  }

  /** The steps of the chosen call, fetched again whenever the stream says it moved on. */
  #storyFor(id) {
    if (this.#storyOf !== id) {
      this.#storyOf = id;
      this.#seen = calls.get(id);
      this.#story = new Document(`/api/calls/${encodeURIComponent(id)}`);
      this.watch(this.#story);
      this.#story.load();
    } else if (calls.get(id) !== this.#seen) {
      this.#seen = calls.get(id);
      this.#story.load();
    }
    return this.#story;
  }

  #none() {
    if (Object.keys(asked(this.query)).length > 0) {
      return empty({
        symbol: 'search',
        title: 'No calls match',
        text: 'Nothing in the log is all of what you look for.',
        action: html`<a class="button" href=${this.params.id ? `/calls/${encodeURIComponent(this.params.id)}` : '/calls'}>Show All Calls</a>`,
      });
    }
    const sandbox = session.value?.carrier.mode === 'sandbox';
    return empty({
      symbol: 'phone',
      title: 'No calls yet',
      text: 'Every call to your numbers appears here, while it happens and afterwards.',
      action: sandbox ? html`<a class="button" href="/phone">Place a Test Call</a>` : nothing,
    });
  }

  #address(id = '', change = {}) {
    return address(id ? `/calls/${encodeURIComponent(id)}` : '/calls', { ...this.query, ...change });
  }

  #step(by) {
    step(this, this.#feed.items, by, (id) => this.#address(id));
  }
}

customElements.define('pbx-calls', CallsPage);
