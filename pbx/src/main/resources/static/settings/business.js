import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { extensionFeed, session, settings } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { View } from '../lib/view.js';
import { timeZones } from '../lib/zones.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice, field } from '../components/field/field.js';
import { Edits } from './edits.js';

/** The business's name, its time zone and who is called when a caller asks for a person. */
class BusinessSettings extends View {
  #edits = new Edits({
    document: settings,
    formOf: ({ businessName, timeZone, operatorExtension, version }) => ({ businessName, timeZone, operatorExtension, version }),
    send: async (values) => {
      const saved = await put('/api/settings', values);
      session.load();
      return saved;
    },
    said: 'Settings saved',
  });

  opened() {
    this.watch(settings, this.#edits, extensionFeed());
    settings.load();
    if (!extensionFeed().ready) extensionFeed().load();
  }

  template() {
    if (!settings.value) {
      return settings.problem ? failed(settings.problem, () => settings.load()) : skeletonRows(3);
    }
    const { values } = this.#edits;
    return html`
      <form class="settings-form" novalidate @submit=${(event) => this.#edits.save(event)}>
        ${this.#edits.trouble()}
        <fieldset class="settings-form" ?disabled=${!may('admin')}>
          <div class="field-group settings-group">
            ${field({
              name: 'businessName',
              label: 'Business name',
              value: values.businessName,
              error: this.#edits.errorOf('businessName'),
              maxlength: 80,
              onInput: (value) => this.#edits.change({ businessName: value }),
            })}
            ${choice({
              name: 'timeZone',
              label: 'Time zone',
              value: values.timeZone,
              options: timeZones(values.timeZone),
              error: this.#edits.errorOf('timeZone'),
              onInput: (value) => this.#edits.change({ timeZone: value }),
            })}
          </div>
          <p class="field-note sub">Callers hear the name. The time zone decides what “today” means everywhere here.</p>
          <div class="field-group settings-group">
            ${choice({
              name: 'operatorExtension',
              label: 'Operator',
              value: values.operatorExtension ?? '',
              options: this.#operators(values.operatorExtension),
              error: this.#edits.errorOf('operatorExtension'),
              onInput: (value) => this.#edits.change({ operatorExtension: value || null }),
            })}
          </div>
          <p class="field-note sub">Rings when a caller asks for a person, or is not understood twice.</p>
        </fieldset>
        ${this.#edits.actions()}
      </form>
      ${may('admin')
        ? html`<p class="field-note sub">To go through everything once more, take the <a class="link" href="/first-steps/business">first steps</a> again.</p>`
        : nothing}
    `;
  }

  #operators(current) {
    const people = extensionFeed().items.map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` }));
    const known = !current || people.some(({ value }) => value === current);
    return [
      { value: '', label: 'Nobody: general mailbox' },
      ...(known ? [] : [{ value: current, label: `Extension ${current}` }]),
      ...people,
    ];
  }
}

customElements.define('pbx-settings-business', BusinessSettings);
