import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { numberFeed } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { field } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { isTyped } from './model.js';

/** Gives a number back once its owner has typed it: this cannot be undone, so no habit may click it away. */
export function askToRelease(number) {
  let typed = '';
  let problem = '';
  let busy = false;

  const release = async (event, close) => {
    event.preventDefault();
    if (busy || !isTyped(typed, number.number)) return;
    busy = true;
    sheet.update();
    try {
      await post(`/api/numbers/${encodeURIComponent(number.id)}/release`, { number: typed.trim() });
      notices.say(`${number.display} is being given back to the carrier`);
      numberFeed().load();
      close();
    } catch (refusal) {
      problem = refusal.message;
    } finally {
      busy = false;
      sheet.update();
    }
  };

  const type = (value) => {
    typed = value;
    problem = '';
    sheet.update();
  };

  const sheet = openSheet({
    title: `Release ${number.display}?`,
    size: 'small',
    content: (close) => html`
      <form class="numbers-release" id="release" novalidate @submit=${(event) => release(event, close)}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <p class="callout">
          It goes back to the carrier and costs nothing more. The carrier may sell it to somebody else, so you may never get it
          again, and people who still call it reach a stranger.
        </p>
        <div class="field-group">
          ${field({
            name: 'number',
            label: 'Number',
            value: typed,
            type: 'tel',
            dir: 'ltr',
            inputmode: 'tel',
            maxlength: 40,
            focused: true,
            onInput: type,
          })}
        </div>
        <p class="field-note sub">Type ${number.display} to confirm.</p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button
        class="button button-danger-filled"
        type="submit"
        form="release"
        ?disabled=${busy || !isTyped(typed, number.number)}
      >
        Release
      </button>
    `,
  });
}
