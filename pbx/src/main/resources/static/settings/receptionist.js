import { html } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice } from '../components/field/field.js';
import { keptOptions } from './model.js';

const PATH = '/api/settings/receptionist';

/** How long is kept what was said to the receptionist. */
class ReceptionistSettings extends View {
  #settings = new Document(PATH);

  opened() {
    this.watch(this.#settings, session);
    this.#settings.load();
  }

  template() {
    const { value, problem } = this.#settings;
    if (!value) return problem ? failed(problem, () => this.#settings.load()) : skeletonRows(2);
    const locked = !['owner', 'admin'].includes(session.value?.user.role);
    return html`
      <div class="field-group settings-group">
        ${locked
          ? html`<div class="settings-fact"><span>Keep what was said</span><span class="muted">${value.keepWordsDays} days</span></div>`
          : choice({
              name: 'keepWordsDays',
              label: 'Keep what was said',
              value: String(value.keepWordsDays),
              options: keptOptions(value.keepWordsDays),
              onInput: (days) => this.#keep(Number(days)),
            })}
      </div>
      <p class="field-note sub">
        Afterwards the words of callers and of the receptionist are deleted; what was decided, and what it cost, stays for the figures. Deleting a
        contact deletes their words at once. Tests keep the words they were made of until you delete them.
      </p>
      <p class="field-note sub">What the receptionist is told is under <a class="link" href="/receptionist/instructions">Instructions</a>.</p>
    `;
  }

  /** Saved at once, and taken back as easily, as long as nothing was deleted. */
  async #keep(days) {
    const before = this.#settings.value;
    this.#settings.set({ ...before, keepWordsDays: days });
    try {
      this.#settings.set(await put(PATH, { keepWordsDays: days, version: before.version }));
      notices.say('Saved', { undo: () => this.#keep(before.keepWordsDays) });
    } catch (problem) {
      this.#settings.set(before);
      if (problem.code === 'settings_changed') this.#settings.load();
      notices.say(problem.message, { kind: 'problem' });
    }
  }
}

customElements.define('pbx-settings-receptionist', ReceptionistSettings);
