import { html, nothing } from '../lib/html.js';
import { counts, session } from '../lib/data.js';
import { when } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { colleagues } from '../lib/threads.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { finish, openAssign, reopen } from './missedacts.js';
import { missedDetail } from './misseddetail.js';
import { missedCalls, missedFeed } from './missedfeed.js';
import { BOXES, boxOf, note, times } from './missedmodel.js';
import { reached } from './model.js';
import { tabs } from './tabs.js';

/** Callers who reached nobody and left no message: the work of calling them back. */
class MissedPage extends View {
  params = {};
  query = {};
  #watched = new Set();
  #story = null;
  #storyOf = '';
  #seen = null;

  opened() {
    this.className = 'list-page';
    this.watch(missedCalls, counts, session, colleagues);
    colleagues.refresh();
    this.until(bind({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      e: () => this.#act((item) => (item.done ? reopen(item) : finish(item))),
      a: () => this.#act((item) => openAssign(this.querySelector('[data-act=assign]'), item)),
      Escape: () => (this.params.id ? go(this.#address()) : false),
    }));
  }

  get #feed() {
    const feed = missedFeed(boxOf(this.query));
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
      ${header({ title: 'Calls', note: note(counts.current.missed), actions: tabs('/calls/missed') })}
      ${listDetail({
        feed,
        label: 'Missed calls',
        open: Boolean(this.params.id),
        back: this.#address(),
        top: this.#boxes(),
        list: { items: feed.items, label: 'Missed calls', rowHeight: 77, row: (item) => this.#row(item), onEnd: () => feed.more() },
        none: this.#none(),
        detail: this.#detail(),
      })}
    `;
  }

  #boxes() {
    const here = boxOf(this.query);
    return html`<div class="calls-top">
      <nav class="segments" aria-label="Show missed calls">
        ${BOXES.map(
          ({ box, label }) =>
            html`<a class="segment" href=${this.#address('', { box: box === 'open' ? '' : box })} aria-current=${box === here ? 'true' : 'false'}>${label}</a>`,
        )}
      </nav>
    </div>`;
  }

  #row(item) {
    return html`
      <a class="list-item" href=${this.#address(item.id)} aria-current=${item.id === this.params.id ? 'true' : 'false'}>
        ${avatar(item.contactId ? item.name : '')}
        <span class="list-words">
          <span class="list-line">
            <span class="list-name cut" dir="auto">${item.name}</span>
            <span class="list-time">${when(item.lastAt)}</span>
          </span>
          <span class="list-text calls-reached cut" dir="auto">${reached(item.last)}</span>
          <span class="list-pills">
            <span class="pill pill-${item.done ? 'green' : 'red'}">${icon(item.done ? 'check' : 'phone-missed')}${item.done ? 'Done' : times(item)}</span>
            ${item.wantsCallBack ? html`<span class="pill pill-orange">${icon('phone-incoming')}Wants a call back</span>` : nothing}
            ${item.owner ? html`<span class="pill cut" dir="auto">${item.owner.name}</span>` : nothing}
          </span>
        </span>
      </a>
    `;
  }

  #detail() {
    const { id } = this.params;
    if (!id) return empty({ symbol: 'phone-missed', title: 'No caller chosen', text: 'Choose one from the list to see when they called.' });
    const story = this.#storyFor(id);
    const item = missedCalls.get(id) ?? story.value;
    if (item?.gone) return empty({ symbol: 'check', title: 'Nothing to do', text: 'They left a message after all, or are forgotten.' });
    if (item) return missedDetail(item, story);
    return story.problem ? failed(story.problem, () => story.load()) : skeletonRows(3);
  }

  /** The calls of the chosen item, fetched again whenever the stream says that it changed. */
  #storyFor(id) {
    const known = missedCalls.get(id);
    if (this.#storyOf !== id) {
      this.#storyOf = id;
      this.#story = new Document(`/api/missed-calls/${encodeURIComponent(id)}`);
      this.watch(this.#story);
      this.#story.load();
    } else if (known?.misses !== this.#seen) {
      this.#story.load();
    }
    this.#seen = known?.misses;
    return this.#story;
  }

  #none() {
    const box = boxOf(this.query);
    if (box === 'done') return empty({ symbol: 'phone-missed', title: 'None of these', text: 'Callers who were called back stay here.' });
    if (box === 'mine') return empty({ symbol: 'check', title: 'Nothing of yours', text: 'Callers assigned to you wait here.' });
    return empty({ symbol: 'check', title: 'Nobody to call back', text: 'Whoever reaches nobody and leaves no message waits here.' });
  }

  #act(how) {
    const { id } = this.params;
    // One that was opened by its address need not be in any list that is loaded.
    const item = missedCalls.get(id) ?? (this.#storyOf === id ? this.#story?.value : null);
    if (!item || item.gone || !may('agent')) return false;
    return void how(item);
  }

  #address(id = '', change = {}) {
    return address(id ? `/calls/missed/${encodeURIComponent(id)}` : '/calls/missed', { ...this.query, ...change });
  }

  #step(by) {
    step(this, this.#feed.items, by, (id) => this.#address(id));
  }
}

customElements.define('pbx-missed', MissedPage);
