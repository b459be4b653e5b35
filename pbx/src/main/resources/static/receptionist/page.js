import { html, nothing } from '../lib/html.js';
import { calls, session } from '../lib/data.js';
import { count, when } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { address, go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { detail } from './detail.js';
import { directory, talkFeed, talks } from './feeds.js';
import { cost, ENDINGS, ending, MARKS, marks, note } from './model.js';
import { tabs } from './tabs.js';

const PAUSE_MS = 500;

/** What callers and the receptionist said, and why it did what it did. */
class ReceptionistPage extends View {
  params = {};
  query = {};
  #watched = new Set();
  #story = null;
  #storyOf = '';
  #later = null;

  opened() {
    this.className = 'list-page receptionist';
    this.watch(talks, session, directory);
    directory.refresh();
    this.until(calls.subscribe(() => this.#callsChanged()));
    this.until(() => {
      clearTimeout(this.#later);
      this.#later = null;
    });
    this.until(bind({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      Escape: () => (this.params.id ? go(this.#address()) : false),
    }));
  }

  /** A turn of a conversation is news of its call; many come at once. */
  #callsChanged() {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      this.#feed.load();
      this.#story?.load();
    }, PAUSE_MS);
  }

  get #feed() {
    const feed = talkFeed(this.query);
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
      ${header({ title: 'Receptionist', note: note(feed), actions: tabs('/receptionist') })}
      ${listDetail({
        feed,
        label: 'Conversations',
        open: Boolean(this.params.id),
        back: this.#address(),
        top: this.#filters(),
        list: { items: feed.items, label: 'Conversations', rowHeight: 97, row: (talk) => this.#row(talk), onEnd: () => feed.more() },
        none: this.#none(),
        detail: this.#detail(),
      })}
    `;
  }

  #filters() {
    return html`
      <div class="receptionist-filters">
        <nav class="segments" aria-label="Show">
          ${MARKS.map(
            ({ value, label }) => html`
              <a class="segment" href=${this.#address('', { mark: value })} aria-current=${(this.query.mark ?? '') === value ? 'true' : 'false'}>${label}</a>
            `,
          )}
        </nav>
        <select
          class="field-input field-select receptionist-select"
          aria-label="How it ended"
          .value=${this.query.outcome ?? ''}
          @change=${(event) => go(this.#address('', { outcome: event.target.value }))}
        >
          ${ENDINGS.map(({ value, label }) => html`<option value=${value} ?selected=${value === (this.query.outcome ?? '')}>${label}</option>`)}
        </select>
      </div>
    `;
  }

  #row(talk) {
    const { label, symbol, tone } = ending(talk.call);
    return html`
      <a class="list-item" href=${this.#address(talk.id)} aria-current=${talk.id === this.params.id ? 'true' : 'false'}>
        ${avatar('')}
        <span class="list-words">
          <span class="list-line">
            <span class="list-name cut" dir="auto">${talk.call.fromDisplay}</span>
            <span class="list-time digits">${when(talk.call.startedAt)}</span>
          </span>
          <span class="list-text receptionist-words cut" dir="auto">${talk.words ? `“${talk.words}”` : 'Said nothing in words'}</span>
          <span class="list-text receptionist-words cut">${count(talk.turns, 'turn')} · ${cost(talk)}</span>
          <span class="list-pills">
            <span class="pill pill-${tone} ${talk.call.live ? 'pill-pulse' : ''}">${talk.call.live ? nothing : icon(symbol)}<span class="cut" dir="auto">${label}</span></span>
            ${marks(talk).map((mark) => html`<span class="pill pill-${mark.tone}">${icon(mark.symbol)}<span class="cut">${mark.label}</span></span>`)}
          </span>
        </span>
      </a>
    `;
  }

  #detail() {
    const { id } = this.params;
    if (!id) return empty({ symbol: 'sparkles', title: 'No conversation chosen', text: 'Choose one from the list to read what was said and why.' });
    const story = this.#storyFor(id);
    if (story.value) return detail(story.value);
    return story.problem ? failed(story.problem, () => story.load()) : skeletonRows(3, 'card');
  }

  #storyFor(id) {
    if (this.#storyOf !== id) {
      this.#storyOf = id;
      this.#story = new Document(`/api/receptionist/conversations/${encodeURIComponent(id)}`);
      this.watch(this.#story);
      this.#story.load();
    }
    return this.#story;
  }

  #none() {
    if (this.query.outcome || this.query.mark) {
      return empty({ symbol: 'sparkles', title: 'None of these', text: 'No conversation is like that.' });
    }
    const sandbox = session.value?.carrier.mode === 'sandbox';
    return empty({
      symbol: 'sparkles',
      title: 'No conversations yet',
      text: 'Whoever presses 0, or nothing, talks with the receptionist. What was said appears here.',
      action: sandbox ? html`<a class="button" href="/phone">Place a Test Call</a>` : nothing,
    });
  }

  #address(id = '', change = {}) {
    return address(id ? `/receptionist/${encodeURIComponent(id)}` : '/receptionist', { ...this.query, ...change });
  }

  #step(by) {
    step(this, this.#feed.items, by, (id) => this.#address(id));
  }
}

customElements.define('pbx-receptionist', ReceptionistPage);
