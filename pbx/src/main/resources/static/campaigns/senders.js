import { html, nothing } from '../lib/html.js';
import { numberFeed } from '../lib/data.js';
import { sentence } from './draftmodel.js';

/**
 * Which of our numbers a campaign leaves from.
 *
 * @param {{legend: string, chosen: string[], error?: string, choose: (chosen: string[]) => void}} how
 */
export function senders({ legend, chosen, error, choose }) {
  const ours = numberFeed().items.filter(({ number, provisioning }) => number && provisioning.state === 'ready');
  const pick = (number, isChosen) => choose([...chosen.filter((each) => each !== number), ...(isChosen ? [number] : [])]);
  return html`
    <fieldset aria-describedby=${error ? 'fromNumbers-error' : nothing}>
      <legend class="field-heading campaigns-label">${legend}</legend>
      <div class="field-group">
        ${ours.map(
          ({ number, display }) => html`<label class="campaigns-option">
            <input
              type="checkbox"
              aria-invalid=${error ? 'true' : nothing}
              .checked=${chosen.includes(number)}
              @change=${(event) => pick(number, event.target.checked)}
            /><span>${display}</span>
          </label>`,
        )}
      </div>
      ${error ? html`<p class="field-error sub campaigns-error" id="fromNumbers-error" dir="auto">${sentence(error)}</p>` : nothing}
    </fieldset>
  `;
}
