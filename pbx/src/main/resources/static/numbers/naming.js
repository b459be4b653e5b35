import { html, nothing } from '../lib/html.js';
import { post, put, remove } from '../lib/api.js';
import { numberFeed } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { isInVain, nameProblem } from './model.js';

const path = (item) => `/api/numbers/${encodeURIComponent(item.id)}`;

/** What people call a number that no extension has. */
export function nameOf(item) {
  if (item.name === null) return nothing;
  return html`<span class="numbers-name callout">
    <span class="cut" dir="auto">${item.name}</span>
    ${item.number && may('admin')
      ? html`<button class="link" type="button" @click=${() => rename(item)}>Rename…<span class="unseen"> ${item.display}</span></button>`
      : nothing}
  </span>`;
}

function rename(item) {
  let name = item.name;
  let error = null;
  let problem = '';
  let busy = false;

  const save = async (event, close) => {
    event.preventDefault();
    if (busy) return;
    error = nameProblem(name);
    problem = '';
    if (!error) {
      busy = true;
      try {
        await put(`${path(item)}/name`, { name: name.trim() });
        await numberFeed().again();
        notices.say(`${item.display} is called ${name.trim()}`);
        close();
        return;
      } catch (refusal) {
        error = refusal.errors[0]?.message ?? null;
        problem = error ? '' : refusal.message;
      } finally {
        busy = false;
      }
    }
    sheet.update();
    focusFirstError(event.target);
  };
  const type = (value) => {
    name = value;
    error = null;
    sheet.update();
  };

  const sheet = openSheet({
    title: `Rename ${item.display}`,
    size: 'small',
    content: (close) => html`
      <form class="numbers-release" id="rename" novalidate @submit=${(event) => save(event, close)}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${field({ name: 'name', label: 'Name', value: name, error, maxlength: 50, focused: true, onInput: type })}
        </div>
        <p class="field-note sub">The carrier’s console shows it under this name, too.</p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="rename">Save</button>
    `,
  });
}

/** What is done about a wish that came to nothing. */
export function afterVain(item) {
  if (!isInVain(item) || !may('admin')) return nothing;
  return html`
    <button class="button" type="button" @click=${() => act(item, () => post(`${path(item)}/provision`, {}), 'Looking again')}>
      Try Again<span class="unseen"> for ${item.name}</span>
    </button>
    <button class="button" type="button" @click=${() => act(item, () => remove(path(item)), `${item.name} is given up`)}>
      Give Up<span class="unseen"> ${item.name}</span>
    </button>
  `;
}

async function act(item, request, said) {
  try {
    await request();
    await numberFeed().again();
    notices.say(said);
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}
