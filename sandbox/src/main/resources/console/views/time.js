import { html } from '../../phone/lib.js';
import { KINDS } from '../model/needs.js';
import { showDay } from '../model/show.js';
import { card, empty, facts } from './parts.js';

const SPEEDS = [1, 10, 100, 1000];
const STEPS = [
  [1, '1 second'],
  [60, '1 minute'],
  [3600, '1 hour'],
  [86400, '1 day'],
];

/** @param {any} state @param {any} act */
export const timeView = ({ data }, act) => html`
  ${card('Clock', data.time ? clock(data.time, act) : empty('clock', data.time === null ? 'Not available' : 'Loading…', 'The clock of this sandbox cannot be read here.'))}
  ${card('Ledger', html`<ul class="tiles">${Object.entries(KINDS).map(([kind, label]) => tile(label, data[`ledger ${kind}`]))}</ul>`)}
`;

const clock = (time, act) => html`
  ${facts([['Carrier time', showDay(time.now)], ['Mode', time.mode === 'stepped' ? 'Moved by hand' : 'Runs by itself'], ['Speed', `${time.speed} ×`]])}
  <div class="controls" role="group" aria-label="Speed">
    ${SPEEDS.map((speed) => html`<button type="button" class="button" aria-pressed=${time.mode === 'running' && time.speed === speed} @click=${() => act.setTime({ mode: 'running', speed })}>${speed} ×</button>`)}
    <button type="button" class="button" aria-pressed=${time.mode === 'stepped'} @click=${() => act.setTime({ mode: 'stepped' })}>By hand</button>
  </div>
  <div class="controls" role="group" aria-label="Move the clock">
    ${STEPS.map(([seconds, label]) => html`<button type="button" class="button" ?disabled=${time.mode !== 'stepped'} @click=${() => act.advance(seconds)}>+ ${label}</button>`)}
  </div>
  <p class="note">By hand, nothing happens until the clock is moved; then everything that is due happens in order.</p>
`;

function tile(label, answer) {
  const count = answer?.entries.length;
  return html`<li><div class="tile"><b>${count === undefined ? '–' : count === 1000 ? '1000+' : count}</b><span>${label}</span></div></li>`;
}
