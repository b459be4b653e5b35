import { html, nothing } from '../lib/html.js';
import { get } from '../lib/api.js';
import { counts, extensionFeed, session, voicemailFeed, voicemails } from '../lib/data.js';
import { when } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { blockList } from '../components/person/person.js';
import { textAddress } from '../components/person/model.js';
import { callable } from '../components/dial/model.js';
import { drop, toggle } from './acts.js';
import { detail } from './detail.js';
import { caller, callerName, note, rowLength, SHOWN, snippet } from './model.js';
import { askWhose } from './move.js';

/** Voicemail of everybody, or of one extension. */
class VoicemailPage extends View {
  params = {};
  query = {};
  #watched = new Set();
  #asked = '';
  #problem = null;

  opened() {
    this.className = 'list-page';
    this.watch(voicemails, counts, session, extensionFeed(), blockList);
    blockList.refresh();
    this.until(bind({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      Escape: () => (this.params.id ? go(this.#address()) : false),
      u: () => this.#do(toggle),
      m: () => this.#do(askWhose),
      r: () => this.#do((item) => callable(item.from) && go(textAddress(caller(item)))),
      Delete: () => this.#do(drop),
      Backspace: () => this.#do(drop),
      ' ': (event) => this.#play(event),
      ArrowLeft: () => this.#seek('ArrowLeft', false),
      ArrowRight: () => this.#seek('ArrowRight', false),
      'shift+ArrowLeft': () => this.#seek('ArrowLeft', true),
      'shift+ArrowRight': () => this.#seek('ArrowRight', true),
    }));
  }

  get #feed() {
    const { show, ext } = this.query;
    const feed = voicemailFeed({ unheard: show === 'unheard', deleted: show === 'deleted', ext });
    if (!this.#watched.has(feed)) {
      this.#watched.add(feed);
      this.watch(feed);
      feed.refresh();
    }
    return feed;
  }

  get #chosen() {
    return this.params.id ? voicemails.get(this.params.id) : undefined;
  }

  template() {
    const feed = this.#feed;
    return html`
      ${header({
        title: 'Voicemail',
        note: feed.ready ? note(counts.current.unheard, feed.items, feed.next || this.query.show || this.query.ext) : '',
        actions: this.#filters(),
      })}
      ${listDetail({
        feed,
        label: 'Messages',
        open: Boolean(this.params.id),
        back: this.#address(),
        top: this.#box(),
        list: {
          items: this.#items(feed),
          label: 'Messages',
          rowHeight: 98,
          row: (item) => this.#row(item),
          onEnd: () => feed.more(),
        },
        none: this.#none(),
        detail: this.#detail(feed),
      })}
    `;
  }

  /** A message does not vanish from under the reader because it has now been heard. */
  #items(feed) {
    const chosen = this.#chosen;
    if (!chosen || feed.items.includes(chosen) || !feed.ready) return feed.items;
    if (this.query.ext && chosen.ext !== this.query.ext) return feed.items;
    if (Boolean(chosen.deletedAt) !== (this.query.show === 'deleted')) return feed.items;
    return [...feed.items, chosen].sort((a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt));
  }

  #filters() {
    const option = (label, show) => html`
      <a
        class="segment"
        href=${this.#address('', { show })}
        aria-current=${(this.query.show ?? '') === show ? 'true' : 'false'}
        >${label}</a
      >
    `;
    return html`<nav class="segments" aria-label="Show">${SHOWN.map(({ label, show }) => option(label, show))}</nav>`;
  }

  #box() {
    if (!this.query.ext) return nothing;
    const person = extensionFeed().items.find((item) => item.ext === this.query.ext);
    return html`<div class="voicemail-box callout">
      <span class="cut">For <strong dir="auto">${person?.name ?? `extension ${this.query.ext}`}</strong></span>
      <a class="link" href=${this.#address('', { ext: '' })}>Show Everybody’s</a>
    </div>`;
  }

  #row(item) {
    const length = rowLength(item);
    return html`
      <a
        class="list-item"
        href=${this.#address(item.id)}
        aria-current=${item.id === this.params.id ? 'true' : 'false'}
      >
        ${item.listened ? nothing : html`<span class="list-dot"></span><span class="unseen">Not heard: </span>`}
        ${avatar(item.name ?? '')}
        <span class="list-words">
          <span class="list-line">
            <span class="list-name cut" dir="auto">${callerName(item)}</span>
            <span class="list-time">${when(item.receivedAt)}</span>
          </span>
          <span class="list-text" dir="auto">${snippet(item)}</span>
          <span class="list-pills">
            <span class="pill">${icon('audio-lines')}<span aria-hidden="true">${length.shown}</span
              ><span class="unseen">${length.said}</span></span>
            <span class="pill cut" dir="auto">${item.extensionName}</span>
          </span>
        </span>
      </a>
    `;
  }

  #detail(feed) {
    const item = this.#chosen;
    if (item) return detail(item);
    if (!this.params.id) {
      return empty({ symbol: 'voicemail', title: 'No message chosen', text: 'Choose one from the list to play it.' });
    }
    if (!feed.ready) return feed.problem ? failed(feed.problem, () => feed.load()) : skeletonRows(3, 'card');
    this.#ask(this.params.id);
    if (this.#problem?.status === 404) return empty({ symbol: 'voicemail', title: 'Not here', text: 'This message was deleted for good, or never was.' });
    return this.#problem ? failed(this.#problem, () => this.#ask(this.params.id, true)) : skeletonRows(3, 'card');
  }

  /** What the list does not hold, because it is further back or of another mailbox, is asked for by itself. */
  async #ask(id, again = false) {
    if (this.#asked === id && !again) return;
    [this.#asked, this.#problem] = [id, null];
    try {
      voicemails.put(await get(`/api/voicemails/${encodeURIComponent(id)}`));
    } catch (problem) {
      if (this.#asked === id) this.#problem = problem;
      this.update();
    }
  }

  #none() {
    if (this.query.show === 'deleted') {
      return empty({ symbol: 'trash-2', title: 'Nothing deleted', text: 'Messages that somebody deletes stay here for 30 days.' });
    }
    if (this.query.show) return empty({ symbol: 'ear', title: 'All heard', text: 'Every message here has been listened to.' });
    const sandbox = session.value?.carrier.mode === 'sandbox';
    return empty({
      symbol: 'voicemail',
      title: 'No voicemail',
      text: 'Messages that callers leave appear here, with their words.',
      action: sandbox ? html`<a class="button" href="/phone">Leave a Test Message</a>` : nothing,
    });
  }

  #address(id = '', change = {}) {
    return address(id ? `/voicemail/${encodeURIComponent(id)}` : '/voicemail', { ...this.query, ...change });
  }

  #step(by) {
    step(this, this.#items(this.#feed), by, (id) => this.#address(id));
  }

  #play(event) {
    if (event.target instanceof Element && event.target.closest('a, button, input, select')) return false;
    const player = this.querySelector('pbx-player');
    return player ? void player.toggle() : false;
  }

  #seek(key, shift) {
    return this.querySelector('pbx-player')?.press(key, shift) ? undefined : false;
  }

  /** Whatever changes a message. */
  #do(act) {
    const item = this.#chosen;
    return item && !item.deletedAt && may('agent') ? void act(item) : false;
  }
}

customElements.define('pbx-voicemail', VoicemailPage);
