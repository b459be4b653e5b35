import { html, nothing } from '../lib/html.js';
import { ACCEPTED } from '../lib/attachable.js';
import { live } from '../lib/bound.js';
import { get, post } from '../lib/api.js';
import { session } from '../lib/data.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { attach, attachments, letGo } from './attachments.js';
import { ownNumbers, troubles } from './banners.js';
import { canSend, costLine, LONGEST } from './composemodel.js';
import { freshDraft } from './drafts.js';
import { Previews } from './previews.js';

const PAUSE_MS = 200;

/** A text to somebody, perhaps for the first time. */
export class NewText {
  #draft = freshDraft();
  #to;
  #people = [];
  #errors = {};
  #previews = new Previews(this.#draft, () => ({ to: this.#number, from: this.#draft.from || null }));
  #asking = null;
  #sentTo = '';
  #sheet;

  /** @param {{to?: string, onClose: (conversationId: string) => void}} how `onClose` gets an empty id when nothing was sent */
  constructor({ to = '', onClose }) {
    this.#to = to;
    this.#sheet = openSheet({
      title: 'New Text',
      content: () => this.#content(),
      footer: (close) => this.#footer(close),
      onClose: () => {
        stop();
        this.#previews.stop();
        onClose(this.#sentTo);
      },
    });
    const stop = this.#draft.subscribe(() => {
      this.#previews.touch();
      this.#sheet.update();
    });
  }

  close() {
    this.#sheet.close();
  }

  /** What was typed, or the number of whom it names; null while it is neither. */
  get #number() {
    const named = this.#people.find(({ label }) => label === this.#to.trim());
    const typed = named?.number ?? this.#to.trim();
    return typed.replace(/\D/g, '').length >= 7 ? typed : null;
  }

  #content() {
    const draft = this.#draft;
    const numbers = ownNumbers();
    return html`
      <form id="new-text" class="inbox-form" novalidate @submit=${(event) => this.#submit(event)}>
        <div class="field-group">
          ${field({
            name: 'to',
            label: 'To',
            focused: this.#to === '',
            placeholder: 'Name or number',
            value: this.#to,
            error: this.#errors.to,
            list: 'new-text-people',
            onInput: (value) => this.#typed(value),
          })}
          ${numbers.length > 1
            ? choice({
                name: 'from',
                label: 'From',
                value: draft.from || numbers[0].number,
                options: numbers.map(({ number, display, name }) => ({ value: number, label: `${display} · ${name}` })),
                error: this.#errors.from,
                onInput: (from) => draft.set({ from }),
              })
            : nothing}
        </div>
        <datalist id="new-text-people">${this.#people.map(({ label }) => html`<option value=${label}></option>`)}</datalist>
        <label class="field-heading" for="new-text-body">Message</label>
        <textarea
          class="inbox-area"
          id="new-text-body"
          rows="4"
          maxlength=${LONGEST}
          dir="auto"
          .value=${live(draft.text)}
          @input=${(event) => draft.write(event.target.value)}
        ></textarea>
        ${this.#errors.message ? html`<p class="field-error sub" role="alert">${this.#errors.message}</p>` : nothing}
        ${attachments(draft)} ${troubles(draft, { later: () => {}, plain: (text) => draft.set({ text }) })}
      </form>
    `;
  }

  #footer(close) {
    return html`
      <input class="inbox-pick" id="new-text-files" type="file" multiple accept=${ACCEPTED} tabindex="-1" aria-label="Files" @change=${(event) => this.#picked(event)} />
      <button class="round" type="button" aria-label="Attach" @click=${() => document.getElementById('new-text-files').click()}>${icon('paperclip')}</button>
      <span class="sheet-foot-note sub muted">${costLine(this.#draft.preview)}</span>
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="new-text" ?disabled=${this.#draft.busy}>Send</button>
    `;
  }

  #picked(event) {
    attach(this.#draft, event.target.files);
    event.target.value = '';
  }

  #typed(value) {
    this.#to = value;
    this.#errors = {};
    this.#previews.touch();
    clearTimeout(this.#asking);
    if (value.trim().length > 1) this.#asking = setTimeout(() => this.#look(value.trim()), PAUSE_MS);
  }

  async #look(words) {
    const found = await get(`/api/contacts?limit=8&q=${encodeURIComponent(words)}`).catch(() => ({ items: [] }));
    this.#people = found.items.flatMap(({ displayName, numbers }) =>
      numbers.map(({ number, display }) => ({ number, label: displayName === display ? display : `${displayName} · ${display}` })),
    );
    this.#sheet.update();
  }

  #submit(event) {
    event.preventDefault();
    this.#errors = {
      ...(this.#number ? {} : { to: 'Enter a phone number, or choose a name.' }),
      ...(canSend(this.#draft) ? {} : { message: 'Write something or attach a picture.' }),
    };
    this.#sheet.update();
    if (Object.keys(this.#errors).length > 0) focusFirstError(event.target);
    else this.#send(event.target);
  }

  async #send(form) {
    const { text, files, from } = this.#draft;
    this.#draft.set({ busy: true, problem: null });
    try {
      const message = await post('/api/sms/send', {
        to: this.#number,
        message: text,
        from: from || session.value.mainNumber,
        media: files.map(({ id }) => id),
      });
      letGo(this.#draft);
      this.#sentTo = message.conversationId;
      this.#sheet.close();
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#draft.set({ problem: problem.errors.length > 0 ? null : problem, busy: false });
      focusFirstError(form);
    }
  }
}
