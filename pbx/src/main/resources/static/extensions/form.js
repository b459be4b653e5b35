import { html, nothing } from '../lib/html.js';
import { post, put } from '../lib/api.js';
import { extensions, settings } from '../lib/data.js';
import { check, checkAll, fieldsOf, request } from '../lib/extensionfields.js';
import { notices } from '../lib/notices.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { Aliases } from './aliases.js';
import { place } from './model.js';

/** The sheet that makes an extension or changes one. */
export class ExtensionForm {
  #extension;
  #fields;
  #errors = {};
  #problem = null;
  #available = [];
  #busy = false;
  #sheet;
  #aliases;

  /** @param {{extension?: any, suggestedExt?: string, onClose: () => void}} how */
  constructor({ extension, suggestedExt = '', onClose }) {
    this.#extension = extension;
    this.#fields = { ...fieldsOf(extension), ...(extension ? {} : { ext: suggestedExt }) };
    this.#sheet = openSheet({
      title: extension ? 'Edit Extension' : 'New Extension',
      content: () => this.#content(),
      footer: (close) => this.#footer(close),
      onClose,
    });
    this.#aliases = extension ? new Aliases(extension.id, () => this.#sheet.update()) : null;
  }

  close() {
    this.#sheet.close();
  }

  get #hasNumber() {
    return Boolean(this.#extension?.number);
  }

  #content() {
    return html`
      <form class="extensions-form" id="extension" novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group">
          ${this.#field('name', 'Name', { focused: true, maxlength: 80 })}
          ${this.#field('soundsLike', 'Sounds like', { optional: true, maxlength: 210, placeholder: 'Such as hor hay' })}
          ${this.#field('ext', 'Extension', { inputmode: 'numeric', maxlength: 3 })}
          ${this.#field('department', 'Department', { optional: true, maxlength: 80 })}
          ${this.#field('email', 'Email', { optional: true, type: 'email', dir: 'ltr', maxlength: 254 })}
        </div>
        ${this.#operatorNote()}
        ${this.#aliases?.template() ?? nothing}
        <p class="field-heading">When called</p>
        <div class="field-group">
          ${this.#field('forwardTo', 'Forwards to', { optional: true, type: 'tel', dir: 'ltr', inputmode: 'tel' })}
        </div>
        <p class="field-note sub">
          Their own phone rings and they press 1 to take the call. Otherwise callers reach voicemail here.
        </p>
        <p class="field-heading">Local number</p>
        <div class="field-group">${this.#numberField()}</div>
        ${this.#alternatives()}
        <p class="field-note sub">${this.#numberNote()}</p>
      </form>
    `;
  }

  #operatorNote() {
    const operator = this.#extension && settings.value?.operatorExtension === this.#extension.ext;
    return operator
      ? html`<p class="field-note sub">Answers callers who ask for a person, and goes on doing so under another extension number.</p>`
      : nothing;
  }

  #numberField() {
    if (!this.#hasNumber) {
      return this.#field('areaCode', 'Area code', { optional: true, inputmode: 'numeric', maxlength: 3, placeholder: 'Any' });
    }
    return html`<div class="field">
      <div class="field-line"><span>Number</span><strong class="extensions-number">${this.#extension.numberDisplay}</strong></div>
    </div>`;
  }

  #numberNote() {
    if (this.#hasNumber) return 'A number stays with its extension. To get another, deactivate this one first.';
    return this.#extension
      ? 'The area code counts when a number is looked for again.'
      : 'A number is bought as soon as you click Create.';
  }

  #alternatives() {
    if (this.#available.length === 0) return nothing;
    return html`
      <div class="field-group" role="group" aria-label="Area codes with numbers">
        ${this.#available.map(
          (area) => html`
            <button class="extensions-area" type="button" @click=${() => this.#take(area)}>
              <strong>${area.areaCode}</strong><span class="muted" dir="auto">${place(area)}</span>
              <span class="link">Use</span>
            </button>
          `,
        )}
      </div>
    `;
  }

  #footer(close) {
    const word = this.#extension ? 'Save' : 'Create';
    return html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="extension" ?disabled=${this.#busy}>
        ${this.#busy ? html`${icon('refresh-cw')}${this.#extension ? 'Saving…' : 'Creating…'}` : word}
      </button>
    `;
  }

  #field(name, label, more) {
    return field({
      name,
      label,
      value: this.#fields[name],
      error: this.#errors[name],
      onInput: (value) => this.#type(name, value),
      onBlur: (value) => this.#leave(name, value),
      ...more,
    });
  }

  #type(name, value) {
    this.#fields[name] = value;
    if (this.#errors[name] && !check(name, value)) this.#wrong(name, null);
  }

  /** An empty field is not wrong before the form is sent. */
  #leave(name, value) {
    if (value.trim()) this.#wrong(name, check(name, value));
  }

  #wrong(name, error) {
    if ((this.#errors[name] ?? null) === error) return;
    this.#errors = { ...this.#errors, [name]: error };
    this.#sheet.update();
  }

  #take(area) {
    this.#fields.areaCode = area.areaCode;
    this.#available = [];
    this.#errors = {};
    this.#problem = null;
    this.#save(document.getElementById('extension'));
  }

  #submit(event) {
    event.preventDefault();
    this.#errors = checkAll(this.#fields);
    this.#problem = null;
    this.#available = [];
    this.#sheet.update();
    if (Object.keys(this.#errors).length > 0) focusFirstError(event.target);
    else this.#save(event.target);
  }

  async #save(form) {
    if (this.#busy) return;
    this.#busy = true;
    this.#sheet.update();
    try {
      const asked = extensions.revision;
      const saved = await this.#send();
      extensions.put(saved, asked);
      notices.say(this.#extension ? `${saved.name} saved` : `${saved.name} is extension ${saved.ext}`);
      this.#sheet.close();
    } catch (problem) {
      this.#show(problem, form);
    } finally {
      this.#busy = false;
      this.#sheet.update();
    }
  }

  #send() {
    if (!this.#extension) return post('/api/extensions', request(this.#fields));
    const { areaCode, ...others } = this.#fields;
    const fields = this.#hasNumber ? others : this.#fields;
    return put(`/api/extensions/${encodeURIComponent(this.#extension.id)}`, request(fields, this.#extension.version));
  }

  #show(problem, form) {
    this.#errors = Object.fromEntries(problem.errors.map(({ field: name, message }) => [name, message]));
    this.#available = problem.body?.available ?? [];
    const beside = Object.keys(this.#errors).some((name) => name in this.#fields);
    this.#problem = beside ? null : sentence(problem);
    if (problem.code === 'extension_changed') this.#adopt();
    focusFirstError(form);
  }

  /** Somebody else saved first: what was typed stays, and the next Save is knowingly on top of theirs. */
  #adopt() {
    this.#extension = extensions.get(this.#extension.id) ?? this.#extension;
  }
}

function sentence(problem) {
  return problem.code === 'extension_changed'
    ? 'Somebody else changed this extension meanwhile. Your text is kept: check it and save again.'
    : problem.message;
}
