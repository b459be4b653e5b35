import { live } from '../lib/bound.js';
import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { at, put } from './editmodel.js';
import { error, removal } from './lists.js';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const USUAL = { opens: '09:00', closes: '17:00' };

const words = (day) => day.charAt(0).toUpperCase() + day.slice(1);

/** The hours of every weekday. */
export function week(it, pointer, { label }) {
  return html`
    <section class="callflow-list" aria-label=${label}>
      <h3 class="field-heading">${label}</h3>
      <div class="field-group">
        <ul>${DAYS.map((day) => html`<li class="callflow-item"><abbr class="callflow-day-name" title=${words(day)}>${words(day).slice(0, 3)}</abbr>${spans(it, `${pointer}/${day}`, words(day))}</li>`)}</ul>
      </div>
    </section>
  `;
}

/** From when till when; several where there are breaks. */
function spans(it, pointer, name) {
  const value = at(it.plan, pointer) ?? [];
  const set = (change) => it.change((plan) => put(plan, pointer, change(at(plan, pointer) ?? [])));
  const clock = (span, index, which, word) => html`
    <input
      class="callflow-input callflow-clock-input"
      type="time"
      required
      aria-label="${name} ${word}"
      aria-invalid=${it.errorAt(pointer) || it.errorAt(`${pointer}/${index}/${which}`) ? 'true' : nothing}
      .value=${live(span[which])}
      @change=${(event) => event.target.value && set((all) => all.with(index, { ...all[index], [which]: event.target.value }))}
    />
  `;
  const more = html`<button class="round" type="button" aria-label="Add hours of ${name}" @click=${() => set((all) => [...all, later(all.at(-1))])}>${icon('plus')}</button>`;
  return html`
    <div class="callflow-spans">
      ${value.length === 0 ? html`<div class="callflow-span"><span class="callflow-shut muted">Closed</span>${more}</div>` : nothing}
      ${value.map((span, index) => html`
        <div class="callflow-span">
          ${clock(span, index, 'opens', 'opens')}<span aria-hidden="true">–</span>${clock(span, index, 'closes', 'closes')}
          ${removal(`hours of ${name}`, () => set((all) => all.filter((_, each) => each !== index)))}
          ${index === value.length - 1 ? more : html`<span class="callflow-gap"></span>`}
        </div>`)}
      ${error(it, pointer, name)}
    </div>
  `;
}

/** After a break, for whoever closes at noon. */
const later = (last) => (last ? { opens: last.closes < '22:00' ? `${String(Number(last.closes.slice(0, 2)) + 1).padStart(2, '0')}:00` : '23:00', closes: '23:30' } : USUAL);

/** Holidays and one-off closures, which replace the usual hours of their day. */
export function dates(it, pointer, { label }) {
  const value = at(it.plan, pointer) ?? [];
  const set = (change) => it.change((plan) => put(plan, pointer, change(at(plan, pointer) ?? [])));
  const add = (event) => {
    event.preventDefault();
    const { date, label: words } = event.target.elements;
    if (!date.value) return date.focus();
    set((all) => [...all, { date: date.value, label: words.value.trim(), hours: [] }].sort((a, b) => (a.date < b.date ? -1 : 1)));
    return event.target.reset();
  };
  return html`
    <section class="callflow-list" aria-label=${label}>
      <h3 class="field-heading">${label}</h3>
      <div class="field-group">
        ${value.length > 0
          ? html`<ul>${value.map((each, index) => html`
              <li class="callflow-item">
                <span class="callflow-grow"><span class="digits">${each.date}</span> <span dir="auto">${each.label}</span></span>
                ${removal(`${each.date} ${each.label}`, () => set((all) => all.filter((_, other) => other !== index)))}
                ${spans(it, `${pointer}/${index}/hours`, each.label || each.date)} ${error(it, `${pointer}/${index}/date`, each.date)}
              </li>`)}</ul>`
          : nothing}
        <form class="callflow-item callflow-typing" novalidate @submit=${add}>
          <input class="callflow-input" type="date" name="date" required aria-label="Date" />
          <input class="callflow-input callflow-grow" name="label" maxlength="60" placeholder="Holiday" aria-label="Holiday" />
          <button class="button" type="submit">Add</button>
        </form>
      </div>
      <p class="field-note sub">They replace the usual hours of their day.</p>
    </section>
  `;
}
