import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { consentProblems, METHODS } from './model.js';

const CATEGORIES = [
  { value: 'informational', label: 'Information' },
  { value: 'marketing', label: 'Marketing' },
];

/** Writes down that somebody agreed, with what proves it. @param {{contact: string, standing: any, reload: () => Promise<void>}} whose */
export function recordConsent({ contact, standing: { number, display }, reload }) {
  const path = `/api/contacts/${encodeURIComponent(contact)}/consents`;
  let form = { category: 'informational', method: 'paper', words: '', wording: '' };
  let errors = {};
  let problem = '';
  const change = (part) => {
    form = { ...form, ...part };
    sheet.update();
  };
  const submit = async (event, close) => {
    event.preventDefault();
    errors = consentProblems(form);
    problem = '';
    if (Object.keys(errors).length === 0) {
      try {
        await post(path, { number, ...form, wording: form.wording.trim() || null });
        notices.say('Consent recorded');
        close();
        await reload();
        return;
      } catch (refusal) {
        errors = Object.fromEntries(refusal.errors.map((error) => [error.field, error.message]));
        problem = refusal.errors.length > 0 ? '' : refusal.message;
      }
    }
    sheet.update();
    focusFirstError(event.target);
  };
  const sheet = openSheet({
    title: `Consent of ${display}`,
    size: 'small',
    content: (close) => html`
      <form id="consent" class="contacts-form" novalidate @submit=${(event) => submit(event, close)}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${choice({ name: 'category', label: 'To', value: form.category, options: CATEGORIES, error: errors.category, onInput: (category) => change({ category }) })}
          ${choice({ name: 'method', label: 'How', value: form.method, options: METHODS, error: errors.method, onInput: (method) => change({ method }) })}
          ${field({ name: 'words', label: 'What they said or did', value: form.words, error: errors.words, maxlength: 500, onInput: (words) => change({ words }) })}
          ${field({
            name: 'wording',
            label: 'What they were shown',
            value: form.wording,
            error: errors.wording,
            optional: form.category !== 'marketing',
            maxlength: 2000,
            onInput: (wording) => change({ wording }),
          })}
        </div>
        <p class="field-note sub">It is kept for good, with your name and the time, and cannot be changed.</p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="consent">Record</button>
    `,
  });
}

/** What withdrawing a consent sends. */
export const withdraw = (contact, number, category, words) =>
  post(`/api/contacts/${encodeURIComponent(contact)}/consents/revoke`, { number, category, words });
