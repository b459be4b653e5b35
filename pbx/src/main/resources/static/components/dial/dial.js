import { html, nothing } from '../../lib/html.js';
import { post } from '../../lib/api.js';
import { numberFeed } from '../../lib/data.js';
import { notices } from '../../lib/notices.js';
import { may } from '../../lib/rights.js';
import { stylesheet } from '../../lib/styles.js';
import { choice } from '../field/field.js';
import { icon } from '../icon/icon.js';
import { openSheet } from '../sheet/sheet.js';
import { callable, shownNumbers, troubleOf } from './model.js';

stylesheet('./dial.css', import.meta.url);

/**
 * Calls somebody: from here, for whoever may, or else with whatever this device calls with.
 *
 * @param {{number: string | null, display: string, name?: string}} whom
 * @param {{kind: string, words?: unknown}} how
 */
export function callButton(whom, { kind, words = nothing }) {
  if (!callable(whom.number)) return nothing;
  const label = words === nothing ? `Call ${whom.display}` : nothing;
  return may('agent')
    ? html`<button class=${kind} type="button" aria-label=${label} title="Call" @click=${() => dial(whom)}>${icon('phone')}${words}</button>`
    : html`<a class=${kind} href="tel:${whom.number}" aria-label=${label} title="Call">${icon('phone')}${words}</a>`;
}

/** Their own phone rings first; what is shown to the other side is chosen here. */
export function dial({ number, display, name = display }) {
  let from = '';
  let trouble = '';
  let busy = false;

  const call = async (event, close) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    trouble = '';
    sheet.update();
    try {
      await post('/api/calls', { to: number, from: from || null });
      notices.say(`Your phone rings. Press 1 to call ${name}.`);
      close();
    } catch (refusal) {
      trouble = troubleOf(refusal, display);
    } finally {
      busy = false;
      sheet.update();
    }
  };

  const choose = (value) => {
    from = value;
    sheet.update();
  };

  const sheet = openSheet({
    title: `Call ${name}?`,
    size: 'small',
    content: (close) => html`
      <form class="dial-form" id="dial" novalidate @submit=${(event) => call(event, close)}>
        ${trouble ? html`<p class="field-problem callout" role="alert" dir="auto">${trouble}</p>` : nothing}
        <div class="field-group">
          ${choice({ name: 'from', label: 'They see', value: from, options: shownNumbers(numberFeed().items), onInput: choose })}
        </div>
        <p class="field-note sub">
          Your own phone rings first and says whom you call. When you press 1, ${display} is called.
          <a class="link" href="tel:${number}">Call with this device instead</a>
        </p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-call" type="submit" form="dial" ?disabled=${busy}>${icon('phone')}Call</button>
    `,
  });
  numberFeed().refresh()?.then(() => sheet.update());
}
