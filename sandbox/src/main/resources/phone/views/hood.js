import { html, nothing, repeat } from '../lib.js';
import { showDuration } from '../model/captions.js';
import { isLive } from '../model/call.js';
import { stories } from '../model/timeline.js';
import { stateWord } from '../model/words.js';
import { suggestions } from '../model/suggestions.js';
import { empty, icon } from './parts.js';
import { twimlDocuments } from './twiml.js';

const TABS = [
  ['timeline', 'Timeline'],
  ['twiml', 'TwiML'],
];

/** What the carrier sent and what it was answered. @param {any} state @param {any} act */
export function hoodPanel(state, act) {
  const told = stories(state.hood);
  return html`
    <section class="hood" aria-labelledby="hood-title">
      <header class="hood-header">
        <div>
          <h2 class="hood-title" id="hood-title">Under the Hood</h2>
          <p class="hood-sub">What the carrier sent and what it was answered</p>
        </div>
        <div class="segments" role="group" aria-label="Show">
          ${TABS.map(
            ([id, label]) => html`
              <button type="button" class="segment" aria-pressed=${state.hoodTab === id} @click=${() => act.showHood(id)}>${label}</button>
            `,
          )}
        </div>
      </header>
      <div class="hood-body" tabindex="0" role="region" aria-label=${state.hoodTab === 'twiml' ? 'TwiML' : 'Timeline'} data-stick>
        ${state.hoodTab === 'twiml' ? twimlDocuments(told) : timeline(told, state)}
      </div>
      ${tryNext(state, act)}
    </section>
  `;
}

function timeline(told, state) {
  if (told.length === 0) return empty('phone-out', 'Nothing has happened yet', 'Make a call: every request and every answer appears here, with its time.');
  return html`
    ${repeat(told, ({ call }) => call, (story) => storyPart(story, told.length > 1))}
    ${isLive(state.phone.call) ? waiting(state.phone.call) : nothing}
  `;
}

const TIME = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' });

const storyPart = ({ startedAt, rows }, several) => html`
  ${several ? html`<h3 class="story-title">Call at ${TIME.format(startedAt)}</h3>` : nothing}
  <ol class="story">
    ${rows.map(
      (row) => html`
        <li class="event">
          <span class="event-time">${showDuration(row.offset)}</span>
          <span class="event-dot" data-kind=${row.kind}></span>
          <div class="event-main">
            <p class="event-line" dir="auto"><b class=${row.kind === 'request' ? 'event-request' : ''}>${row.title}</b> ${row.detail}</p>
            ${row.chips.length === 0 ? nothing : html`<p class="chips">${row.chips.map((chip) => html`<code class="chip">${chip}</code>`)}</p>`}
            ${row.parameters.length === 0 ? nothing : parameters(row.parameters)}
          </div>
        </li>
      `,
    )}
  </ol>
`;

const parameters = (pairs) => html`
  <details class="parameters">
    <summary>${pairs.length === 1 ? '1 parameter' : `${pairs.length} parameters`}</summary>
    <dl>
      ${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}
    </dl>
  </details>
`;

const waiting = (call) => html`
  <p class="event event-now">
    <span class="event-time"></span><span class="event-dot" data-kind="now"></span>
    <span class="event-line">${stateWord(call)}</span>
  </p>
`;

function tryNext(state, act) {
  const chips = suggestions(state.phone, state.directory?.business ?? []);
  if (chips.length === 0) return nothing;
  return html`
    <footer class="try">
      <h3 class="try-title">Try next</h3>
      <div class="try-chips">
        ${chips.map((chip) => html`<button type="button" class="try-chip" @click=${() => act.follow(chip.act)}>${icon(chip.icon)} ${chip.label}</button>`)}
      </div>
    </footer>
  `;
}
