import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { count } from '../lib/format.js';
import { contactFeed, contactFields } from '../lib/people.js';
import { upload } from '../lib/upload.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { columnChoices, guessColumns, importProblems, importRequest, outcome, remarks } from './model.js';

const CONSENTS = [
  { value: '', label: 'None: no marketing to them' },
  { value: 'marketing', label: 'Marketing' },
  { value: 'informational', label: 'Information only' },
];

/** Brings a file in: choose, say what its columns hold, look at the first rows, run, read the report. */
export class Importer {
  #preview = null;
  #report = null;
  #share = 0;
  #problem = '';
  #errors = {};
  #busy = false;
  #plan = { columns: {}, overwrite: false, consent: { category: '', source: '', date: '', method: '', wording: '' } };
  #sheet;

  constructor() {
    contactFields.refresh();
    this.#sheet = openSheet({
      title: 'Import Contacts',
      size: 'wide',
      content: () => this.#content(),
      footer: (close) => this.#footer(close),
    });
  }

  #content() {
    return html`
      ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
      ${this.#report ? this.#reported() : this.#preview ? this.#planned() : this.#choose()}
    `;
  }

  #choose() {
    return html`
      <p class="callout">
        A CSV file with a line of column names first, in UTF-8, at most 20 MB. Nothing is imported before you have seen what its columns hold.
      </p>
      <label class="contacts-file">
        ${icon('upload')}
        <span>${this.#busy ? `Reading… ${Math.round(this.#share * 100)}%` : 'Choose a file'}</span>
        <input type="file" accept=".csv,text/csv" ?disabled=${this.#busy} @change=${(event) => this.#bring(event.target.files[0])} />
      </label>
    `;
  }

  async #bring(file) {
    if (!file) return;
    [this.#busy, this.#problem, this.#share] = [true, '', 0];
    this.#sheet.update();
    try {
      const onProgress = (share) => {
        this.#share = share;
        this.#sheet.update();
      };
      this.#preview = await upload(`/api/contacts/import?name=${encodeURIComponent(file.name.slice(0, 200))}`, file, { onProgress, type: 'text/csv' });
      this.#plan.columns = guessColumns(this.#preview.columns, contactFields.value?.names ?? []);
    } catch (problem) {
      this.#problem = [problem.message, ...problem.errors.map((error) => `The ${error.field} ${error.message}.`)].join(' ');
    }
    this.#busy = false;
    this.#sheet.update();
  }

  #planned() {
    const { file, columns, firstRows } = this.#preview;
    return html`
      <form id="import" class="contacts-form" novalidate @submit=${(event) => this.#run(event)}>
        <p class="callout"><strong dir="auto">${file.name}</strong> · ${count(file.rows, 'row')}</p>
        ${this.#errors.columns ? html`<p class="field-problem callout" role="alert" aria-invalid="true" tabindex="-1">${this.#errors.columns}</p>` : nothing}
        <div class="contacts-columns" tabindex="0" role="region" aria-label="Columns of the file">
          <table>
            <thead><tr><th scope="col">Column</th><th scope="col">Holds</th><th scope="col">First rows</th></tr></thead>
            <tbody>${columns.map((column, index) => this.#column(column, index, firstRows))}</tbody>
          </table>
        </div>
        <label class="contacts-option">
          <input type="checkbox" .checked=${this.#plan.overwrite} @change=${(event) => (this.#plan.overwrite = event.target.checked)} />
          <span>For people who are known already, the file is right</span>
        </label>
        ${this.#consent()}
      </form>
    `;
  }

  #column(column, index, firstRows) {
    const error = this.#errors[`columns.${column}`];
    return html`<tr>
      <th scope="row" dir="auto">${column}</th>
      <td>
        <select class="contacts-select" aria-label="What ${column} holds" aria-invalid=${error ? 'true' : nothing} @change=${(event) => this.#map(column, event.target.value)}>
          ${columnChoices(contactFields.value?.names ?? []).map(
            ({ value, label }) => html`<option value=${value} ?selected=${this.#plan.columns[column] === value}>${label}</option>`,
          )}
        </select>
        ${error ? html`<p class="field-error sub" dir="auto">${error}</p>` : nothing}
      </td>
      <td class="muted contacts-sample" dir="auto">${firstRows.slice(0, 3).map((row) => row[index]).filter(Boolean).join(' · ')}</td>
    </tr>`;
  }

  #map(column, part) {
    this.#plan.columns[column] = part;
    this.#errors = {};
    this.#sheet.update();
  }

  #consent() {
    const { consent } = this.#plan;
    const text = (name, label, more = {}) =>
      field({ name, label, value: consent[name], error: this.#errors[name] ?? this.#errors[`consent.${name}`], onInput: (value) => (consent[name] = value), ...more });
    return html`
      <p class="field-heading">What these people agreed to</p>
      <div class="field-group">
        ${choice({
          name: 'category',
          label: 'Consent',
          value: consent.category,
          options: CONSENTS,
          onInput: (value) => {
            consent.category = value;
            this.#errors = {};
            this.#sheet.update();
          },
        })}
        ${consent.category
          ? html`${text('source', 'Where', { placeholder: 'Sign-up form on our site' })} ${text('date', 'When', { type: 'date', dir: 'ltr' })}
              ${text('method', 'How', { placeholder: 'Web form, paper, on the phone' })} ${text('wording', 'Shown to them', { optional: true })}`
          : nothing}
      </div>
      <p class="field-note sub">Whoever has opted out stays so, whatever the file says.</p>
    `;
  }

  #reported() {
    const { file, counts } = { file: this.#report, counts: this.#report.counts };
    return html`
      <p class="callout" role="status"><strong dir="auto">${file.name}</strong> · ${count(file.rows, 'row')}</p>
      <ul class="contacts-outcome">
        ${outcome(counts).map(({ label, figure, tone }) => html`<li class="contacts-figure card"><strong class="title-1 digits contacts-${tone}">${figure}</strong><span class="sub muted">${label}</span></li>`)}
      </ul>
      ${remarks(counts).map((remark) => html`<p class="callout muted">${remark}</p>`)}
      ${counts.refused > 0
        ? html`<p><a class="button" href="/api/contacts/import/${encodeURIComponent(file.id)}/report.csv" download>${icon('download')}Rows Not Imported, with Reasons</a></p>`
        : nothing}
    `;
  }

  #footer(close) {
    if (this.#report) return html`<button class="button button-filled" type="button" @click=${close}>Done</button>`;
    return html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      ${this.#preview
        ? html`<button class="button button-filled" type="submit" form="import" ?disabled=${this.#busy}>${this.#busy ? 'Importing…' : 'Import'}</button>`
        : nothing}
    `;
  }

  async #run(event) {
    event.preventDefault();
    this.#errors = importProblems(this.#plan);
    this.#problem = '';
    if (Object.keys(this.#errors).length === 0) await this.#send();
    this.#sheet.update();
    focusFirstError(event.target);
  }

  async #send() {
    this.#busy = true;
    this.#sheet.update();
    try {
      this.#report = await post(`/api/contacts/import/${encodeURIComponent(this.#preview.file.id)}`, importRequest(this.#plan));
      contactFeed('').load();
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
    }
    this.#busy = false;
  }
}
