import { html, nothing, repeat } from '../lib/html.js';
import { calls, extensionFeed, hear, liveCalls, overview, refreshOverview, session } from '../lib/data.js';
import { campaignFeed, campaigns } from '../lib/campaigns.js';
import { ago, calendarDay, callSeries, day, hourOf, number, time } from '../lib/format.js';
import { address } from '../lib/router.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { barChart, legend, sparkline } from '../components/chart/chart.js';
import { failed, stale } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import * as model from './model.js';

/** Is all well, and what needs me. */
class OverviewPage extends View {
  #asTable = false;
  #loaded = {};

  opened() {
    this.className = 'overview';
    this.watch(overview, session, calls, liveCalls(), extensionFeed(), campaigns, campaignFeed());
    this.until(hear({ 'message.status': refreshOverview, 'campaign.progress': refreshOverview }));
    overview.refresh();
    liveCalls().refresh();
    extensionFeed().refresh();
    campaignFeed().refresh();
    this.tick(1000, () => liveCalls().items.length > 0);
    this.tick(30_000);
  }

  template() {
    const { value, problem } = overview;
    const sandbox = session.value?.carrier.mode === 'sandbox';
    const fresh = value && !value.everUsed && liveCalls().items.length === 0;
    return html`
      ${header({
        title: 'Overview',
        note: value ? calendarDay(value.day) : nothing,
        actions: sandbox && !fresh ? html`<a class="button overview-try" href="/phone">Try a Call</a>` : nothing,
        sandboxNote: !fresh,
      })}
      ${value && problem ? stale(problem, () => overview.load()) : nothing} ${this.#firstSteps()} ${this.#body(fresh)}
    `;
  }

  #body(fresh) {
    const { value, problem } = overview;
    if (!value) return problem ? failed(problem, () => overview.load()) : skeleton();
    if (fresh) return this.#seldom('welcome', () => import('./welcome.js'), (it) => it.welcome({ session: session.value, extensions: extensionFeed().items }), skeleton());
    return html`
      <div class="overview-tiles">${tiles(value)}</div>
      ${this.#campaigns()}
      <div class="overview-grid">${this.#chart(value)} ${needsYou(value)} ${onTheLine()} ${mainLine(session.value)}</div>
    `;
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

  #chart({ hours }) {
    const columns = model.columns(hours);
    const series = callSeries(columns);
    return html`
      <section class="overview-card overview-chart card" aria-labelledby="by-hour">
        <div class="overview-head">
          <h2 class="title-3" id="by-hour">Calls by Hour</h2>
          <button class="button button-plain" type="button" @click=${() => this.#flip()}>
            ${this.#asTable ? 'Show as Chart' : 'Show as Table'}
          </button>
        </div>
        ${barChart({ columns, series: series, sentence: model.sentence(hours), caption: 'Calls by hour', asTable: this.#asTable })}
        <div class="overview-foot">
          ${legend(columns, series)}
        </div>
      </section>
    `;
  }

  #flip() {
    this.#asTable = !this.#asTable;
    this.update();
  }
}

function tiles({ calls: figures, texts, voicemail, timeToAnswer, hours }) {
  const hour = hourOf(Date.now());
  const answered = model.answeredShare(figures);
  return [
    tile({
      name: 'Calls',
      symbol: 'phone',
      tone: 'green',
      figure: number(figures.total),
      text: answered === null ? 'None finished yet' : html`<strong class="overview-good">${answered}%</strong> answered by a person`,
      spark: sparkline(model.perHour(hours, hour, model.allOf), 'green'),
      href: '/calls',
    }),
    tile({ name: 'Texts', symbol: 'message-circle', tone: 'blue', ...model.textsToday(texts), spark: nothing, href: '/inbox' }),
    tile({
      name: 'Voicemail',
      symbol: 'voicemail',
      tone: 'orange',
      figure: number(voicemail.today),
      text: voicemail.unheard > 0 ? html`<strong>${number(voicemail.unheard)}</strong> not heard yet` : 'All heard',
      spark: sparkline(model.perHour(hours, hour, (each) => each.voicemail), 'orange'),
      href: voicemail.unheard > 0 ? '/voicemail?show=unheard' : '/voicemail',
    }),
    tile({
      name: 'Missed',
      symbol: 'phone-missed',
      tone: 'red',
      figure: number(figures.missed),
      text: figures.missed > 0 ? 'No message left' : 'Nobody was missed',
      spark: sparkline(model.perHour(hours, hour, (each) => each.missed), 'red'),
      href: '/calls?outcome=missed',
    }),
    tile({ name: 'Time to Answer', symbol: 'clock', tone: 'purple', ...model.answerToday(timeToAnswer), spark: nothing, href: '/analytics' }),
    tile({
      name: 'On the Line',
      symbol: 'phone-call',
      tone: 'indigo',
      figure: number(liveCalls().ready ? liveCalls().items.length : figures.live),
      text: 'right now',
      spark: nothing,
      href: '/calls',
    }),
  ];
}

const tile = ({ name, symbol, tone, figure, text, spark, href }) => html`
  <a class="overview-tile card" href=${href}>
    <span class="overview-tile-name callout"><span class="glyph glyph-${tone}">${icon(symbol)}</span>${name}</span>
    <span class="overview-tile-row">
      <span class="overview-figure digits">${figure}</span>${spark}
    </span>
    <span class="sub muted">${text}</span>
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
        ${repeat(model.queue(items), (item) => `${item.kind}-${item.id}`, need)}
      </ul>
    </section>
  `;
}

const need = (item) => html`
  <li class="overview-row">
    <a class="overview-need" href=${model.queueLink(item)}>
      ${avatar('')}
      <span class="overview-row-words">
        <span class="overview-row-line">
          <span class="overview-row-name cut" dir="auto">${item.title}</span>
          <time class="sub muted" datetime=${item.at} title="${day(item.at)} at ${time(item.at)}">${ago(item.at)}</time>
        </span>
        <span class="overview-row-text callout muted"
          >${icon(model.queueSymbol(item))}<span class="cut" dir="auto">${item.text}</span></span
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
      ${avatar(call.where === 'talking' ? call.extension?.name : '')}
      <span class="overview-row-words">
        <span class="overview-row-line overview-row-tight">
          <span class="overview-row-name cut" dir="auto">${call.fromDisplay}</span>
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

const skeleton = () => html`
  <div class="overview-tiles" aria-hidden="true">
    ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="skeleton overview-tile-skeleton"></div>`)}
  </div>
  <div class="overview-grid" aria-hidden="true"><div class="skeleton overview-chart-skeleton"></div></div>
`;

customElements.define('pbx-overview', OverviewPage);
