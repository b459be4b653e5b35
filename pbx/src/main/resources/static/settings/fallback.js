import { html } from '../lib/html.js';
import { get } from '../lib/api.js';
import { copy } from '../lib/clipboard.js';
import { notices } from '../lib/notices.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { FILES, addressOf, pathOf } from './fallbackmodel.js';

/** The documents that lead callers while this server is off, to be put on another one. */
class FallbackSettings extends View {
  #documents = null;
  #problem = null;
  #ringFirst = '';

  opened() {
    this.#load();
  }

  template() {
    if (!this.#documents) return this.#problem ? failed(this.#problem, () => this.#load()) : skeletonRows(3);
    return html`
      <h3 class="title-2" id="settings-fallback">When this server is off</h3>
      <form class="settings-form" novalidate aria-labelledby="settings-fallback" @submit=${(event) => this.#make(event)}>
        <div class="field-group settings-group">
          ${field({
            name: 'ringFirst',
            label: 'Phone that rings first',
            value: this.#ringFirst,
            error: this.#problem?.about('ringFirst'),
            hint: 'Such as your mobile phone. Whoever is not taken there leaves a message.',
            optional: true,
            type: 'tel',
            inputmode: 'tel',
            maxlength: 40,
            dir: 'ltr',
            onInput: (value) => (this.#ringFirst = value),
          })}
        </div>
        <div class="settings-actions"><button class="button" type="submit">Write Documents Anew</button></div>
      </form>
      <dl class="field-group settings-group settings-facts">${FILES.map((file) => this.#file(file))}</dl>
      <p class="field-note sub">
        Put these side by side on a server that answers when this one does not, and name the first in FALLBACK_URL and the last in FALLBACK_SMS_URL;
        docs/going-live.md goes through it. Messages stay at Twilio until this server is back, which fetches them.
      </p>
    `;
  }

  #file({ name, part, what }) {
    const text = this.#documents[part];
    return html`
      <div class="settings-fact settings-file">
        <dt><code>${name}</code> <span class="sub muted">${what}</span></dt>
        <dd class="settings-file-acts">
          <button class="button" type="button" @click=${() => copy(text, name)}>${icon('copy')}Copy<span class="unseen"> ${name}</span></button>
          <a class="button" href=${addressOf(text)} download=${name}>${icon('download')}Save<span class="unseen"> ${name}</span></a>
        </dd>
      </div>
    `;
  }

  async #make(event) {
    event.preventDefault();
    const form = event.target;
    await this.#load();
    if (!this.#problem) notices.say('Documents written');
    else if (this.#problem.about('ringFirst')) focusFirstError(form);
    else notices.say(this.#problem.message, { kind: 'problem' });
  }

  async #load() {
    try {
      this.#documents = await get(pathOf(this.#ringFirst));
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }
}

customElements.define('pbx-settings-fallback', FallbackSettings);
