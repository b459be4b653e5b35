import { html, nothing } from '../lib/html.js';
import { put, remove } from '../lib/api.js';
import { atHour } from '../lib/calendar.js';
import { session } from '../lib/data.js';
import { whenLong } from '../lib/phrases.js';
import { whenToCome } from '../lib/format.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';

/** What somebody closed by hand and did not open again. */
export const closedNow = (closures, name) =>
  closures.find(({ hours, since, until }) => hours === name && Date.parse(since) <= Date.now() && (!until || Date.parse(until) > Date.now()));

/** Closes published hours at once, whatever they say, and opens them again. It needs no draft. @param {any} it see page.js */
export function closing(it, name) {
  if (!it.live?.hours[name]) return html`<p class="sub muted">Once these hours are published, they can be closed at once here.</p>`;
  const closure = closedNow(it.closures, name);
  return html`
    <div class="callflow-closing ${closure ? 'callflow-closing-on' : ''}" role="group" aria-label="Closing ${name} by hand">
      <p class="callout" dir="auto">
        ${closure
          ? html`<strong>Closed by hand</strong> of ${closure.by}, ${whenLong(closure.since)}${closure.until ? `, until ${whenToCome(closure.until)}` : ''}.`
          : html`<strong>${name}</strong> goes by its hours.`}
      </p>
      ${may('agent') ? buttons(it, name, closure) : nothing}
    </div>
  `;
}

function buttons(it, name, closure) {
  const path = `/api/callflow/closures/${encodeURIComponent(name)}`;
  const tell = async (act, words) => {
    try {
      await act();
      notices.say(words);
      await it.reloadClosures();
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  };
  const close = (until) => tell(() => put(path, { until }), `“${name}” is closed for new calls`);
  const tomorrow = () => new Date(atHour(session.value.business.timeZone, Date.now(), 1, 0)).toISOString();
  return closure
    ? html`<button class="button" type="button" @click=${() => tell(() => remove(path), `“${name}” goes by its hours again`)}>${icon('door-open')}Open Again<span class="unseen"> ${name}</span></button>`
    : html`<div class="callflow-buttons">
        <button class="button" type="button" @click=${() => close(tomorrow())}>Close for Today<span class="unseen"> ${name}</span></button>
        <button class="button" type="button" @click=${() => close(null)}>Close Until Opened<span class="unseen"> ${name}</span></button>
      </div>`;
}
