import { html, nothing, repeat } from '../lib/html.js';
import { post, put, remove } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { savedReplies } from '../lib/threads.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { matching } from './composemodel.js';

/** Words that are written often: to use, to change, to add. @param {(reply: any) => void} use */
export function showReplies(use) {
  let typed = '';
  let stop = () => {};
  const sheet = openSheet({
    title: 'Saved Replies',
    content: (close) => html`
      <div class="field-group">
        ${field({
          name: 'find-reply',
          label: 'Find',
          optional: true,
          placeholder: 'Title or words',
          value: typed,
          onInput: (value) => {
            typed = value;
            sheet.update();
          },
        })}
      </div>
      ${list(typed, (reply) => {
        close();
        use(reply);
      })}
      <p class="sub muted">Type / in the field to use one without leaving it. {name}, {first name}, {business} and {me} fill themselves in.</p>
    `,
    footer: () => html`<button class="button" type="button" @click=${() => new ReplyForm()}>${icon('plus')}New Reply</button>`,
    onClose: () => stop(),
  });
  stop = savedReplies.subscribe(() => sheet.update());
  savedReplies.refresh();
}

function list(typed, use) {
  const { value, problem } = savedReplies;
  if (!value) return problem ? failed(problem, () => savedReplies.load()) : skeletonRows(3);
  const found = matching(value.items, typed);
  if (found.length === 0) {
    return value.items.length > 0
      ? html`<p class="muted callout" role="status">No reply by these words.</p>`
      : empty({ symbol: 'message-square-text', title: 'No saved replies', text: 'Keep what you write often.' });
  }
  return html`<ul class="sheet-group">${repeat(found, ({ id }) => id, (reply) => line(reply, use))}</ul>`;
}

const line = (reply, use) => html`
  <li class="inbox-reply">
    <button class="inbox-reply-use" type="button" @click=${() => use(reply)}>
      <strong class="cut" dir="auto">${reply.title}</strong>
      <span class="callout muted cut" dir="auto">${reply.body}</span>
    </button>
    <button class="round" type="button" aria-label="Edit ${reply.title}" @click=${() => new ReplyForm(reply)}>${icon('pencil')}</button>
  </li>
`;

/** Makes a saved reply, changes one, or deletes it. */
class ReplyForm {
  #reply;
  #values;
  #errors = {};
  #problem = '';
  #busy = false;
  #sheet;

  constructor(reply) {
    this.#reply = reply;
    this.#values = { title: reply?.title ?? '', body: reply?.body ?? '' };
    this.#sheet = openSheet({
      title: reply ? 'Edit Reply' : 'New Reply',
      content: () => this.#content(),
      footer: (close) => this.#footer(close),
    });
  }

  #content() {
    return html`
      <form id="reply" class="inbox-form" novalidate @submit=${(event) => this.#save(event)}>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        <div class="field-group">
          ${field({
            name: 'title',
            label: 'Title',
            focused: true,
            maxlength: 80,
            value: this.#values.title,
            error: this.#errors.title,
            onInput: (value) => (this.#values.title = value),
          })}
        </div>
        <label class="field-heading" for="reply-body">Text</label>
        <textarea
          class="inbox-area"
          id="reply-body"
          rows="5"
          maxlength="1600"
          dir="auto"
          aria-invalid=${this.#errors.body ? 'true' : nothing}
          aria-describedby=${this.#errors.body ? 'reply-body-error' : nothing}
          .value=${this.#values.body}
          @input=${(event) => (this.#values.body = event.target.value)}
        ></textarea>
        ${this.#errors.body ? html`<p class="field-error sub" id="reply-body-error">${this.#errors.body}</p>` : nothing}
      </form>
    `;
  }

  #footer(close) {
    return html`
      ${this.#reply
        ? html`<button class="button button-danger" type="button" @click=${() => this.#delete()}>Delete</button><span class="sheet-foot-note"></span>`
        : nothing}
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="reply" ?disabled=${this.#busy}>Save</button>
    `;
  }

  async #save(event) {
    event.preventDefault();
    const { title, body } = this.#values;
    this.#errors = { ...(title.trim() ? {} : { title: 'Enter a title.' }), ...(body.trim() ? {} : { body: 'Enter the text.' }) };
    if (Object.keys(this.#errors).length === 0) await this.#send({ title, body });
    this.#sheet.update();
    focusFirstError(event.target);
  }

  async #send(values) {
    this.#busy = true;
    try {
      if (this.#reply) await put(`/api/saved-replies/${encodeURIComponent(this.#reply.id)}`, { ...values, version: this.#reply.version });
      else await post('/api/saved-replies', values);
      await savedReplies.load();
      this.#sheet.close();
    } catch (problem) {
      this.#errors = Object.fromEntries(problem.errors.map((error) => [error.field, error.message]));
      this.#problem = problem.errors.length > 0 ? '' : problem.message;
    }
    this.#busy = false;
  }

  async #delete() {
    try {
      await remove(`/api/saved-replies/${encodeURIComponent(this.#reply.id)}`);
      this.#sheet.close();
      const { title, body } = this.#reply;
      notices.say(`“${title}” deleted`, { undo: () => post('/api/saved-replies', { title, body }).then(() => savedReplies.load()) });
      await savedReplies.load();
    } catch (problem) {
      this.#problem = problem.message;
      this.#sheet.update();
    }
  }
}
