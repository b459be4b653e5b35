import { html, nothing } from '../lib/html.js';
import { session } from '../lib/data.js';
import { rangeWords } from '../lib/figures.js';
import { whenLong } from '../lib/phrases.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { empty, failed, stale } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { callsPart } from './calls.js';
import { costsPart } from './costs.js';
import { asked, isEmpty } from './model.js';
import { ranges } from './range.js';
import { textsPart } from './texts.js';

const REPORTS = ['calls', 'sms', 'costs'];

/** What happened in the last days, and how it compares with those before. It stands still: as of the time shown. */
class AnalyticsPage extends View {
  params = {};
  query = {};
  heatOf = 'total';
  #tables = new Set();
  #of = '';
  /** @type {Document[]} */
  #reports = [];

  opened() {
    this.className = 'analytics';
    this.watch(session);
  }

  /** Fetched anew for other days; what was there stays until they are. */
  #follow() {
    const query = asked(this.query);
    if (query === this.#of) return;
    this.#of = query;
    this.#reports = REPORTS.map((name) => new Document(`/api/analytics/${name}?${query}`));
    this.watch(...this.#reports);
    this.#load();
  }

  #load() {
    for (const report of this.#reports) report.load();
  }

  template() {
    this.#follow();
    const [calls, texts, costs] = this.#reports;
    const problem = this.#reports.find((report) => report.problem)?.problem;
    const ready = this.#reports.every(({ value }) => value);
    return html`
      ${header({
        title: 'Analytics',
        note: ready ? note(calls.value.range) : nothing,
        actions: ranges(this.query, calls.value?.range),
      })}
      ${problem && ready ? stale(problem, () => this.#load()) : nothing}
      ${ready ? this.#body(calls.value, texts.value, costs.value) : problem ? failed(problem, () => this.#load()) : skeleton()}
    `;
  }

  #body(calls, texts, costs) {
    if (isEmpty(calls, texts)) {
      return this.query.from
        ? empty({ symbol: 'chart-column', title: 'Nothing happened', text: 'In these days nobody called or texted.' })
        : empty({ symbol: 'chart-column', title: 'Come back after your first day', text: 'Calls and texts are counted here from the first one on.' });
    }
    return html`
      <p class="analytics-compared sub muted">“Before” is ${rangeWords(calls.previousRange)}${calls.range.unfinished ? ', up to the same time of the day' : ''}.</p>
      ${callsPart(calls, this, this.#of)} ${textsPart(texts, this, this.#of)} ${costsPart(costs, this.#of)}
    `;
  }

  asTable(name) {
    return this.#tables.has(name);
  }

  flip(name) {
    if (!this.#tables.delete(name)) this.#tables.add(name);
    this.update();
  }

  showHeat(key) {
    this.heatOf = key;
    this.update();
  }
}

const note = (range) => `${rangeWords(range)}${range.unfinished ? ` · as of ${whenLong(range.until).replace(/^T/, 't')}` : ''}`;

const skeleton = () => html`
  <div class="analytics-tiles" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton analytics-tile-skeleton"></div>`)}</div>
  <div class="skeleton analytics-chart-skeleton" aria-hidden="true"></div>
  <div class="skeleton analytics-chart-skeleton" aria-hidden="true"></div>
`;

customElements.define('pbx-analytics', AnalyticsPage);
