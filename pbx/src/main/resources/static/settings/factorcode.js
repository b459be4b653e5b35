import { html, nothing } from '../lib/html.js';
import { field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';

/** Asks for a code before something that only its holder may do. @param {{title: string, text: string, button: string, send: (code: string) => Promise<void>}} question */
export function codeSheet({ title, text, button, send }) {
  let code = '';
  let failure = null;
  let busy = false;
  const sheet = openSheet({
    title,
    size: 'small',
    content: (close) => html`
      <form id="factor-code" class="settings-form" novalidate @submit=${(event) => submit(event, close)}>
        <p class="callout">${text}</p>
        ${failure && !failure.about('code') ? html`<p class="field-problem callout" role="alert" dir="auto">${failure.message}</p>` : nothing}
        <div class="field-group">
          ${field({
            name: 'code',
            label: 'Code',
            placeholder: 'From the app, or a recovery code',
            autocomplete: 'one-time-code',
            dir: 'ltr',
            focused: true,
            value: code,
            error: failure?.about('code'),
            onInput: (value) => (code = value),
          })}
        </div>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="factor-code" ?disabled=${busy}>${button}</button>
    `,
  });

  async function submit(event, close) {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await send(code.trim());
      return close();
    } catch (problem) {
      failure = problem;
    }
    busy = false;
    sheet.update();
    return focusFirstError(event.target);
  }
}
