import { html } from '../lib/html.js';
import { extensionFeed, numberFeed, session, settings } from '../lib/data.js';
import { findings } from '../components/findings/findings.js';
import { readiness } from './model.js';
import { Step } from './step.js';

/** What is ready and what is missing. */
export class ReadyStep extends Step {
  #others;

  /** @param {{facts: import('../lib/store.js').Document, calls: import('./calls.js').CallsStep, carrier: import('./carrier.js').CarrierStep}} others */
  constructor(others) {
    super('ready');
    this.#others = others;
  }

  get #items() {
    const { facts, calls, carrier } = this.#others;
    return readiness({
      session: session.value,
      settings: settings.value,
      facts: facts.value,
      people: extensionFeed().items,
      start: calls.start,
      carrier: carrier.findings,
      numbers: numberFeed().items,
    });
  }

  get #missing() {
    return this.ready ? this.#items.filter(({ standing }) => standing !== 'good').length : 0;
  }

  get title() {
    return this.#missing === 0 ? 'You’re Ready' : 'Almost Ready';
  }

  get lead() {
    if (this.#missing === 0) return 'Everything is set up.';
    return `${this.#missing === 1 ? 'One thing is' : `${this.#missing} things are`} still open. You can begin without, and come back at any time.`;
  }

  get button() {
    return 'Done';
  }

  get ready() {
    const { facts, calls, carrier } = this.#others;
    return Boolean(facts.value) && calls.ready && carrier.ready;
  }

  get failure() {
    const { facts, calls, carrier } = this.#others;
    return facts.problem ?? calls.failure ?? carrier.failure;
  }

  load() {
    const { facts, calls, carrier } = this.#others;
    return Promise.all([facts.load(), calls.load(), carrier.load(), numberFeed().load()]);
  }

  template() {
    return html`${findings(this.#items)}`;
  }
}
