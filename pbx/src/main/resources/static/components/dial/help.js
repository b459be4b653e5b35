import { html, nothing } from '../../lib/html.js';
import { get, post } from '../../lib/api.js';
import { notices } from '../../lib/notices.js';
import { may } from '../../lib/rights.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';
import { openSheet } from '../sheet/sheet.js';
import { helpWords, troubleOf } from './model.js';

stylesheet('./dial.css', import.meta.url);

/** Calls 911 and its like: one press, and what comes of it is said before. @param {string} digits */
export function openHelp(digits) {
  let words = helpWords(null, digits);
  let trouble = '';
  let busy = false;

  const call = async (close) => {
    if (busy) return;
    busy = true;
    trouble = '';
    sheet.update();
    try {
      await post('/api/calls', { to: digits });
      notices.say(`Your phone rings. Answer it, and ${digits} is connected.`);
      close();
    } catch (refusal) {
      trouble = troubleOf(refusal, digits);
    } finally {
      busy = false;
      sheet.update();
    }
  };

  const sheet = openSheet({
    title: `Call ${digits}?`,
    size: 'small',
    content: () => html`
      ${trouble ? html`<p class="field-problem callout" role="alert" dir="auto">${trouble}</p>` : nothing}
      <p class="callout">${words.what}</p>
      ${words.warning ? html`<p class="dial-warning callout" dir="auto">${words.warning}</p>` : nothing}
      ${words.told ? html`<p class="field-note sub" dir="auto">${words.told}</p>` : nothing}
      <p class="field-note sub"><a class="link" href="tel:${digits}">Call with this device instead</a></p>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      ${may('agent')
        ? html`<button class="button button-danger-filled" type="button" autofocus @click=${() => call(close)}>${icon('phone')}Call ${digits}</button>`
        : nothing}
    `,
  });

  // What is not known yet keeps nobody from calling.
  get('/api/emergency-calls/readiness')
    .then((readiness) => {
      words = helpWords(readiness, digits);
      sheet.update();
    })
    .catch(() => {});
}
