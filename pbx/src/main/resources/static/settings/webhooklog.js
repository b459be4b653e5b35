import { html, nothing, repeat } from '../lib/html.js';
import { get, post } from '../lib/api.js';
import { count } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';
import { notices } from '../lib/notices.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { choice } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { attemptStory, deliveryStory, eventName, laidOut, place, SINCE, since, STATES } from './webhooksmodel.js';

/** While something is on its way, the log looks again this often. */
const AGAIN_MS = 1500;

/** What an endpoint was told and what it answered, to be sent again. */
export class WebhookLog {
  #path;
  #state = '';
  #hours = '24';
  #items = null;
  #next = null;
  #problem = null;
  #opened = new Map();
  #sheet;
  #timer = 0;
  #asked = 0;

  /** @param {{id: string, url: string}} webhook @param {() => void} onClose */
  constructor(webhook, onClose) {
    this.#path = `/api/webhooks/${webhook.id}`;
    this.#sheet = openSheet({
      title: `Log of ${place(webhook.url)}`,
      size: 'wide',
      content: () => this.#content(),
      footer: (close) => this.#footer(close),
      onClose: () => {
        clearTimeout(this.#timer);
        this.#asked += 1;
        onClose();
      },
    });
    this.#load();
  }

  #content() {
    return html`
      <div class="settings-form">
        <div class="field-group">
          ${choice({
            name: 'state',
            label: 'Show',
            value: this.#state,
            options: STATES,
            onInput: (value) => {
              [this.#state, this.#items] = [value, null];
              this.#load();
            },
          })}
        </div>
        ${this.#lines()}
        ${this.#next ? html`<button class="button" type="button" @click=${() => this.#more()}>Show Older</button>` : nothing}
        <p class="field-note sub">Kept for 30 days. Each event has one id for good, so a receiver knows what it had already.</p>
      </div>
    `;
  }

  #lines() {
    if (this.#problem) return failed(this.#problem, () => this.#load());
    if (!this.#items) return skeletonRows(4);
    if (this.#items.length === 0) {
      return empty({ symbol: 'clock', title: 'Nothing here', text: 'What is sent stands here with what was answered.' });
    }
    return html`<ul class="field-group settings-group" aria-label="Deliveries">
      ${repeat(this.#items, (each) => each.id, (each) => this.#row(each))}
    </ul>`;
  }

  #row(each) {
    return html`
      <li class="settings-token settings-webhook">
        <div class="settings-token-words">
          <p class="settings-token-name">${eventName(each.event)}</p>
          <p class="sub muted settings-wrap">
            <time datetime=${each.occurredAt}>${whenLong(each.occurredAt)}</time> · ${deliveryStory(each)}
          </p>
          <details @toggle=${(event) => event.target.open && this.#open(each)}>
            <summary class="sub">Request and answers<span class="unseen"> of ${eventName(each.event)}, ${whenLong(each.occurredAt)}</span></summary>
            ${this.#whole(each)}
          </details>
        </div>
        <button class="button" type="button" @click=${() => this.#replay(each)}>
          ${icon('refresh-cw')}Send Again<span class="unseen"> ${eventName(each.event)}, ${whenLong(each.occurredAt)}</span>
        </button>
      </li>
    `;
  }

  #whole(each) {
    const whole = this.#opened.get(each.id);
    if (!whole) return html`<p class="sub muted">Loading…</p>`;
    return html`
      ${whole.attempts.map(
        (attempt) => html`
          <p class="sub settings-wrap">${attemptStory(attempt)}</p>
          ${attempt.answer ? html`<pre class="settings-json" tabindex="0" aria-label="Answer" dir="auto">${attempt.answer}</pre>` : nothing}
        `,
      )}
      <p class="sub muted settings-wrap"><code>${each.messageId}</code></p>
      <pre class="settings-json" tabindex="0" aria-label="Request" dir="auto">${laidOut(whole.body)}</pre>
    `;
  }

  #footer(close) {
    return html`
      <label class="settings-since sub">
        <span class="unseen">Failed since</span>
        <select class="field-input field-select" @change=${(event) => (this.#hours = event.target.value)}>
          ${SINCE.map(({ value, label }) => html`<option value=${value} ?selected=${value === this.#hours}>${label}</option>`)}
        </select>
      </label>
      <button class="button" type="button" @click=${() => this.#replayFailed()}>Send Failed Again</button>
      <button class="button button-filled" type="button" @click=${close}>Done</button>
    `;
  }

  get #query() {
    return `${this.#path}/deliveries?limit=50${this.#state ? `&state=${this.#state}` : ''}`;
  }

  async #load() {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    try {
      const { items, next } = await get(this.#query);
      if (asked !== this.#asked) return;
      [this.#items, this.#next, this.#problem] = [items, next, null];
      const onItsWay = items.some(({ state, tries }) => state === 'waiting' && tries === 0);
      if (onItsWay) this.#timer = setTimeout(() => this.#load(), AGAIN_MS);
    } catch (problem) {
      if (asked === this.#asked) this.#problem = problem;
    }
    this.#sheet.update();
  }

  async #more() {
    const asked = this.#asked;
    await this.#act(async () => {
      const { items, next } = await get(`${this.#query}&cursor=${encodeURIComponent(this.#next)}`);
      if (asked === this.#asked) [this.#items, this.#next] = [[...this.#items, ...items], next];
    });
    this.#sheet.update();
  }

  async #open(each) {
    await this.#act(async () => this.#opened.set(each.id, await get(`${this.#path}/deliveries/${each.id}`)));
    this.#sheet.update();
  }

  async #replay(each) {
    await this.#act(async () => {
      await post(`${this.#path}/deliveries/${each.id}/replay`);
      notices.say(`${eventName(each.event)} on its way again`);
    });
    this.#opened.delete(each.id);
    await this.#load();
  }

  async #replayFailed() {
    await this.#act(async () => {
      const replayed = await post(`${this.#path}/replay`, { since: since(this.#hours) });
      notices.say(replayed.count > 0 ? `${count(replayed.count, 'event')} on the way again` : 'Nothing failed in that time');
    });
    this.#opened.clear();
    await this.#load();
  }

  async #act(act) {
    try {
      await act();
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  }
}
