import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { extensionFeed, session, settings } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { View } from '../lib/view.js';
import { timeZones } from '../lib/zones.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice, field, focusFirstError } from '../components/field/field.js';

/** The business's name, its time zone and who is called when a caller asks for a person. */
class BusinessSettings extends View {
  #draft = null;
  #errors = {};
  #problem = '';
  #busy = false;

  opened() {
    this.watch(settings, extensionFeed());
    settings.load();
    if (!extensionFeed().ready) extensionFeed().load();
  }

  get #values() {
    return this.#draft ?? settings.value;
  }

  template() {
    if (!settings.value) {
      return settings.problem ? failed(settings.problem, () => settings.load()) : skeletonRows(3);
    }
    const values = this.#values;
    return html`
      <form class="settings-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group settings-group">
          ${field({
            name: 'businessName',
            label: 'Business name',
            value: values.businessName,
            error: this.#errors.businessName,
            maxlength: 80,
            onInput: (value) => this.#change({ businessName: value }),
          })}
          ${choice({
            name: 'timeZone',
            label: 'Time zone',
            value: values.timeZone,
            options: timeZones(values.timeZone),
            error: this.#errors.timeZone,
            onInput: (value) => this.#change({ timeZone: value }),
          })}
        </div>
        <p class="field-note sub">Callers hear the name. The time zone decides what “today” means everywhere here.</p>
        <div class="field-group settings-group">
          ${choice({
            name: 'operatorExtension',
            label: 'Operator',
            value: values.operatorExtension ?? '',
            options: this.#operators(values.operatorExtension),
            error: this.#errors.operatorExtension,
            onInput: (value) => this.#change({ operatorExtension: value || null }),
          })}
        </div>
        <p class="field-note sub">Rings when a caller asks for a person, or is not understood twice.</p>
        <div class="settings-actions">
          <button class="button button-filled" type="submit" ?disabled=${!this.#draft || this.#busy}>Save</button>
          ${this.#draft
            ? html`<button class="button" type="button" @click=${() => this.#discard()}>Discard</button>`
            : nothing}
        </div>
      </form>
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

  #change(part) {
    this.#draft = { ...this.#values, ...part };
    this.update();
  }

  #discard() {
    this.#draft = null;
    this.#errors = {};
    this.#problem = '';
    this.update();
  }

  async #save(event) {
    event.preventDefault();
    this.#busy = true;
    this.#problem = '';
    this.update();
    try {
      const { businessName, timeZone, operatorExtension, version } = this.#draft;
      const saved = await put('/api/settings', { businessName, timeZone, operatorExtension, version });
      settings.set(saved ?? settings.value);
      this.#discard();
      notices.say('Settings saved');
      settings.load();
      session.load();
    } catch (problem) {
      await this.#explain(problem, event.target);
    } finally {
      this.#busy = false;
      this.update();
    }
  }

  async #explain(problem, form) {
    this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
    this.#problem = problem.errors.length > 0 ? '' : problem.message;
    if (problem.code === 'settings_changed') {
      await settings.load();
      this.#draft = { ...this.#draft, version: settings.value.version };
      this.#problem = 'Somebody else changed the settings meanwhile. Your changes are kept: check them and save again.';
    }
    focusFirstError(form);
  }
}

customElements.define('pbx-settings-business', BusinessSettings);
