import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { numberFeed } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { bodyOf, choices, problems, storyOf } from './dailycapmodel.js';

/** How much campaigns send from a number on a day. */
export function dailyCapOf(item) {
  if (!item.number) return nothing;
  return html`<span class="numbers-cap sub muted">
    ${storyOf(item.dailyCap)}
    ${may('admin')
      ? html`<button class="link" type="button" @click=${() => choose(item)}>Change…<span class="unseen"> the daily limit of ${item.display}</span></button>`
      : nothing}
  </span>`;
}

function choose(item) {
  const { dailyCap } = item;
  let form = { choice: dailyCap.choice, segments: `${dailyCap.segments ?? dailyCap.usual ?? ''}` };
  let errors = {};
  let problem = '';
  let busy = false;
  const change = (part) => {
    form = { ...form, ...part };
    errors = {};
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
        await put(`/api/numbers/${encodeURIComponent(item.id)}/daily-cap`, bodyOf(form));
        await numberFeed().again();
        notices.say(`${item.display}: saved`);
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
    title: `Daily Limit of ${item.display}`,
    size: 'small',
    content: (close) => html`
      <form class="numbers-release" id="daily-cap" novalidate @submit=${(event) => save(event, close)}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${choice({ name: 'choice', label: 'Daily limit', value: form.choice, options: choices(dailyCap), error: errors.choice, onInput: (chosen) => change({ choice: chosen }) })}
          ${form.choice === 'own'
            ? field({
                name: 'segments',
                label: 'Segments a day',
                value: form.segments,
                error: errors.segments,
                inputmode: 'numeric',
                dir: 'ltr',
                maxlength: 12,
                focused: true,
                onInput: (segments) => change({ segments }),
              })
            : nothing}
        </div>
        <p class="field-note sub">
          Networks count what a number sends from midnight to midnight Pacific time, and block what is more. A campaign whose number has sent its
          share lets it rest until the next day while others go on. Your carrier says how much your registration allows: T-Mobile takes 2,000
          segments a day from the smallest brands and up to 200,000 from others, of all their numbers together.
        </p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="daily-cap">Save</button>
    `,
  });
}
