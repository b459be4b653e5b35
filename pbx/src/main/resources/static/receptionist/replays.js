import { html, nothing } from '../lib/html.js';
import { session } from '../lib/data.js';
import { when } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { may } from '../lib/rights.js';
import { go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { directory } from './feeds.js';
import { dollars } from './model.js';
import { runDetail } from './rundetail.js';
import { planLine, standing } from './runmodel.js';
import { RunSheet } from './runsheet.js';
import { tabs } from './tabs.js';

const HOME = '/receptionist/replays';
const POLL_MS = 1500;

const addressOf = (id) => `${HOME}/${encodeURIComponent(id)}`;

/** Tests and past calls that were put to a mind once more, side by side with what was decided then. */
class ReceptionistReplays extends View {
  params = {};
  query = {};
  #runs = new Document('/api/receptionist/runs');
  #run = null;
  #runOf = '';

  opened() {
    this.className = 'list-page receptionist';
    this.watch(this.#runs, session, directory);
    directory.refresh();
    this.#runs.load();
    const poll = setInterval(() => this.#poll(), POLL_MS);
    this.until(() => clearInterval(poll));
    this.until(bind({
      j: () => step(this, this.#items, 1, addressOf),
      ArrowDown: () => step(this, this.#items, 1, addressOf),
      k: () => step(this, this.#items, -1, addressOf),
      ArrowUp: () => step(this, this.#items, -1, addressOf),
      Escape: () => (this.params.id ? go(HOME) : false),
    }));
  }

  get #items() {
    return this.#runs.value?.items ?? [];
  }

  /** Runs send no news; whoever looks at one that goes on asks for it. */
  #poll() {
    if (document.hidden) return;
    if (this.#items.some(({ state }) => state === 'running')) this.#runs.load();
    if (this.#run?.value?.run.state === 'running') this.#run.load();
  }

  template() {
    const { value, problem } = this.#runs;
    const feed = { items: this.#items, ready: value !== null, problem, load: () => this.#runs.load() };
    return html`
      ${header({ title: 'Receptionist', actions: tabs(HOME) })}
      ${listDetail({
        feed,
        label: 'Replays',
        open: Boolean(this.params.id),
        back: HOME,
        top: may('admin') ? this.#top() : nothing,
        list: { items: feed.items, label: 'Replays', rowHeight: 77, row: (run) => this.#row(run), onEnd: () => {} },
        none: empty({
          symbol: 'undo-2',
          title: 'Nothing was replayed yet',
          text: 'See what another model, a draft of the instructions or the directory of today would make of past calls.',
        }),
        detail: this.#detail(),
      })}
    `;
  }

  #top() {
    return html`
      <div class="receptionist-filters">
        <button class="button button-filled button-wide" type="button" @click=${() => new RunSheet('calls')}>${icon('undo-2')}Replay Past Calls…</button>
      </div>
    `;
  }

  #row(run) {
    const { label, symbol, tone } = standing(run);
    return html`
      <a class="list-item receptionist-run" href=${addressOf(run.id)} aria-current=${run.id === this.params.id ? 'true' : 'false'}>
        <span class="list-words">
          <span class="list-line">
            <span class="list-name cut">${run.what === 'tests' ? 'Tests' : 'Past calls'}</span>
            <span class="list-time digits">${when(run.startedAt)}</span>
          </span>
          <span class="list-text receptionist-words cut">${planLine(run)}</span>
          <span class="list-pills">
            <span class="pill pill-${tone}">${icon(symbol)}${label}</span>
            <span class="pill digits">${dollars(run.counts.dollars)}</span>
          </span>
        </span>
      </a>
    `;
  }

  #detail() {
    const { id } = this.params;
    if (!id) return empty({ symbol: 'undo-2', title: 'Nothing chosen', text: 'Choose a replay to compare then and now.' });
    const run = this.#runFor(id);
    if (run.value) return runDetail(run.value, { all: this.query.show === 'all', reload: () => this.#reload(), gone: () => this.#gone() });
    return run.problem ? failed(run.problem, () => run.load()) : skeletonRows(3, 'card');
  }

  #runFor(id) {
    if (this.#runOf !== id) {
      this.#runOf = id;
      this.#run = new Document(`/api/receptionist/runs/${encodeURIComponent(id)}`);
      this.watch(this.#run);
      this.#run.load();
      if (this.#runs.value) this.#runs.refresh();
    }
    return this.#run;
  }

  async #reload() {
    await Promise.all([this.#run.load(), this.#runs.load()]);
  }

  #gone() {
    go(HOME, { replace: true });
    this.#runs.load();
  }
}

customElements.define('pbx-receptionist-replays', ReceptionistReplays);
