import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { restLine, shown } from './model.js';

/** The numbers of a campaign that send nothing for now, each with the reason and until when. */
export function resting({ state, resting: numbers, senders }) {
  if (numbers.length === 0) return nothing;
  const others = senders.length - numbers.length;
  return html`
    <section>
      <h3 class="title-3">${numbers.length === 1 ? 'A number rests' : `${numbers.length} numbers rest`}</h3>
      <ul class="campaigns-resting card">
        ${numbers.map(
          (rest) => html`<li>
            ${icon(rest.because === 'fault' ? 'circle-alert' : 'clock')}
            <span class="campaigns-resting-words">
              <span><strong>${shown(rest.number)}</strong> <span class="sub muted">${restLine(rest)}</span></span>
              <span dir="auto">${rest.sentence}</span>
            </span>
          </li>`,
        )}
      </ul>
      ${state === 'running' && others > 0
        ? html`<p class="field-note sub">${others === 1 ? 'The other number goes on' : `The ${others} others go on`} meanwhile.</p>`
        : nothing}
    </section>
  `;
}
