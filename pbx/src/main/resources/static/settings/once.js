import { html, nothing } from '../lib/html.js';
import { copy } from '../lib/clipboard.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';

/** Something that is shown once. @param {string} text @param {string} what such as “Link” */
export const secret = (text, what) => html`
  <div class="field-group settings-secret">
    <code tabindex="0" aria-label=${what}>${text}</code>
    <button class="button" type="button" @click=${() => copy(text, what)}>${icon('copy')}Copy</button>
  </div>
`;

/** A link that somebody is to be given. */
export const openLink = ({ title, text, link, onClose = () => {} }) =>
  openSheet({
    title,
    content: () => html`<p class="callout" role="status">${text}</p>${secret(link, 'Link')}`,
    footer: (close) => html`<button class="button button-filled" type="button" @click=${close}>Done</button>`,
    onClose,
  });

/** Asks before something that cannot be undone by the same button. @param {{title: string, text: unknown, button: string, act: () => Promise<void>}} question */
export function confirm({ title, text, button, act }) {
  let problem = '';
  const sheet = openSheet({
    title,
    size: 'small',
    content: () => html`
      ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
      <p class="callout">${text}</p>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-danger-filled" type="button" @click=${() => really(close)}>${button}</button>
    `,
  });

  async function really(close) {
    try {
      await act();
      close();
    } catch (failure) {
      problem = failure.message;
      sheet.update();
    }
  }
}
