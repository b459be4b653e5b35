import { html } from '../lib/html.js';
import { askCarrier, carrierAccount, carrierFindings } from '../lib/carrier.js';
import { numberFeed, session } from '../lib/data.js';
import { findings } from '../components/findings/findings.js';
import { icon } from '../components/icon/icon.js';
import { Step } from './step.js';

const VARIABLES = [
  ['PUBLIC_URL', 'where Twilio reaches this phone system, over https'],
  ['TWILIO_ACCOUNT_SID', 'from the first page of Twilio’s console'],
  ['TWILIO_AUTH_TOKEN', 'from there as well'],
  ['TWILIO_TOLL_FREE_NUMBER', 'your main number, such as +18335550100'],
  ['FALLBACK_URL', 'a document on another server, which takes messages while this one is off'],
];

/** What carries calls and texts: what has to be set, and how it stands. */
export class CarrierStep extends Step {
  title = 'The Carrier';

  constructor() {
    super('carrier');
    carrierAccount.subscribe(() => this.changed());
  }

  get lead() {
    return this.#sandbox ? 'You’re in the sandbox: there is nothing to do.' : 'Twilio carries your calls and texts. This is what it needs.';
  }

  get #sandbox() {
    return session.value.carrier.mode === 'sandbox';
  }

  get ready() {
    return Boolean(carrierAccount.value && numberFeed().ready);
  }

  get failure() {
    return carrierAccount.problem ?? numberFeed().problem;
  }

  load() {
    return Promise.all([carrierAccount.load(), numberFeed().load()]);
  }

  get #main() {
    return numberFeed().items.find(({ use }) => use === 'main');
  }

  get findings() {
    return carrierFindings(carrierAccount.value, this.#main);
  }

  template() {
    return this.#sandbox ? inTheSandbox : this.#atTwilio();
  }

  #atTwilio() {
    return html`
      ${findings(this.findings)}
      <div class="firststeps-more">
        <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#check()}>${icon('refresh-cw')}Check Again</button>
      </div>
      <p class="field-note sub">What is set in the environment counts from the next start on.</p>
    `;
  }

  async #check() {
    this.busy = true;
    this.problem = '';
    this.changed();
    try {
      await askCarrier(this.#main);
      await this.load();
    } catch (problem) {
      this.problem = problem.message;
    }
    this.busy = false;
    this.changed();
  }
}

const inTheSandbox = html`
  <div class="field-group firststeps-group firststeps-drawn">
    ${icon('flask-conical')}
    <p>Calls and texts stay on this computer and cost nothing. Everything else works as it will with real phones.</p>
  </div>
  <p class="field-heading">When you want real phones</p>
  <dl class="field-group firststeps-group">
    ${VARIABLES.map(([name, what]) => html`<div class="firststeps-variable"><dt><code>${name}</code></dt><dd class="sub muted">${what}</dd></div>`)}
  </dl>
  <p class="field-note sub">Set these in the environment and start with ./cloudpbx serve; docs/going-live.md goes through it.</p>
`;
