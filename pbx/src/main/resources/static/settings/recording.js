import { html } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice } from '../components/field/field.js';
import { meaning, RULES, ruleName, stateName, states } from './recordingmodel.js';

const PATH = '/api/settings/recording';

/** Whether conversations of people are recorded. */
class RecordingSettings extends View {
  #settings = new Document(PATH);
  #saving = Promise.resolve();

  opened() {
    this.watch(this.#settings, session);
    this.#settings.load();
  }

  template() {
    const { value, problem } = this.#settings;
    return html`
      <h3 class="title-2">Recording of calls</h3>
      ${value ? this.#choices(value) : problem ? failed(problem, () => this.#settings.load()) : skeletonRows(2)}
    `;
  }

  #choices(value) {
    return html`
      <div class="field-group settings-group">
        ${this.#choice('incoming', 'Record incoming calls', { options: RULES, shown: ruleName(value.incoming) })}
        ${this.#choice('outgoing', 'Record calls from the dashboard', { options: RULES, shown: ruleName(value.outgoing) })}
        ${this.#choice('state', 'Where your people answer', { options: states(), shown: stateName(value.state ?? '') })}
      </div>
      <p class="field-note sub">${meaning(value)}</p>
      <p class="field-note sub">
        Callers, and those whom you call, hear first that the call is recorded, and go on unrecorded with any key; your people hear it before they are joined. Putting the caller on hold ends the
        recording: do that before a card number is said. Ask a lawyer before you turn this on. Recordings are kept as long as
        <a class="link" href="/settings/receptionist">what was said to the receptionist</a>, and go with the contact.
      </p>
    `;
  }

  #choice(name, label, { options, shown }) {
    const value = this.#settings.value[name] ?? '';
    return may('admin')
      ? choice({ name, label, value, options, onInput: (chosen) => this.#change({ [name]: chosen || null }) })
      : html`<div class="settings-fact"><span>${label}</span><span class="muted">${shown}</span></div>`;
  }

  /** Saved at once, one after the other, and taken back as easily. */
  #change(wanted) {
    this.#saving = this.#saving.then(() => this.#save(wanted));
  }

  async #save(wanted) {
    const before = this.#settings.value;
    this.#settings.set({ ...before, ...wanted });
    try {
      this.#settings.set(await put(PATH, { ...before, ...wanted }));
      const { incoming, outgoing, state } = before;
      notices.say('Saved', { undo: () => this.#change({ incoming, outgoing, state }) });
    } catch (problem) {
      this.#settings.set(before);
      if (problem.code === 'settings_changed') this.#settings.load();
      notices.say(problem.message, { kind: 'problem' });
    }
  }
}

customElements.define('pbx-settings-recording', RecordingSettings);
