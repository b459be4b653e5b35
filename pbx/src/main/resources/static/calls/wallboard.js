import { html, nothing, repeat } from '../lib/html.js';
import { calls, extensions, hear, liveCalls, session } from '../lib/data.js';
import { time } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { lost } from '../lib/live.js';
import { go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { callerName, isOutbound, length, look } from './model.js';
import { figures, onTheLine, people, queue } from './wallmodel.js';

const SOON_MS = 400;

/** What no news tells, such as somebody's hours that begin. */
const LOOK_MS = 15_000;

/** For a screen on the wall: nothing to press, everything to be read from across the room. */
class Wallboard extends View {
  #board = new Document('/api/wallboard');
  #soon = null;

  opened() {
    this.className = 'calls-wall shell-alone';
    this.watch(this.#board, session, liveCalls(), lost);
    this.until(calls.subscribe(() => this.#look()));
    this.until(extensions.subscribe(() => this.#look()));
    this.until(hear({ 'callflow.published': () => this.#look(), 'callflow.closures': () => this.#look(), reset: () => this.#look() }));
    const timer = setInterval(() => this.#board.load(), LOOK_MS);
    this.until(() => clearInterval(timer));
    this.until(bind({ Escape: () => go('/calls') }));
    liveCalls().refresh();
    this.#board.load();
    this.tick(1000);
  }

  closed() {
    clearTimeout(this.#soon);
  }

  /** Together with what else comes in a moment. */
  #look() {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.#board.load();
    }, SOON_MS);
  }

  template() {
    const { value, problem } = this.#board;
    const now = Date.now();
    return html`
      <header class="calls-wall-head">
        <h1 class="calls-wall-title cut" tabindex="-1" dir="auto">${session.value?.business.name}</h1>
        ${lost.current || (problem && value) ? html`<p class="calls-wall-stale" role="status">${icon('wifi-off')}Not up to date</p>` : nothing}
        <time class="calls-wall-clock digits">${time(now)}</time>
        <button class="round calls-wall-act" type="button" aria-label="Full screen" title="Full screen" @click=${fullScreen}>${icon('layout-grid')}</button>
        <a class="round calls-wall-act" href="/calls" aria-label="Close" title="Close">${icon('x')}</a>
      </header>
      ${value ? this.#all(value, now) : problem ? failed(problem, () => this.#board.load()) : html`<div class="skeleton calls-wall-wait"></div>`}
    `;
  }

  #all(value, now) {
    const live = liveCalls().items;
    return html`
      <dl class="calls-wall-figures">
        ${figures(value, live.length).map(
          ({ name, figure, tone }) => html`<div class="calls-wall-figure card"><dt class="calls-wall-name">${name}</dt><dd class="calls-wall-number calls-wall-${tone} digits">${figure}</dd></div>`,
        )}
      </dl>
      <div class="calls-wall-parts ${value.queues.length > 0 ? '' : 'calls-wall-no-queues'}">
        ${lines(live, now)} ${value.queues.length > 0 ? queues(value.queues, now) : nothing} ${team(value.people, now)}
      </div>
    `;
  }
}

const part = (id, title, content) => html`
  <section class="calls-wall-part card" aria-labelledby="calls-wall-${id}">
    <h2 class="calls-wall-name" id="calls-wall-${id}">${title}</h2>
    ${content}
  </section>
`;

const andMore = (more) => (more > 0 ? html`<p class="calls-wall-more">and ${more} more</p>` : nothing);

function lines(live, now) {
  const { shown, more } = onTheLine(live);
  return part(
    'calls',
    'Calls Now',
    shown.length === 0
      ? html`<p class="calls-wall-more">Nobody is on the line.</p>`
      : html`<ul>${repeat(shown, ({ id }) => id, (call) => line(call, now))}</ul>${andMore(more)}`,
  );
}

function line(call, now) {
  const { label, symbol, tone } = look(call);
  return html`
    <li class="calls-wall-line">
      <span class="calls-wall-words">
        <span class="calls-wall-who cut" dir="auto">${callerName(call)}</span>
        <span class="calls-wall-where calls-wall-${tone}">${icon(symbol)}<span class="cut" dir="auto">${doing(call, label)}</span></span>
      </span>
      <span class="calls-wall-time digits">${length(call, now)}</span>
    </li>
  `;
}

/** With whom, or where in the call flow. */
function doing(call, label) {
  if (call.where === 'waiting' && call.summary) return call.summary;
  if (call.extension) return `${label} · ${call.extension.name}`;
  return isOutbound(call) ? `${label} · outgoing` : label;
}

const queues = (all, now) =>
  part(
    'queues',
    'Queues',
    html`<ul>
      ${repeat(all, ({ place }) => place, (each) => {
        const { name, waiting, longest, tone, staffed } = queue(each, now);
        return html`
          <li class="calls-wall-queue">
            <span class="calls-wall-words">
              <span class="calls-wall-who cut" dir="auto">${name}</span>
              <span class="calls-wall-where">${staffed}</span>
            </span>
            <span class="calls-wall-waiting calls-wall-${tone} digits">${waiting}<span class="calls-wall-unit">waiting</span></span>
            <span class="calls-wall-waiting calls-wall-${tone} digits">${longest}<span class="calls-wall-unit">longest</span></span>
          </li>
        `;
      })}
    </ul>`,
  );

function team(seats, now) {
  const { shown, more } = people(seats, now);
  return part(
    'people',
    'People',
    html`<ul class="calls-wall-people">
        ${repeat(shown, ({ id }) => id, ({ name, label, symbol, tone, time: lasting }) => html`
          <li class="calls-wall-person calls-wall-edge-${tone}">
            <span class="calls-wall-who cut" dir="auto">${name}</span>
            <span class="calls-wall-where calls-wall-${tone}">${icon(symbol)}<span class="cut">${label}</span> <span class="digits">${lasting}</span></span>
          </li>
        `)}
      </ul>
      ${andMore(more)}`,
  );
}

/** Where the browser refuses, the page stays as it is, which fills the window anyway. */
function fullScreen() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => {});
}

customElements.define('pbx-wallboard', Wallboard);
