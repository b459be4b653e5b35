import { html, nothing } from '../lib/html.js';
import { get, post, put } from '../lib/api.js';
import { field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { secret } from './once.js';
import { eventName, wish } from './webhooksmodel.js';

/** Asks for an address and what it is to be told; a new one then shows its secret once. */
export class WebhookForm {
  #present;
  #values;
  #choices = [];
  #errors = {};
  #problem = '';
  #secret = '';
  #busy = false;
  #sheet;

  /** @param {any} present the webhook to change, or null for a new one @param {() => void} onClose */
  constructor(present, onClose) {
    this.#present = present;
    this.#values = {
      url: present?.url ?? '',
      description: present?.description ?? '',
      events: new Set(present?.events ?? []),
    };
    this.#choices = present?.events ?? [];
    this.#sheet = openSheet({
      title: present ? 'Edit Webhook' : 'New Webhook',
      content: () => (this.#secret ? this.#made() : this.#form()),
      footer: (close) => this.#footer(close),
      onClose,
    });
    this.#load();
  }

  async #load() {
    try {
      this.#choices = (await get('/api/webhooks/events')).items;
    } catch (problem) {
      this.#problem = problem.message;
    }
    this.#sheet.update();
  }

  #form() {
    return html`
      <form id="webhook" class="settings-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group">
          ${field({
            name: 'url',
            label: 'Address',
            placeholder: 'https://',
            inputmode: 'url',
            dir: 'ltr',
            focused: true,
            maxlength: 2000,
            value: this.#values.url,
            error: this.#errors.url,
            onInput: (value) => (this.#values.url = value),
          })}
          ${field({
            name: 'description',
            label: 'Name',
            optional: true,
            maxlength: 200,
            value: this.#values.description,
            error: this.#errors.description,
            onInput: (value) => (this.#values.description = value),
          })}
        </div>
        ${this.#events()}
      </form>
    `;
  }

  #events() {
    const error = this.#errors.events;
    return html`
      <fieldset aria-describedby=${error ? 'events-error' : nothing}>
        <legend class="field-heading">Tell it of</legend>
        <div class="field-group settings-group">
          ${this.#choices.map(
            (event) => html`
              <label class="settings-theme">
                <input
                  type="checkbox"
                  .checked=${this.#values.events.has(event)}
                  aria-invalid=${error ? 'true' : nothing}
                  @change=${(change) => this.#values.events[change.target.checked ? 'add' : 'delete'](event)}
                />
                <span>${eventName(event)}</span>
              </label>
            `,
          )}
        </div>
        ${error ? html`<p class="field-error sub" id="events-error">${error}</p>` : nothing}
      </fieldset>
    `;
  }

  #made() {
    return html`
      <p class="callout" role="status">
        With this secret the receiver checks that a request is from here. Copy it now: it is not shown again.
      </p>
      ${secret(this.#secret, 'Secret')}
    `;
  }

  #footer(close) {
    if (this.#secret) return html`<button class="button button-filled" type="button" @click=${close}>Done</button>`;
    return html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="webhook" ?disabled=${this.#busy}>
        ${this.#present ? 'Save' : 'Create'}
      </button>
    `;
  }

  async #save(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { errors, body } = wish(this.#values);
    this.#errors = errors;
    if (body) await this.#send(body);
    this.#sheet.update();
    focusFirstError(event.target);
  }

  async #send(body) {
    this.#busy = true;
    this.#problem = '';
    this.#sheet.update();
    try {
      if (this.#present) {
        await put(`/api/webhooks/${this.#present.id}`, body);
        this.#sheet.close();
      } else {
        this.#secret = (await post('/api/webhooks', body)).secret;
      }
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
    }
    this.#busy = false;
  }
}
