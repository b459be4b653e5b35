import { live } from '../lib/bound.js';
import { html } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { keptOptions } from './model.js';

const PATH = '/api/settings/receptionist';

/** Whether conversations with the receptionist are recorded, and how long is kept what was said. */
class ReceptionistSettings extends View {
  #settings = new Document(PATH);

  opened() {
    this.watch(this.#settings, session);
    this.#settings.load();
  }

  template() {
    const { value, problem } = this.#settings;
    if (!value) return problem ? failed(problem, () => this.#settings.load()) : skeletonRows(2);
    const locked = !may('admin');
    return html`
      <div class="field-group settings-group">
        <label class="settings-theme">
          ${icon('audio-lines')}<span>Record conversations with the receptionist</span>
          <input
            class="field-switch"
            type="checkbox"
            role="switch"
            aria-describedby="recording-law"
            .checked=${live(value.recordConversations)}
            ?disabled=${locked}
            @change=${(event) => this.#change({ recordConversations: event.target.checked })}
          />
        </label>
      </div>
      <p class="field-note sub" id="recording-law">
        In many states, California and Florida among them, everybody on the line has to agree to being recorded: ask a lawyer before you turn this on. Callers
        hear first that an assistant answers, that the conversation is recorded, and that service providers process it; whoever presses 0 then reaches a person
        without being recorded. The recording ends before anybody else joins the call. It is not kept when a card number was said.
      </p>
      <div class="field-group settings-group">
        ${locked
          ? html`<div class="settings-fact"><span>Keep what was said</span><span class="muted">${value.keepWordsDays} days</span></div>`
          : choice({
              name: 'keepWordsDays',
              label: 'Keep what was said',
              value: String(value.keepWordsDays),
              options: keptOptions(value.keepWordsDays),
              onInput: (days) => this.#change({ keepWordsDays: Number(days) }),
            })}
      </div>
      <p class="field-note sub">
        Afterwards the words of callers and of the receptionist, and all recordings of calls, are deleted; what was decided, and what it cost, stays for the figures. Deleting a
        contact deletes their words and recordings at once. Tests keep the words they were made of until you delete them.
      </p>
      <p class="field-note sub">What the receptionist is told is under <a class="link" href="/receptionist/instructions">Instructions</a>.</p>
    `;
  }

  /** Saved at once, and taken back as easily, as long as nothing was deleted. */
  async #change(wanted) {
    const before = this.#settings.value;
    this.#settings.set({ ...before, ...wanted });
    try {
      this.#settings.set(await put(PATH, { ...before, ...wanted }));
      const { keepWordsDays, recordConversations } = before;
      notices.say('Saved', { undo: () => this.#change({ keepWordsDays, recordConversations }) });
    } catch (problem) {
      this.#settings.set(before);
      if (problem.code === 'settings_changed') this.#settings.load();
      notices.say(problem.message, { kind: 'problem' });
    }
  }
}

customElements.define('pbx-settings-receptionist', ReceptionistSettings);
