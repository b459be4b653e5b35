import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { go } from '../lib/router.js';
import { choice, field } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { dollars } from './model.js';
import { costLine, DAYS, runLabel } from './runmodel.js';

const PATH = '/api/receptionist/runs';
const PAUSE_MS = 400;

/** Asks what to put to whom, says what it costs, and begins it. */
export class RunSheet {
  #plan;
  #estimate = null;
  #problem = '';
  #asked = 0;
  #later = null;
  #sheet;

  /** @param {'tests' | 'calls'} what */
  constructor(what) {
    this.#plan = { what, mind: 'offline', model: '', briefing: what === 'tests' ? 'published' : 'then', days: what === 'tests' ? 0 : 7 };
    this.#sheet = openSheet({
      title: what === 'tests' ? 'Run Tests' : 'Replay Past Calls',
      content: (close) => this.#content(close),
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-filled" type="submit" form="receptionist-run" ?disabled=${!this.#estimate || this.#estimate.turns === 0}>
          ${runLabel(this.#estimate ?? undefined, dollars)}
        </button>
      `,
      onClose: () => clearTimeout(this.#later),
    });
    this.#ask();
  }

  #content(close) {
    const { what, mind, model, briefing, days } = this.#plan;
    return html`
      <form id="receptionist-run" class="receptionist-form" novalidate @submit=${(event) => this.#start(event, close)}>
        <p class="callout">
          ${what === 'tests' ? 'Each test is put to' : 'What callers said is put to'} a mind once more. Nobody is called, and nothing that was kept changes.
        </p>
        <div class="field-group">
          ${what === 'tests' ? nothing : this.#choice('days', 'Calls of the last', String(days), DAYS)}
          ${this.#choice('mind', 'Decided by', mind, [
            { value: 'offline', label: 'Rules alone' },
            { value: 'claude', label: 'Claude, as callers meet it' },
          ])}
          ${mind === 'offline' ? nothing : this.#ofModel(what, model, briefing)}
        </div>
        ${this.#problem
          ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>`
          : html`<p class="callout receptionist-cost" role="status">${this.#estimate ? costLine(this.#estimate, dollars) : 'Working out what it costs…'}</p>`}
      </form>
    `;
  }

  #ofModel(what, model, briefing) {
    return html`
      ${field({
        name: 'model',
        label: 'Model',
        value: model,
        placeholder: 'The one in use',
        optional: true,
        dir: 'ltr',
        maxlength: 80,
        onInput: (value) => this.#set({ model: value.trim() }),
      })}
      ${this.#choice('briefing', 'Told', briefing, [
        ...(what === 'tests' ? [] : [{ value: 'then', label: 'The instructions of then' }]),
        { value: 'published', label: 'The published instructions' },
        { value: 'draft', label: 'The draft' },
      ])}
    `;
  }

  #choice(name, label, value, options) {
    return choice({ name, label, value, options, onInput: (chosen) => this.#set({ [name]: name === 'days' ? Number(chosen) : chosen }) });
  }

  #set(change) {
    this.#plan = { ...this.#plan, ...change };
    this.#estimate = null;
    this.#problem = '';
    this.#sheet.update();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  async #ask() {
    const asked = ++this.#asked;
    try {
      const estimate = await post(`${PATH}/estimate`, this.#plan);
      if (asked === this.#asked) this.#estimate = estimate;
    } catch (problem) {
      if (asked === this.#asked) this.#problem = problem.message;
    }
    this.#sheet.update();
  }

  async #start(event, close) {
    event.preventDefault();
    if (!this.#estimate) return;
    try {
      const run = await post(PATH, { ...this.#plan, questions: this.#estimate.questions });
      close();
      go(`/receptionist/replays/${encodeURIComponent(run.id)}`);
    } catch (problem) {
      if (problem.code === 'cost_changed') this.#estimate = problem.body.estimate;
      this.#problem = problem.message;
      this.#sheet.update();
    }
  }
}
