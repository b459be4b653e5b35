import { html, nothing } from '../../lib/html.js';
import { notices } from '../../lib/notices.js';
import { stylesheet } from '../../lib/styles.js';
import { area } from '../field/area.js';
import { field, focusFirstError } from '../field/field.js';
import { openSheet } from '../sheet/sheet.js';

stylesheet('./why.css', import.meta.url);

/**
 * Asks for the words without which nothing about consent is changed, as they are kept for good.
 *
 * @param {{title: string, text: string, label: string, verb: string, done: string, asksNumber?: boolean,
 *   send: (words: string, number: string) => Promise<any>, reload?: () => unknown}} about
 *   `asksNumber` where it is to be said whom it is about
 */
export function askWhy({ title, text, label, verb, done, send, asksNumber = false, reload = () => {} }) {
  const given = { number: '', words: '' };
  let errors = {};
  let problem = '';
  const submit = async (event, close) => {
    event.preventDefault();
    const form = event.target;
    errors = missing(given, asksNumber);
    problem = '';
    if (Object.keys(errors).length === 0) {
      try {
        await send(given.words.trim(), given.number.trim());
        notices.say(done);
        close();
        return await reload();
      } catch (refused) {
        errors = Object.fromEntries(refused.errors.map((error) => [error.field === 'number' && asksNumber ? 'number' : 'words', error.message]));
        problem = refused.errors.length > 0 ? '' : refused.message;
      }
    }
    sheet.update();
    return focusFirstError(form);
  };
  const sheet = openSheet({
    title,
    size: 'small',
    content: (close) => html`
      <form id="why" class="why-form" novalidate @submit=${(event) => submit(event, close)}>
        <p class="callout">${text}</p>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${asksNumber
            ? field({ name: 'number', label: 'Phone number', inputmode: 'tel', dir: 'ltr', maxlength: 40, value: given.number, error: errors.number, onInput: (value) => (given.number = value) })
            : nothing}
          ${area({
            name: 'words',
            label,
            value: given.words,
            error: errors.words,
            maxlength: 500,
            onInput: (value) => {
              given.words = value;
              sheet.update();
            },
          })}
        </div>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="why">${verb}</button>
    `,
  });
}

const missing = ({ number, words }, asksNumber) => ({
  ...(asksNumber && !number.trim() ? { number: 'Enter the number.' } : {}),
  ...(words.trim() ? {} : { words: 'Write it down: it is kept as proof.' }),
});
