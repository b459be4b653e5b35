import { html, nothing, repeat } from '../lib/html.js';
import { get } from '../lib/api.js';
import { session } from '../lib/data.js';
import { bind } from '../lib/keys.js';
import { may } from '../lib/rights.js';
import { arrivals, colleagues, conversations, timelineOf, viewers } from '../lib/threads.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import '../components/thread/thread.js';
import { finish, handBack, isKeptUnread, markRead, opened, reopen, takeOver } from './actions.js';
import './composer.js';
import { draftOf } from './drafts.js';
import { entry } from './entries.js';
import { estimate, stillPending } from './entrymodel.js';
import { conversationHead, openAssign, openMore, openSnooze } from './head.js';
import { showPicture } from './media.js';
import { announcement, company } from './model.js';
import { cancel, sendAgain } from './send.js';
import { showWhy } from './why.js';

/** One conversation: its head, what was said, and where the answer is written. One element per conversation. */
class ConversationView extends View {
  #id = '';
  #problem = null;
  #said = '';
  #pending = null;
  #moveOn = () => {};

  /** @param {{id: string, moveOn: () => void}} of `moveOn` goes to the next when this one needs nothing more */
  set of({ id, moveOn }) {
    this.#id = id;
    this.#moveOn = moveOn;
    this.update();
  }

  get #conversation() {
    return conversations.get(this.#id);
  }

  get #timeline() {
    return timelineOf(this.#id);
  }

  opened() {
    opened(this.#id);
    this.watch(conversations, this.#timeline, viewers, colleagues, session);
    this.until(draftOf(this.#id).subscribe(() => this.#minded()));
    this.tick(5000, () => viewers.of(this.#id).length > 0);
    this.until(arrivals.subscribe(() => this.#announce(arrivals.last)));
    const seen = () => this.update();
    document.addEventListener('visibilitychange', seen);
    this.until(() => document.removeEventListener('visibilitychange', seen));
    this.until(bind(this.#keys()));
    this.#timeline.load();
    this.#load();
    colleagues.refresh();
  }

  /** Of what is being written only what is on its way concerns this; a key press should cost little. */
  #minded() {
    const { pending } = draftOf(this.#id);
    if (pending === this.#pending) return;
    this.#pending = pending;
    this.update();
  }

  #keys() {
    const on = (act) => () => (this.#conversation && may('agent') ? void act(this.#conversation) : false);
    return {
      t: on((it) => isMine(it) || takeOver(it)),
      h: on((it) => it.answeredBy === 'person' && handBack(it)),
      e: on((it) => this.#finish(it)),
      z: on((it) => openSnooze(this, it, this.#moveOn)),
      a: on((it) => openAssign(this, it)),
    };
  }

  /** A list knows less of a conversation than it knows itself. */
  async #load() {
    try {
      conversations.put(await get(`/api/conversations/${encodeURIComponent(this.#id)}`));
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }

  template() {
    const it = this.#conversation;
    if (!it) return this.#problem ? this.#absent() : skeletonRows(4, 'card');
    const others = viewers.of(this.#id);
    return html`
      ${conversationHead(it, {
        finish: () => this.#finish(it),
        snooze: () => openSnooze(this, it, this.#moveOn),
        more: (button) => openMore(button, it, this),
      })}
      ${this.#body(it)}
      <p class="inbox-company sub muted" aria-live="off">${company(others)}</p>
      <p class="unseen" role="status">${this.#said}</p>
      ${may('agent')
        ? html`<pbx-composer class="inbox-composer" .conversation=${it}></pbx-composer>`
        : html`<p class="inbox-reading sub muted">You can read this. Agents answer it.</p>`}
    `;
  }

  #absent() {
    if (this.#problem.status === 404) {
      return empty({ symbol: 'message-circle', title: 'No such conversation', text: 'It may have been merged with another.' });
    }
    return failed(this.#problem, () => this.#load());
  }

  #body(it) {
    const timeline = this.#timeline;
    if (!timeline.ready && timeline.entries.length === 0) {
      const waiting = timeline.problem ? failed(timeline.problem, () => timeline.load()) : skeletonRows(4, 'card');
      return html`<div class="inbox-waiting">${waiting}</div>`;
    }
    const pending = stillPending(draftOf(this.#id).pending, timeline.entries);
    const entries = pending.length > 0 ? [...timeline.entries, ...pending] : timeline.entries;
    return html`<pbx-thread
      .list=${{
        key: this.#id,
        revision: `${timeline.revision} ${pending.map(({ id }) => id).join()}`,
        items: entries,
        estimate,
        label: `Conversation with ${it.name}`,
        row: (index) => entry({ entries, index, name: it.name, acts: this.#acts(it) }),
        before: this.#beginning(timeline),
        onStart: () => timeline.problem || timeline.older(),
      }}
    ></pbx-thread>`;
  }

  #beginning(timeline) {
    if (timeline.problem) {
      return html`<p class="inbox-event inbox-event-orange callout" role="alert">
        <span dir="auto">${timeline.problem.message}</span>
        <button class="link" type="button" @click=${() => (timeline.next ? timeline.older() : timeline.load())}>Try Again</button>
      </p>`;
    }
    if (timeline.next) return html`<div class="inbox-older" aria-hidden="true"><div class="skeleton empty-row"></div></div>`;
    return timeline.entries.length > 0 ? html`<p class="inbox-when sub muted">The beginning</p>` : html`<p class="inbox-when sub muted">Nothing was said yet</p>`;
  }

  #acts(it) {
    return {
      why: showWhy,
      again: (each) => sendAgain(each.message),
      cancel: (each) => cancel(each.message),
      show: (each, picture) => showPicture(each, picture, it.name),
    };
  }

  #finish(it) {
    if (it.status === 'done') return reopen(it);
    this.#moveOn();
    return finish(it);
  }

  #announce(arrived) {
    if (arrived.conversationId !== this.#id) return;
    this.#said = announcement(arrived, this.#conversation?.name ?? '');
    this.update();
  }

  /** Whoever writes wants to see what becomes of it. */
  toEnd() {
    this.querySelector('pbx-thread')?.toEnd();
  }

  /** @param {boolean} noting */
  write(noting) {
    this.querySelector('pbx-composer')?.write(noting);
  }

  painted() {
    const it = this.#conversation;
    if (it && may('agent') && it.unread > 0 && document.visibilityState === 'visible' && !isKeptUnread(it.id)) markRead(it);
  }
}

const isMine = ({ answeredBy, owner }) => answeredBy === 'person' && owner?.id === session.value.user.id;

customElements.define('pbx-conversation', ConversationView);

/** What stands beside the list. @param {string} id @param {() => void} moveOn */
export const conversation = (id, moveOn) =>
  html`${repeat([id], (each) => each, () => html`<pbx-conversation class="inbox-conversation" .of=${{ id, moveOn }}></pbx-conversation>`)}${nothing}`;
