import { html, svg } from '../lib.js';

/** @param {string} name a symbol of icons.svg */
export const icon = (name) =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href="icons.svg#${name}"></use></svg>`;

/** A round control of the call screen: the name under it is its accessible name. */
export const roundControl = ({ name, label, on, act, disabled = false }) => html`
  <button type="button" class="control" aria-pressed=${on} ?disabled=${disabled} @click=${act}>
    <span class="control-face">${icon(name)}</span>
    <span class="control-label">${label}</span>
  </button>
`;

/** @param {string} name @param {string} [kind] */
export const avatar = (name, kind = '') => html`<span class="avatar ${kind}" aria-hidden="true">${icon(name)}</span>`;

const BAR = 6;
const TALL = 44;

/** One's own voice over the last seconds. @param {number[]} levels 0 to 1 @param {number} count bars */
export function meter(levels, count) {
  const shown = [...Array(Math.max(0, count - levels.length)).fill(0), ...levels.slice(-count)];
  return html`<svg class="meter" viewBox="0 0 ${count * BAR} ${TALL}" role="img" aria-label="Level of your voice">
    ${shown.map((level, i) => bar(level, i))}
  </svg>`;
}

function bar(level, i) {
  const height = 4 + level * (TALL - 4);
  return svg`<rect x=${i * BAR + 1.25} y=${(TALL - height) / 2} width="3.5" height=${height} rx="1.75"></rect>`;
}

/** An empty list: what belongs here, in one sentence. */
export const empty = (name, title, sentence) => html`
  <div class="empty">
    ${icon(name)}
    <h3 class="empty-title">${title}</h3>
    <p class="empty-sentence">${sentence}</p>
  </div>
`;
