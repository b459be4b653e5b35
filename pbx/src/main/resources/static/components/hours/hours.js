import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { DAYS, dayName, likeBefore, withSpan } from '../../lib/week.js';
import { icon } from '../icon/icon.js';

stylesheet('./hours.css', import.meta.url);

/**
 * A week of opening hours: a day is open or not, from when until when, with as many breaks as it needs.
 *
 * @param {{hours: Record<string, {opens: string, closes: string}[]>, change: (hours: any) => void, errorOf: (field: string) => string | undefined}} week
 */
export const weekOfHours = (week) => DAYS.map((day) => dayOf(week, day));

function dayOf({ hours, change, errorOf }, day) {
  const spans = hours[day];
  const set = (changed) => change({ ...hours, [day]: changed });
  const error = errorOf(`hours.${day}`);
  return html`
    <div class="hours-day">
      <label class="hours-name">
        <input type="checkbox" .checked=${spans.length > 0} @change=${(event) => set(event.target.checked ? likeBefore(hours, day) : [])} />
        ${dayName(day)}
      </label>
      <div class="hours-spans">
        ${spans.length === 0 ? html`<span class="muted">Closed</span>` : spanRows(spans, dayName(day), set)}
        ${error ? html`<p class="field-error sub" aria-invalid="true" tabindex="-1" dir="auto">${error}</p>` : nothing}
      </div>
    </div>
  `;
}

/** The hours of one day. @param {string} name of the day, for who does not see it beside them */
export const spanRows = (spans, name, set) => html`
  ${spans.map((span, index) => {
    const change = (part) => set(spans.map((each, at) => (at === index ? { ...each, ...part } : each)));
    return html`<span class="hours-span">
      <input type="time" aria-label="${name} opens" .value=${span.opens} @change=${(event) => change({ opens: event.target.value })} />
      <span aria-hidden="true">–</span>
      <input type="time" aria-label="${name} closes" .value=${span.closes} @change=${(event) => change({ closes: event.target.value })} />
      ${spans.length > 1
        ? html`<button class="round" type="button" aria-label="Remove these hours of ${name}" @click=${() => set(spans.filter((_, at) => at !== index))}>${icon('minus')}</button>`
        : nothing}
    </span>`;
  })}
  ${spans.length < 4 ? html`<button class="link" type="button" @click=${() => set(withSpan(spans))}>Add Hours<span class="unseen"> to ${name}</span></button>` : nothing}
`;
