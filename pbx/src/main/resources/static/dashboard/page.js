import { html, nothing, repeat } from '../lib/html.js';
import { calls, extensionFeed, hear, liveCalls, overview, refreshOverview, session } from '../lib/data.js';
import { campaignFeed, campaigns } from '../lib/campaigns.js';
import { ago, calendarDay, day, hourOf, number, time } from '../lib/format.js';
import { address } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { barChart, legend, sparkline } from '../components/chart/chart.js';
import { failed, stale } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { needs } from '../components/shell/rooms.js';
import * as model from './model.js';

const APART_MS = 5000;

/** Is all well, and what needs me. */
class OverviewPage extends View {
  query = {};
  #asTable = false;
  #loaded = {};
  #period = '';
  /** @type {Document[]} */
  #reports = [];
  #last = null;

  opened() {
    this.className = 'overview';
    this.watch(overview, session, calls, liveCalls(), extensionFeed(), campaigns, campaignFeed());
    this.until(hear({ 'message.status': refreshOverview, 'campaign.progress': refreshOverview }));
    this.until(overview.subscribe(() => this.#renew(APART_MS)));
    overview.refresh();
    liveCalls().refresh();
    extensionFeed().refresh();
    campaignFeed().refresh();
    this.tick(1000, () => liveCalls().items.length > 0);
    this.tick(30_000, () => this.#lookAgain());
  }

  template() {
    const { value, problem } = overview;
    const fresh = value && !value.everUsed && liveCalls().items.length === 0;
    const shown = value && !fresh ? this.#shown(value) : null;
    return html`
      ${header({
        title: 'Overview',
        note: shown?.note ?? (value ? [calendarDay(value.day), model.openWords(value.opening)].filter(Boolean).join(' · ') : nothing),
        actions: fresh ? nothing : ranges(model.periodOf(this.query)),
        sandboxNote: !fresh,
      })}
      ${value && problem ? stale(problem, () => overview.load()) : nothing} ${this.#firstSteps()} ${this.#body(fresh, shown)}
    `;
  }

  #body(fresh, shown) {
    const { value, problem } = overview;
    if (!value) return problem ? failed(problem, () => overview.load()) : skeleton();
    if (fresh) return this.#seldom('welcome', () => import('./welcome.js'), (it) => it.welcome({ session: session.value, extensions: extensionFeed().items }), skeleton());
    const missing = this.#reports.find((report) => report.problem)?.problem;
    return html`
      ${missing ? (shown ? stale : failed)(missing, () => this.#renew()) : nothing}
      ${shown ? html`<div class="overview-tiles">${shown.tiles.map(tile)}</div>` : missing ? nothing : tileSkeletons()} ${this.#campaigns()}
      <div class="overview-grid">${shown ? this.#chart(shown.chart) : missing ? nothing : chartSkeleton()} ${needsYou(value)} ${onTheLine()} ${mainLine(session.value)}</div>
    `;
  }

  /** What tiles and chart say, of today or of the days that were chosen; until those are there, what was there before. */
  #shown(value) {
    this.#follow();
    const live = liveCalls().ready ? liveCalls().items.length : value.calls.live;
    const [ofCalls, ofTexts] = this.#reports.map((report) => report.value);
    if (!this.#period) this.#last = model.today(value, { hour: hourOf(Date.now()), live });
    else if (ofCalls && ofTexts) this.#last = this.#seldom('days', () => import('./days.js'), (it) => it.days(ofCalls, ofTexts, { live, unheard: value.voicemail.unheard }), this.#last);
    return this.#last;
  }

  #follow() {
    const period = model.periodOf(this.query);
    if (period === this.#period) return;
    this.#period = period;
    this.#reports = period ? ['calls', 'sms'].map((name) => new Document(`/api/analytics/${name}?period=${period}`)) : [];
    this.watch(...this.#reports);
    for (const report of this.#reports) report.load();
  }

  /** Many days are counted anew now and then only. */
  #renew(apart = 0) {
    for (const report of this.#reports) if (!document.hidden && report.askedBefore(Date.now() - apart)) report.load();
  }

  /** No news tells that the business has opened or closed. */
  #lookAgain() {
    this.#renew(APART_MS);
    if (Date.parse(overview.value?.opening.changesAt) < Date.now()) overview.refresh();
    return true;
  }

  #firstSteps() {
    return session.value?.firstSteps === 'open' ? this.#seldom('firststeps', () => import('./firststeps.js'), (it) => it.firstStepsCard) : nothing;
  }

  #campaigns() {
    const those = model.underWay(campaignFeed().items);
    return those.length > 0 ? this.#seldom('campaigns', () => import('./campaigns.js'), (it) => it.campaignsCard(those)) : nothing;
  }

  /** What is needed now and then only is loaded only then. */
  #seldom(name, load, show, meanwhile = nothing) {
    if (this.#loaded[name]) return show(this.#loaded[name]);
    load().then((module) => {
      this.#loaded[name] = module;
      this.update();
    });
    return meanwhile;
  }

  #chart(chart) {
    return html`
      <section class="overview-card overview-chart card" aria-labelledby="calls-in-time">
        <div class="overview-head">
          <h2 class="title-3" id="calls-in-time">${chart.title}</h2>
          <button class="button button-plain" type="button" @click=${() => this.#flip()}>
            ${this.#asTable ? 'Show as Chart' : 'Show as Table'}
          </button>
        </div>
        ${barChart({ ...chart, asTable: this.#asTable })}
        <div class="overview-foot">${legend(chart.columns, chart.series)}</div>
      </section>
    `;
  }

