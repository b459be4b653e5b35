import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { choice } from '../components/field/field.js';
import { help } from '../components/help/help.js';
import { icon } from '../components/icon/icon.js';
import { fieldsIn, sentence } from './draftmodel.js';
import { priceLine, signing } from './picturemodel.js';
import { Pictures } from './pictures.js';
import { seen } from './seen.js';
import { senders } from './senders.js';
import { forcing, KINDS, POLICIES, shown } from './model.js';
import { KIND_WORDS } from './words.js';

const PAUSE_MS = 250;
const LONGEST = 1600;

/** What a campaign says, from which numbers, and how it will look on a phone. */
export class Message {
  #editor;
  #audience;
  #pictures;
  #preview = null;
  #refusal = '';
  #at = 0;
  #timer = null;
  #asked = '';

  /** @param {import('./editor.js').Editor} editor @param {import('./audience.js').Audience} audience who reads it @param {any[]} media what it carries already */
  constructor(editor, audience, media) {
    this.#editor = editor;
    this.#audience = audience;
    this.#pictures = new Pictures(editor, media, () => this.preview());
  }

  stop() {
    clearTimeout(this.#timer);
    this.#pictures.stop();
  }

  get pictureProblem() {
    return this.#pictures.problem;
  }

  template() {
    return html`<div class="campaigns-writing">
      <div class="campaigns-writing-form">${this.#words()} ${this.#pictures.template()} ${this.#senders()} ${this.#terms()}</div>
      ${this.#phone()}
    </div>`;
  }

  #words() {
    const { form, errors } = this.#editor;
    const offered = [...new Set([...this.#audience.fields, ...fieldsIn(form.message)])];
    const error = errors.message ?? this.#refusal;
    return html`
      <div>
        <label class="field-heading campaigns-label" for="message">Message</label>
        <textarea
          class="campaigns-area"
          id="message"
          rows="6"
          maxlength=${LONGEST}
          dir="auto"
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? 'message-error' : 'message-note'}
          .value=${form.message}
          @input=${(event) => this.#write(event.target.value)}
        ></textarea>
        ${error ? html`<p class="field-error sub campaigns-error" id="message-error" dir="auto">${error}</p>` : nothing}
        ${offered.length > 0
          ? html`<p class="campaigns-fields">
              <span class="sub muted">Insert</span>
              ${offered.map((name) => html`<button class="button campaigns-chip" type="button" @click=${() => this.#insert(name)}>${name}</button>`)}
            </p>`
          : nothing}
        <p class="field-note sub campaigns-note" id="message-note">${signing(form.kind)} Write {{firstName|there}} for a field with something to say where it is empty.</p>
      </div>
    `;
  }

  #write(message) {
    this.#refusal = '';
    this.#editor.change({ message });
    this.#soon();
  }

  #insert(name) {
    const area = /** @type {HTMLTextAreaElement} */ (document.getElementById('message'));
    area.setRangeText(`{{${name}}}`, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    this.#write(area.value);
  }

  #senders() {
    const { form, errors } = this.#editor;
    return senders({
      legend: 'From',
      chosen: form.fromNumbers,
      error: errors.fromNumbers,
      choose: (fromNumbers) => this.#editor.change({ fromNumbers }),
    });
  }

  #terms() {
    const { form, errors } = this.#editor;
    return html`
      <div class="field-group">
        ${choice({
          name: 'kind',
          label: 'Kind',
          words: help('Kind', KIND_WORDS),
          value: form.kind,
          options: KINDS,
          error: errors.kind,
          onInput: (kind) => {
            this.#editor.change({ kind });
            this.#soon();
          },
        })}
        ${choice({ name: 'policy', label: 'In doubt', value: form.policy, options: POLICIES, error: errors.policy, onInput: (policy) => this.#editor.change({ policy }) })}
      </div>
      <p class="field-note sub">
        ${form.policy === 'at_most_once'
          ? 'When the carrier does not say whether it has a text, that text is not sent again by itself.'
          : 'When the carrier knows nothing of a text, it is sent once more. Somebody may get it twice.'}
      </p>
    `;
  }

  #phone() {
    const sample = this.#sample;
    const { samples } = this.#audience;
    return html`
      <section class="campaigns-phone" aria-label="Preview">
        <p class="campaigns-phone-head">
          ${samples.length > 1 ? this.#turn(-1, 'chevron-left', 'Previous person') : nothing}
          <span class="sub muted cut">${sample ? `As ${shown(sample.to)} reads it` : 'As it is read'}</span>
          ${samples.length > 1 ? this.#turn(1, 'chevron-right', 'Next person') : nothing}
        </p>
        ${seen(this.#pictures.shown)}
        <p class="campaigns-bubble campaigns-bubble-read" dir="auto">${this.#preview?.message || (this.#editor.form.message.trim() ? '…' : 'Your message')}</p>
        <p class="sub muted digits">${this.#preview ? priceLine(this.#preview, this.#pictures.count, this.#editor.form.kind) : nothing}</p>
        ${sample && this.#preview?.missing
          ? html`<p class="campaigns-doubt callout">${icon('circle-alert')}<span>Their ${this.#preview.missing} is empty, so they would be left out. Give it a fallback: {{${this.#preview.missing}|…}}</span></p>`
          : nothing}
        ${this.#preview && this.#pictures.count === 0 && forcing(this.#preview) ? html`<p class="campaigns-doubt callout">${icon('circle-alert')}<span>${forcing(this.#preview)}</span></p>` : nothing}
      </section>
    `;
  }

  #turn(by, symbol, label) {
    const go = () => {
      const { length } = this.#audience.samples;
      this.#at = (this.#at + by + length) % length;
      this.preview();
    };
    return html`<button class="round" type="button" aria-label=${label} @click=${go}>${icon(symbol)}</button>`;
  }

  get #sample() {
    return this.#audience.samples[this.#at] ?? null;
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.preview(), PAUSE_MS);
  }

  /** Asks how it will look; only the answer to what is written now counts. */
  async preview() {
    const { message, kind } = this.#editor.form;
    const wanted = { message: message.trim(), kind, fields: this.#sample?.fields ?? {}, media: this.#pictures.count };
    this.#asked = JSON.stringify(wanted);
    const asked = this.#asked;
    if (!wanted.message) this.#preview = null;
    else {
      const answer = await post('/api/campaigns/preview', wanted).catch((problem) => ({ problem }));
      if (asked !== this.#asked) return;
      this.#preview = answer.problem ? null : answer;
      this.#refusal = answer.problem ? sentence(answer.problem.about('message') ?? answer.problem.message) : '';
    }
    this.#editor.update();
  }
}
