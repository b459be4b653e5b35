import { html } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field } from '../components/field/field.js';
import { Edits } from './edits.js';
import { formOf, problems, request } from './parkingmodel.js';

const PATH = '/api/settings/parking';

/** How long a caller stays parked. */
class ParkingSettings extends View {
  #settings = new Document(PATH);
  #edits = new Edits({
    document: this.#settings,
    formOf,
    problems,
    send: (values) => put(PATH, request(this.#settings.value.version, values)),
    said: 'Settings saved',
    button: 'Save Parking',
  });

  opened() {
    this.watch(this.#settings, this.#edits, session);
    this.#settings.load();
  }

  template() {
    const { value, problem } = this.#settings;
    if (!value) return problem ? failed(problem, () => this.#settings.load()) : skeletonRows(1);
    return html`
      <h3 class="title-2" id="settings-parking">Parking</h3>
      <form class="settings-form" novalidate aria-labelledby="settings-parking" @submit=${(event) => this.#edits.save(event)}>
        ${this.#edits.trouble()}
        <fieldset class="settings-form" ?disabled=${!may('admin')}>
          <div class="field-group settings-group">
            ${field({
              name: 'minutes',
              label: 'Longest time parked, in minutes',
              value: this.#edits.values.minutes,
              error: this.#edits.errorOf('minutes'),
              inputmode: 'numeric',
              maxlength: 2,
              dir: 'ltr',
              onInput: (minutes) => this.#edits.change({ minutes }),
            })}
          </div>
          <p class="field-note sub">
            A caller whom nobody picks up by then rings at whoever parked them, and reaches their mailbox when they do not answer either.
          </p>
        </fieldset>
        ${this.#edits.actions()}
      </form>
    `;
  }
}

customElements.define('pbx-settings-parking', ParkingSettings);
