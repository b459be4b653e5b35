import { live } from '../lib/bound.js';
import { html, nothing } from '../lib/html.js';
import { fromField, toField } from '../lib/calendar.js';
import { time, whenToCome } from '../lib/format.js';
import { icon } from '../components/icon/icon.js';
import { clockOf, keysOf, minutesOf } from './explainmodel.js';

/**
 * Asks where a call would go: to which number, from whom, when, and what is pressed.
 *
 * @param {{question: any, zone: string, numbers: any[], explained: import('./explained.js').Explained, steps: string,
 *   typed: Map<string, string>, move: (part: object) => void, ask: (part: object) => void}} bar `typed` is what is being typed, `move` while a slider is dragged, `ask` when it is let go
 */
export function timeBar({ question, zone, numbers, explained, steps, typed, move, ask }) {
  const keep = (name) => (event) => typed.set(name, event.target.value);
  const drop = (name) => () => typed.delete(name);
  const { from, to, keys, instant } = question;
  const wall = toField(zone, instant);
  const at = (text) => ({ at: new Date(fromField(zone, text)).toISOString() });
  const slid = (event) => at(`${wall.slice(0, 10)}T${clockOf(Number(event.target.value))}`);
  return html`
    <section class="callflow-time" aria-label="Where would a call go?">
      <div class="callflow-asked">
        <label class="callflow-ask"><span class="caption muted">To</span>
          <select class="field-input field-select" .value=${live(to)} @change=${(event) => ask({ to: event.target.value })}>
            ${numbers.map(({ number, display }) => html`<option value=${number} ?selected=${number === to}>${display}</option>`)}
          </select>
        </label>
        <label class="callflow-ask"><span class="caption muted">From</span>
          <input class="callflow-input" type="tel" inputmode="tel" maxlength="40" placeholder="Number withheld" .value=${live(typed.get('from') ?? from)} @input=${keep('from')} @change=${(event) => ask({ from: event.target.value.trim() })} @blur=${drop('from')} />
        </label>
        <label class="callflow-ask callflow-ask-keys"><span class="caption muted">Presses</span>
          <input class="callflow-input" maxlength="60" placeholder="Nothing" .value=${live(typed.get('keys') ?? keys)} @input=${keep('keys')} @change=${(event) => ask({ keys: keysOf(event.target.value) })} @blur=${drop('keys')} />
        </label>
        <label class="callflow-ask"><span class="caption muted">Date</span>
          <input class="callflow-input" type="date" required .value=${live(wall.slice(0, 10))} @change=${(event) => event.target.value && ask(at(`${event.target.value}T${wall.slice(11)}`))} />
        </label>
        <button class="button" type="button" ?disabled=${!question.at} @click=${() => ask({ at: '' })}>Now</button>
      </div>
      <div class="callflow-slide">
        ${icon('clock')}
        <input
          class="callflow-slider"
          type="range"
          min="0"
          max="1439"
          aria-label="Time of day"
          aria-valuetext=${time(instant)}
          .value=${live(String(minutesOf(wall)))}
          @input=${(event) => move(slid(event))}
          @change=${(event) => ask(slid(event))}
        />
        <output class="callflow-clock digits">${time(instant)}</output>
      </div>
      ${answer(explained, steps, ask)}
    </section>
  `;
}

function answer({ value, problem }, steps, ask) {
  if (problem) {
    const about = problem.errors.map(({ field, message }) => `${{ to: 'To', from: 'From', keys: 'Presses', at: 'Time' }[field] ?? field} ${message}.`);
    return html`<p class="field-error sub" role="alert" dir="auto">${about.join(' ') || problem.message}</p>`;
  }
  if (!value) return nothing;
  const { ends, changesAt } = value;
  return html`
    <div class="callflow-answer" role="status">
      <p class="callout"><strong dir="auto">Ends at: ${ends.says}</strong></p>
      <p class="callout muted">
        ${changesAt
          ? html`Goes another way from <button class="link" type="button" @click=${() => ask({ at: changesAt })}>${whenToCome(changesAt)}</button>`
          : 'Goes this way all year'}
      </p>
      <a class="link callout callflow-steps-link" href=${steps}>Step by Step</a>
    </div>
  `;
}
