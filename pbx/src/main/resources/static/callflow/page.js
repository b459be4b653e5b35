import { html, nothing } from '../lib/html.js';
import { hear, session } from '../lib/data.js';
import { count } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows, stale } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { stylesheet } from '../lib/styles.js';
import { about } from './about.js';
import { Drafted } from './drafted.js';
import { changes, placeOf } from './editmodel.js';
import { Explained } from './explained.js';
import { lit, placesOf } from './explainmodel.js';
import { layout } from './layoutmodel.js';
import { meanwhile } from './meanwhile.js';
import { panel } from './panel.js';
import { picture } from './picture.js';
import { LANGUAGES, nameOf, STRATEGIES, titleOf, trees, weekWords } from './planmodel.js';
import { Sounds } from './sounds.js';
import { timeBar } from './timebar.js';
import { told } from './told.js';
import { beside, callable, isKnown, trouble, world } from './world.js';

stylesheet('../components/list/list.css', import.meta.url);

const PATH = '/call-flow';
const ASKED = ['show', 'to', 'from', 'at', 'keys'];
const SHEETS = {
  review: () => import('./review.js'),
  versions: () => import('./versions.js'),
  scenarios: () => import('./scenarios.js'),
  rehearsal: () => import('./rehearsal.js'),
};

/** What happens to calls, as a picture: read, changed in a draft, asked about, and published. */
class CallFlowPage extends View {
  params = {};
  query = {};
  draft = new Drafted();
  explained = new Explained();
  sounds = new Sounds(() => this.isConnected);
  #closures = new Document('/api/callflow/closures');
  #typed = new Map();
  #now = Date.now();
  #dragged = {};
  #room = Math.max(300, innerWidth - 252 - 400);
  #shown = '';

  opened() {
    this.className = 'list-page callflow';
    this.watch(this.draft, this.explained, this.sounds, this.#closures, session, ...beside.map((known) => known()));
    const resized = () => this.#measure();
    addEventListener('resize', resized);
    this.until(() => removeEventListener('resize', resized));
    this.until(bind({ Escape: () => (this.params.id || this.query.steps ? go(this.addressOf('')) : false) }));
    const seen = () => document.visibilityState === 'visible' && this.#load();
    // Somebody else may have drafted or published while nobody looked.
    document.addEventListener('visibilitychange', seen);
    this.until(() => document.removeEventListener('visibilitychange', seen));
    this.until(
      hear({
        'callflow.published': (news) => this.draft.look(news),
        'callflow.closures': () => this.#closures.load(),
        reset: () => this.#load(),
      }),
    );
    this.#load();
  }

  #load() {
    return Promise.all([this.draft.look(), this.#closures.load(), ...beside.map((known) => known().refresh())]);
  }

  /** What the parts of the page are told: the plan that is shown, and what can be done with it. */
  get it() {
    const { draft } = this;
    const isDraft = this.query.show === 'draft';
    const plan = isDraft ? draft.plan : draft.live;
    const closures = this.#closures.value?.items ?? [];
    const around = world(closures);
    return {
      page: this,
      plan,
      world: around,
      draft,
      sounds: this.sounds,
      isDraft,
      live: draft.live,
      editable: isDraft && may('admin'),
      zone: session.value.business.timeZone,
      typed: this.#typed,
      closures,
      names: { place: (id) => titleOf(plan, id, around), person: (ext) => nameOf(around, ext), strategies: STRATEGIES, languages: LANGUAGES, week: weekWords },
      hrefOf: (id) => this.addressOf(id),
      errorAt: (pointer) => (isDraft ? draft.errorAt(pointer) : undefined),
      problemsAt: (id) => (isDraft ? problemsAt(draft, id) : nothing),
      change: (edit) => draft.change(edit),
      update: () => this.update(),
      open: (sheet, how) => this.open(sheet, how),
      reloadClosures: () => this.#closures.load(),
    };
  }

  addressOf(id, more = {}) {
    const kept = Object.fromEntries(ASKED.map((name) => [name, this.query[name]]));
    return address(id ? `${PATH}/${encodeURIComponent(id)}` : PATH, { ...kept, ...more });
  }

  get question() {
    const { to, from = '', keys = '' } = this.query;
    const at = this.#dragged.at ?? this.query.at ?? '';
    const instant = Date.parse(at);
    return { to: to ?? callable()[0]?.number ?? '', from, keys, at, instant: Number.isNaN(instant) ? this.#now : instant, draft: this.query.show === 'draft' };
  }

  template() {
    const { draft } = this;
    if (!draft.ready || !isKnown()) {
      const problem = draft.problem ?? trouble();
      return html`${header({ title: 'Call Flow' })}${problem ? failed(problem, () => this.#load()) : html`<div class="card">${skeletonRows(6, 'card')}</div>`}`;
    }
    const { it, question } = this;
    if (question.to) this.explained.ask(question, question.draft ? draft.version : draft.published);
    const open = this.params.id || this.query.steps;
    return html`
      ${header({ title: 'Call Flow', note: note(it), actions: this.#actions(it) })}
      ${draft.problem ? stale(draft.problem, () => (draft.isSaved ? this.#load() : draft.save())) : nothing}
      ${draft.meanwhile ? meanwhile(it) : nothing}
      <div class="list callflow-sides ${open ? 'list-open' : ''}">
        <section class="list-side callflow-side" aria-label="Picture" tabindex="-1">
          <div class="callflow-scroll">${this.#picture(it)}</div>
          ${question.to ? this.#timeBar(it, question) : nothing}
        </section>
        <section class="list-detail callflow-detail" aria-label="Details">
          <a class="round list-back" href=${it.hrefOf('')} aria-label="Back">${icon('chevron-left')}</a>
          ${this.query.steps && !this.params.id ? told(it, this.explained) : this.params.id ? panel(it, this.params.id) : about(it)}
        </section>
      </div>
    `;
  }

  #actions(it) {
    const side = (name, show) => html`
      <a class="segment" href=${this.addressOf(this.params.id, { show })} aria-current=${it.isDraft === Boolean(show) ? 'true' : 'false'}>${name}</a>
    `;
    return html`
      <nav class="segments" aria-label="Which call flow">${side('Published', '')}${side('Draft', 'draft')}</nav>
      ${it.editable ? html`<button class="button button-filled" type="button" @click=${() => this.open('review')}>Publish…</button>` : nothing}
      <button class="round" type="button" aria-label="More" aria-haspopup="menu" @click=${(event) => openMenu(event.currentTarget, this.#more())}>${icon('ellipsis')}</button>
    `;
  }

  #more() {
    return [
      { label: 'Compare with Published', symbol: 'list-filter', act: () => this.open('review') },
      { label: 'Versions', symbol: 'undo-2', act: () => this.open('versions') },
      { label: 'Saved Calls', symbol: 'circle-check', act: () => this.open('scenarios') },
      { label: 'Rehearse Past Calls', symbol: 'refresh-cw', act: () => this.open('rehearsal') },
    ];
  }

  /** @param {keyof SHEETS} sheet */
  async open(sheet) {
    const { show } = await SHEETS[sheet]();
    show(this);
  }

  #picture(it) {
    const roots = trees(it.plan, it.world);
    const { value } = this.explained;
    const chosen = this.params.id ?? '';
    const paths = roots.flatMap(pathsOf);
    return picture({
      roots,
      laid: layout(roots, this.#room),
      lit: value ? lit(roots, placesOf(value, it.plan), isDirect(it, value.to)) : new Set(),
      chosen,
      focused: (paths.find(({ id, again }) => id === chosen && !again) ?? paths[0]).path,
      hrefOf: it.hrefOf,
      wrong: new Set(it.isDraft ? [...it.draft.errors, ...it.draft.checks].map(({ field }) => placeOf(field)) : []),
    });
  }

  #timeBar(it, question) {
    return timeBar({
      question,
      zone: it.zone,
      numbers: callable(),
      explained: this.explained,
      steps: this.addressOf('', { steps: '1' }),
      typed: it.typed,
      move: (part) => this.#drag(part),
      ask: (part) => this.#ask(part),
    });
  }

