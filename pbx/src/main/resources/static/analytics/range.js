import { html } from '../lib/html.js';
import { address, go } from '../lib/router.js';
import { field, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { PERIODS, wrong } from './model.js';

/** The last days, or days that somebody chooses. @param {Record<string, string>} query of the address @param {any} range which is shown */
export const ranges = (query, range) => html`
  <nav class="segments" aria-label="Days">
    ${PERIODS.map(
      ({ period, label }) => html`
        <a class="segment" href=${address('/analytics', { period })} aria-current=${isShown(query, period) ? 'true' : 'false'}>${label}</a>
      `,
    )}
  </nav>
  <button class="button analytics-other" type="button" @click=${() => choose(range)}>Other Days…</button>
`;

const isShown = ({ period = '7d', from, to }, which) => !from && !to && period === which;

/** @param {{from: string, to: string, until: string} | undefined} range which days are proposed */
function choose(range) {
  const wanted = { from: range?.from ?? '', to: range?.to ?? '' };
  let error = '';
  const day = (name, label) => field({ name, label, type: 'date', dir: 'ltr', value: wanted[name], error: name === 'to' ? error : '', onInput: (value) => (wanted[name] = value) });
  const submit = (event, close) => {
    event.preventDefault();
    error = wrong(wanted.from, wanted.to, new Date().toISOString().slice(0, 10));
    if (error) {
      sheet.update();
      return focusFirstError(event.target);
    }
    close();
    return go(address('/analytics', wanted));
  };
  const sheet = openSheet({
    title: 'Other Days',
    size: 'small',
    content: (close) => html`
      <form id="analytics-days" novalidate @submit=${(event) => submit(event, close)}>
        <div class="field-group">${day('from', 'First day')} ${day('to', 'Last day')}</div>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="analytics-days">Show</button>
    `,
  });
}
