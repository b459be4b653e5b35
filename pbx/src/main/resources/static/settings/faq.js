import { html, nothing, repeat } from '../lib/html.js';
import { post, put, remove } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';

const PATH = '/api/knowledge/faq';
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];

/** Questions that people ask, with the answer they get. */
class Faq extends View {
  static observedAttributes = ['locked'];

  #faq = new Document(PATH);

  attributeChangedCallback() {
    this.update();
  }

  opened() {
    this.watch(this.#faq);
    this.#faq.load();
  }

  template() {
    const { value, problem } = this.#faq;
    if (!value) return problem ? failed(problem, () => this.#faq.load()) : skeletonRows(3);
    const locked = this.hasAttribute('locked');
    return html`
      ${value.items.length === 0
        ? html`<p class="settings-none muted">No questions yet.</p>`
        : html`<ul class="field-group settings-group">
            ${repeat(value.items, ({ id }) => id, (entry) => this.#row(entry, locked))}
          </ul>`}
      ${locked
        ? nothing
        : html`<div class="settings-actions settings-after"><button class="button" type="button" @click=${() => this.#edit()}>${icon('plus')}New Question</button></div>`}
    `;
  }

  #row(entry, locked) {
    return html`
      <li class="settings-token">
        <div class="settings-token-words">
          <p class="settings-token-name" dir="auto">${entry.question}</p>
          <p class="callout muted" dir="auto">${entry.answer}</p>
        </div>
        ${locked
          ? nothing
          : html`<button class="round" type="button" aria-label="Edit “${entry.question}”" @click=${() => this.#edit(entry)}>${icon('pencil')}</button>`}
      </li>
    `;
  }

  #edit(entry) {
    new FaqForm(entry, () => this.#faq.load());
  }
}

/** Makes a question, changes one, or deletes it. */
class FaqForm {
  #entry;
  #values;
  #errors = {};
  #problem = '';
  #sheet;
  #changed;

  constructor(entry, changed) {
    this.#entry = entry;
    this.#changed = changed;
    this.#values = { question: entry?.question ?? '', answer: entry?.answer ?? '', language: entry?.language ?? 'en' };
    this.#sheet = openSheet({
      title: entry ? 'Edit Question' : 'New Question',
      content: () => this.#content(),
      footer: (close) => html`
        ${entry ? html`<button class="button button-danger" type="button" @click=${() => this.#delete()}>Delete</button><span class="sheet-foot-note"></span>` : nothing}
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-filled" type="submit" form="faq">Save</button>
      `,
    });
  }

  #content() {
    const text = (name, label, more) =>
      field({ name, label, value: this.#values[name], error: this.#errors[name], onInput: (value) => (this.#values[name] = value), ...more });
    return html`
      <form id="faq" class="settings-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group">
          ${text('question', 'Question', { focused: true, maxlength: 200 })} ${text('answer', 'Answer', { maxlength: 250 })}
          ${choice({
            name: 'language',
            label: 'Language',
            value: this.#values.language,
            options: LANGUAGES,
            error: this.#errors.language,
            onInput: (value) => (this.#values.language = value),
          })}
        </div>
      </form>
    `;
  }

  async #save(event) {
    event.preventDefault();
    const { question, answer } = this.#values;
    this.#errors = { ...(question.trim() ? {} : { question: 'Enter the question.' }), ...(answer.trim() ? {} : { answer: 'Enter the answer.' }) };
    if (Object.keys(this.#errors).length === 0) await this.#run(() => this.#send());
    this.#sheet.update();
    focusFirstError(event.target);
  }

  #send() {
    if (!this.#entry) return post(PATH, this.#values);
    return put(`${PATH}/${encodeURIComponent(this.#entry.id)}`, { ...this.#values, version: this.#entry.version });
  }

  async #delete() {
    const { question, answer, language } = this.#entry;
    const again = () => post(PATH, { question, answer, language }).then(this.#changed);
    const done = await this.#run(() => remove(`${PATH}/${encodeURIComponent(this.#entry.id)}`));
    if (done) notices.say('Question deleted', { undo: again });
    else this.#sheet.update();
  }

  async #run(act) {
    try {
      await act();
      this.#changed();
      this.#sheet.close();
      return true;
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
      return false;
    }
  }
}

customElements.define('pbx-settings-faq', Faq);
