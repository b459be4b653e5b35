import { live } from '../lib/bound.js';
import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { choice, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { preview, problems, storyOf, SUGGESTED, WHEN } from './textbackmodel.js';

export const textBacks = new Document('/api/text-backs');

const chosenFor = ({ id }) => textBacks.value?.items.find(({ numberId }) => numberId === id) ?? { numberId: id, when: 'off', text: '' };

/** What a number texts whom it missed. */
export function textBackOf(number) {
  if (!number.number || !textBacks.value) return nothing;
  const chosen = chosenFor(number);
  return html`<span class="numbers-textback sub muted">
    ${storyOf(chosen.when)}
    ${may('admin')
      ? html`<button class="link" type="button" @click=${() => choose(number, chosen)}>Change…<span class="unseen"> what ${number.display} texts</span></button>`
      : nothing}
  </span>`;
}

function choose(number, chosen) {
  let form = { when: chosen.when, text: chosen.text || SUGGESTED };
  let errors = {};
  let problem = '';
  let busy = false;
  const change = (part) => {
    form = { ...form, ...part };
    sheet.update();
  };
  const save = async (event, close) => {
    event.preventDefault();
    if (busy) return;
    errors = problems(form);
    problem = '';
    if (Object.keys(errors).length === 0) {
      busy = true;
      try {
        await put(`/api/text-backs/${encodeURIComponent(number.id)}`, form);
        await textBacks.again();
        notices.say(`${number.display}: saved`);
        close();
        return;
      } catch (refusal) {
        errors = Object.fromEntries(refusal.errors.map((error) => [error.field, error.message]));
        problem = refusal.errors.length > 0 ? '' : refusal.message;
      } finally {
        busy = false;
      }
    }
    sheet.update();
    focusFirstError(event.target);
  };
  const sheet = openSheet({
    title: `Text Back from ${number.display}`,
    size: 'small',
    content: (close) => html`
      <form class="numbers-release" id="text-back" novalidate @submit=${(event) => save(event, close)}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${choice({ name: 'when', label: 'Text back', value: form.when, options: WHEN, error: errors.when, onInput: (when) => change({ when }) })}
        </div>
        ${form.when === 'off' ? nothing : words(number, form, errors, change)}
        <p class="field-note sub">
          At most once per caller and day, and never to withheld or toll-free numbers or landlines that are known. Every text passes the gate;
          the thread in the inbox says why one was not sent. Open and closed are the hours by which the number’s callers are led, else the company’s.
        </p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="text-back">Save</button>
    `,
  });
}

/** The field with its words as somebody reads them whom nobody knows. */
const words = (number, { text }, wrong, onChange) => html`
  <div class="numbers-words-field">
    <label class="sub muted" for="text-back-words">What they are texted</label>
    <textarea
      class="numbers-area"
      id="text-back-words"
      rows="4"
      dir="auto"
      maxlength="320"
      aria-invalid=${wrong.text ? 'true' : nothing}
      aria-describedby="text-back-note"
      .value=${live(text)}
      @input=${(event) => onChange({ text: event.target.value })}
    ></textarea>
    <p class=${wrong.text ? 'field-error sub' : 'sub muted'} id="text-back-note" dir="auto">
      ${wrong.text ?? 'Fields: {{firstName|there}}, {{name|there}}, {{business}}, {{number}}.'}
    </p>
    <span class="unseen">Somebody new reads:</span>
    <p class="numbers-bubble" dir="auto">${preview(text, { business: session.value.business.name, number: number.display })}</p>
  </div>
`;
