import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { contactFields } from '../lib/people.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';

/** The company's own fields: their names and their order. */
export async function editFields() {
  await contactFields.load();
  const before = contactFields.value?.names ?? [];
  let names = [...before, ''];
  let errors = {};
  let problem = contactFields.problem?.message ?? '';

  const set = (changed) => {
    names = changed;
    errors = {};
    sheet.update();
  };
  const submit = async (event, close) => {
    event.preventDefault();
    const wanted = names.map((name) => name.trim()).filter(Boolean);
    try {
      contactFields.set(await put('/api/contacts/fields', { names: wanted }));
      notices.say('Fields saved');
      close();
    } catch (refusal) {
      errors = Object.fromEntries(refusal.errors.map((error) => [error.field, error.message]));
      problem = refusal.errors.length > 0 ? '' : refusal.message;
      sheet.update();
      focusFirstError(event.target);
    }
  };
  const sheet = openSheet({
    title: 'Your Own Fields',
    content: (close) => html`
      <form id="fields" class="contacts-form" novalidate @submit=${(event) => submit(event, close)}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${names.map(
            (name, index) => html`<div class="contacts-line-with-act">
              ${field({
                name: `names.${index}`,
                label: `Field ${index + 1}`,
                optional: true,
                maxlength: 60,
                focused: index === names.length - 1,
                placeholder: index === 0 ? 'Such as Insurance' : '',
                value: name,
                error: errors[`names.${index}`],
                onInput: (value) => (names[index] = value),
              })}
              ${names.length > 1
                ? html`<button class="round" type="button" aria-label="Remove field ${index + 1}" @click=${() => set(names.filter((_, at) => at !== index))}>${icon('minus')}</button>`
                : nothing}
            </div>`,
          )}
        </div>
        <button class="link contacts-add" type="button" @click=${() => set([...names, ''])}>Add a Field</button>
        <p class="sub muted">A field that is removed or renamed loses what was written in it.</p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="fields">Save</button>
    `,
  });
}
