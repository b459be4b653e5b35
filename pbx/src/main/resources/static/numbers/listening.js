import { html, nothing } from '../lib/html.js';
import { put } from '../lib/api.js';
import { numberFeed } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { leadsToMenu } from './model.js';

/** How the receptionist listens to who calls a number; nothing for one that rings somebody. */
export function listening(number) {
  if (!leadsToMenu(number)) return nothing;
  return html`
    <label class="numbers-listening sub muted">
      <input
        class="field-switch"
        type="checkbox"
        role="switch"
        .checked=${number.listening === 'stream'}
        ?disabled=${!may('admin')}
        @change=${(event) => choose(number, event.target)}
      />
      <span>The receptionist listens in a stream<span class="unseen"> on ${number.display}</span></span>
    </label>
  `;
}

async function choose({ id }, box) {
  try {
    await put(`/api/numbers/${encodeURIComponent(id)}/receptionist`, { listening: box.checked ? 'stream' : 'turns' });
  } catch (refusal) {
    box.checked = !box.checked;
    notices.say(refusal.message, { kind: 'problem' });
  }
  numberFeed().load();
}
