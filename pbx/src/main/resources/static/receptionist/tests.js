import { html, nothing, repeat } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { session } from '../lib/data.js';
import { downloadLink } from '../lib/download.js';
import { whenLong } from '../lib/phrases.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { help } from '../components/help/help.js';
import { icon } from '../components/icon/icon.js';
import { directory, nameOf } from './feeds.js';
import { wanted } from './model.js';
import { asDecision, verdict } from './runmodel.js';
import { RunSheet } from './runsheet.js';
import { tabs } from './tabs.js';

const PATH = '/api/receptionist/tests';
const WORDS =
  'Each is something that a caller once said, with what the receptionist should do about it. Run them after you changed its instructions, to see what it would get wrong now.';

/** Turns that should end in a certain way, and how they ended last. */
class ReceptionistTests extends View {
  params = {};
  query = {};
  #tests = new Document(PATH);

  opened() {
    this.className = 'list-page receptionist';
    this.watch(this.#tests, session, directory);
    directory.refresh();
    this.#tests.load();
  }

  template() {
    const { value, problem } = this.#tests;
    return html`
      ${header({ title: 'Receptionist', actions: tabs('/receptionist/tests') })}
      <section class="receptionist-room card" aria-labelledby="receptionist-tests">
        <div class="receptionist-room-head">
          <h2 class="title-2" id="receptionist-tests">Tests</h2>
          ${help('Tests', WORDS)}
          ${value?.items.length ? this.#actions() : nothing}
        </div>
        ${value ? this.#list(value.items) : problem ? failed(problem, () => this.#tests.load()) : skeletonRows(4, 'card')}
      </section>
    `;
  }

  #actions() {
    return html`
      ${may('admin')
        ? html`<a class="button" href="${PATH}/export.jsonl" download @click=${downloadLink}>${icon('download')}Export</a>
            <button class="button button-filled" type="button" @click=${() => new RunSheet('tests')}>${icon('play')}Run All…</button>`
        : nothing}
    `;
  }

  #list(tests) {
    if (tests.length === 0) {
      return empty({
        symbol: 'flask-conical',
        title: 'No tests yet',
        text: 'Open a conversation that went wrong, and choose Make a Test at the turn where it did.',
      });
    }
    return html`<ul class="receptionist-tests">${repeat(tests, ({ id }) => id, (test) => this.#row(test))}</ul>`;
  }

  #row(test) {
    const expected = { kind: test.action, targets: test.target ? [test.target] : [] };
    const name = (id) => (id === test.target ? (test.targetName ?? id) : nameOf(id));
    return html`
      <li class="receptionist-test">
        <div class="receptionist-test-words">
          <p class="receptionist-test-heard" dir="auto">“${test.heard}”</p>
          <p class="callout" dir="auto">Should: ${wanted(asDecision(expected), name)}</p>
          ${test.last ? this.#last(test.last) : html`<p class="sub muted">Never run</p>`}
          <p class="sub muted">
            By ${test.createdBy}, ${whenLong(test.createdAt)} ·
            <a class="link" href="/receptionist/${encodeURIComponent(test.callId)}">Conversation<span class="unseen"> of “${test.heard}”</span></a>
          </p>
        </div>
        ${may('admin')
          ? html`<button class="round" type="button" aria-label="Delete the test “${test.heard}”" @click=${() => this.#delete(test)}>${icon('trash-2')}</button>`
          : nothing}
      </li>
    `;
  }

  #last(last) {
    const { label, symbol, tone } = verdict('tests', { state: 'done', now: last });
    return html`
      <p class="receptionist-verdict">
        <span class="pill pill-${tone}">${icon(symbol)}${label}</span>
        <span class="sub muted" dir="auto">${last.same ? '' : `Decided: ${wanted(asDecision(last.gist), nameOf)}. ${last.why}`}</span>
      </p>
    `;
  }

  async #delete(test) {
    try {
      await remove(`${PATH}/${encodeURIComponent(test.id)}`);
      notices.say('Test deleted');
      await this.#tests.load();
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  }
}

customElements.define('pbx-receptionist-tests', ReceptionistTests);
