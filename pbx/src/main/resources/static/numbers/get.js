import { html, nothing } from '../lib/html.js';
import { newKey, post } from '../lib/api.js';
import { numbers } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { areaProblem, nameProblem, place } from './model.js';

/** Gets a number for no extension: a name to know it by, and where it is to be. */
export function getNumber() {
  const wanted = { name: '', areaCode: '' };
  let errors = {};
  let available = [];
  let problem = '';
  let busy = false;
  /** A number costs money: who heard no answer and clicks again gets no second one. */
  let key = newKey();

  const send = async (form) => {
    if (busy) return;
    errors = found({ name: nameProblem(wanted.name), areaCode: areaProblem(wanted.areaCode) });
    [available, problem] = [[], ''];
    if (Object.keys(errors).length === 0) {
      busy = true;
      sheet.update();
      try {
        await numbers.answer(post('/api/numbers', { name: wanted.name.trim(), areaCode: wanted.areaCode.trim() }, key));
        notices.say(`A number for ${wanted.name.trim()} is on its way`);
        return sheet.close();
      } catch (refusal) {
        errors = Object.fromEntries(refusal.errors.map((error) => [error.field, error.message]));
        available = refusal.body?.available ?? [];
        problem = refusal.errors.length > 0 ? '' : refusal.message;
      } finally {
        busy = false;
      }
    }
    sheet.update();
    return focusFirstError(form);
  };
  const type = (name) => (value) => {
    wanted[name] = value;
    key = newKey();
    if (errors[name]) errors = found({ ...errors, [name]: null });
    sheet.update();
  };
  const take = (area) => {
    wanted.areaCode = area.areaCode;
    key = newKey();
    send(document.getElementById('get-number'));
  };

  const sheet = openSheet({
    title: 'Get a Number',
    size: 'small',
    content: () => html`
      <form class="numbers-release" id="get-number" novalidate @submit=${(event) => (event.preventDefault(), send(event.target))}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${field({ name: 'name', label: 'Name', value: wanted.name, error: errors.name, maxlength: 50, focused: true, placeholder: 'Emergency line', onInput: type('name') })}
          ${field({ name: 'areaCode', label: 'Area code', value: wanted.areaCode, error: errors.areaCode, optional: true, inputmode: 'numeric', dir: 'ltr', maxlength: 3, placeholder: 'Any', onInput: type('areaCode') })}
        </div>
        ${areas(available, take)}
        <p class="field-note sub">
          It is bought as soon as you click Get Number, and paid for until it is released. Its callers hear the menu, until the call flow sends
          them somewhere else.
        </p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="get-number" ?disabled=${busy}>Get Number</button>
    `,
  });
}

const found = (errors) => Object.fromEntries(Object.entries(errors).filter(([, error]) => error));

const areas = (available, take) =>
  available.length === 0
    ? nothing
    : html`
        <div class="field-group" role="group" aria-label="Area codes with numbers">
          ${available.map(
            (area) => html`
              <button class="numbers-offer" type="button" @click=${() => take(area)}>
                <strong>${area.areaCode}</strong><span class="muted" dir="auto">${place(area)}</span><span class="link">Use</span>
              </button>
            `,
          )}
        </div>
      `;