  #drag(part) {
    this.#dragged = part;
    this.update();
  }

  #ask(part) {
    this.#dragged = {};
    this.#now = Date.now();
    go(this.addressOf(this.params.id, { ...part, steps: this.query.steps }), { replace: true });
    this.update();
  }

  #measure() {
    const room = this.querySelector('.callflow-scroll')?.clientWidth;
    if (!room || Math.abs(room - 32 - this.#room) < 8) return;
    this.#room = room - 32;
    this.update();
  }

  painted() {
    this.#measure();
    const { id = '' } = this.params;
    if (id === this.#shown) return;
    this.#shown = id;
    this.#typed.clear();
    this.querySelector('.callflow-card[aria-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

const pathsOf = (vertex) => [vertex, ...vertex.children.flatMap(pathsOf)];

const isDirect = ({ world, plan }, to) => !plan.numbers[to] && world.numbers.some(({ number, use }) => number === to && use === 'extension');

function note({ isDraft, draft }) {
  if (!isDraft) return draft.published === 0 ? 'As it came' : `Version ${draft.published}`;
  if (!draft.isSaved) return draft.errors.length > 0 ? 'Not saved: something needs mending' : 'Saving…';
  const changed = changes(draft.live, draft.plan).length;
  return changed === 0 ? 'Same as published' : `${count(changed, 'change')}, not published`;
}

/** What is wrong with a place as a whole; what is wrong with a field stands beside it. */
function problemsAt(draft, id) {
  const here = draft.checks.filter(({ field }) => placeOf(field) === id && /^\/(nodes|hours|extensions|numbers)\/[^/]+$/.test(field));
  return here.map(({ message }) => html`<p class="field-problem callout" dir="auto">It ${message}.</p>`);
}

customElements.define('pbx-callflow', CallFlowPage);
