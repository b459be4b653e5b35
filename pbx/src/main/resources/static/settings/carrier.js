import { html } from '../lib/html.js';
import { askCarrier, carrierAccount, carrierFindings } from '../lib/carrier.js';
import { numberFeed, session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { findings } from '../components/findings/findings.js';
import { icon } from '../components/icon/icon.js';
import './fallback.js';

/** What carries calls and texts, and how it stands; it is chosen in the environment. */
class CarrierSettings extends View {
  #busy = false;

  opened() {
    this.watch(carrierAccount, numberFeed(), session);
    this.#load();
  }

  #load() {
    return Promise.all([carrierAccount.load(), numberFeed().load()]);
  }

  get #main() {
    return numberFeed().items.find(({ use }) => use === 'main');
  }

  template() {
    const { value: account, problem } = carrierAccount;
    const trouble = problem ?? numberFeed().problem;
    if (!account || !numberFeed().ready) return trouble ? failed(trouble, () => this.#load()) : skeletonRows(3);
    return account.mode === 'sandbox' ? sandbox(account) : this.#twilio(account);
  }

  #twilio(account) {
    return html`
      ${findings(carrierFindings(account, this.#main))}
      ${may('admin')
        ? html`<div class="settings-actions">
            <button class="button" type="button" ?disabled=${this.#busy} @click=${() => this.#check()}>${icon('refresh-cw')}Check Again</button>
          </div>`
        : ''}
      <p class="field-note sub">These are set in the environment, and count from the next start on.</p>
      <pbx-settings-fallback></pbx-settings-fallback>
    `;
  }

  async #check() {
    this.#busy = true;
    this.update();
    try {
      await askCarrier(this.#main);
      await this.#load();
      notices.say('Checked');
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    this.#busy = false;
    this.update();
  }
}

const sandbox = ({ publicUrl }) => html`
  <dl class="field-group settings-group settings-facts">
    ${fact('Carrier', 'Sandbox')} ${fact('It reaches us at', html`<span dir="ltr">${publicUrl}</span>`)}
  </dl>
  <p class="field-note sub">
    Calls and texts stay on this computer and cost nothing. What real phones take is under <a class="link" href="/first-steps/carrier">First Steps</a>.
  </p>
`;

const fact = (name, value) => html`<div class="settings-fact"><dt>${name}</dt><dd class="muted cut">${value}</dd></div>`;

customElements.define('pbx-settings-carrier', CarrierSettings);