  #flip() {
    this.#asTable = !this.#asTable;
    this.update();
  }
}

const ranges = (shown) => html`
  <nav class="segments" aria-label="Days">
    ${model.RANGES.map(({ period, label }) => html`<a class="segment" href=${address('/', { period })} aria-current=${period === shown ? 'true' : 'false'}>${label}</a>`)}
  </nav>
`;

const tile = ({ name, symbol, tone, figure, lead = '', text, before = '', course = null, href }) => html`
  <a class="overview-tile card" href=${href}>
    <span class="overview-tile-name callout"><span class="glyph glyph-${tone}">${icon(symbol)}</span>${name}</span>
    <span class="overview-tile-row">
      <span class="overview-figure digits">${figure}</span>${course ? sparkline(course, tone) : nothing}
    </span>
    <span class="sub muted">${lead ? html`<strong class="overview-${tone}">${lead}</strong> ` : nothing}${text}</span>
    ${before ? html`<span class="sub muted">${before}</span>` : nothing}
  </a>
`;

function needsYou({ needsYou: items }) {
  return html`
    <section class="overview-card overview-needs card" aria-labelledby="needs-you">
      <div class="overview-head">
        <h2 class="title-3" id="needs-you">Needs You</h2>
        ${items.length > 0 ? html`<span class="pill pill-red">${number(items.length)}</span>` : nothing}
      </div>
      ${items.length === 0 ? quiet('Nothing needs you', 'Texts that wait for a person, voicemail not heard and missed calls wait here.') : nothing}
      <ul>
        ${repeat(needs(items), (item) => `${item.kind}-${item.id}`, need)}
      </ul>
    </section>
  `;
}

const need = (item) => html`
  <li class="overview-row">
    <a class="overview-need" href=${item.path}>
      ${avatar(item.person)}
      <span class="overview-row-words">
        <span class="overview-row-line">
          <span class="overview-row-name cut" dir="auto">${item.title}</span>
          <time class="sub muted" datetime=${item.at} title="${day(item.at)} at ${time(item.at)}">${ago(item.at)}</time>
        </span>
        <span class="overview-row-text callout muted"
          >${icon(item.symbol)}<span class="cut" dir="auto">${item.text}</span></span
        >
      </span>
    </a>
  </li>
`;

function onTheLine() {
  const live = liveCalls().items;
  return html`
    <section class="overview-card overview-live card" aria-labelledby="on-the-line">
      <div class="overview-head">
        <h2 class="title-3" id="on-the-line">On the Line</h2>
        ${live.length > 0 ? html`<span class="pill pill-green pill-pulse">${live.length} live</span>` : nothing}
      </div>
      ${live.length === 0 ? quiet('Nobody is on the line', 'Calls show here while they happen.') : nothing}
      <ul>
        ${repeat(live, (call) => call.id, onCall)}
      </ul>
    </section>
  `;
}

const onCall = (call) => html`
  <li class="overview-row">
    <a class="overview-need" href="/calls/${encodeURIComponent(call.id)}">
      ${avatar(call.where === 'talking' ? call.extension?.name : call.name)}
      <span class="overview-row-words">
        <span class="overview-row-line overview-row-tight">
          <span class="overview-row-name cut" dir="auto">${model.otherSide(call)}</span>
          <span class="callout muted digits">${model.lasting(call, Date.now())}</span>
        </span>
        <span class="callout muted cut" dir="auto">${call.summary}</span>
      </span>
      <span class="overview-waves ${call.where === 'talking' ? 'overview-waves-on' : ''}" aria-hidden="true">
        <i></i><i></i><i></i><i></i><i></i>
      </span>
    </a>
  </li>
`;

const mainLine = ({ mainNumber, mainNumberDisplay, carrier }) => html`
  <section class="overview-card overview-main card" aria-labelledby="main-line">
    <div class="overview-head"><h2 class="title-3" id="main-line">Main Line</h2></div>
    <p class="overview-number">${mainNumberDisplay ?? 'No number yet'}</p>
    <p class="callout muted">
      ${mainNumber ? 'Callers go where your call flow leads them.' : 'Set one up with your carrier to be called.'}
    </p>
    ${mainNumber && carrier.mode === 'sandbox'
      ? html`<a class="button" href=${address('/phone', { dial: mainNumber })}>${icon('phone')}Call It</a>`
      : nothing}
  </section>
`;

const quiet = (title, text) => html`
  <div class="overview-quiet">
    <p>${title}</p>
    <p class="sub muted">${text}</p>
  </div>
`;

const tileSkeletons = () =>
  html`<div class="overview-tiles" aria-hidden="true">${Array.from({ length: 6 }, () => html`<div class="skeleton overview-tile-skeleton"></div>`)}</div>`;

const chartSkeleton = () => html`<div class="skeleton overview-chart-skeleton" aria-hidden="true"></div>`;

const skeleton = () => html`${tileSkeletons()}<div class="overview-grid">${chartSkeleton()}</div>`;

customElements.define('pbx-overview', OverviewPage);
