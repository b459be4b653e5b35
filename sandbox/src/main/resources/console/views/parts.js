import { html, nothing } from '../../phone/lib.js';
import { tone, words } from '../model/show.js';

/** @param {string} name a symbol of the phone's sprite */
export const icon = (name) => html`<svg class="icon" aria-hidden="true" focusable="false"><use href="../phone/icons.svg#${name}"></use></svg>`;

/** An empty list: what belongs here, in one sentence. */
export const empty = (name, title, sentence) => html`
  <div class="empty">
    ${icon(name)}
    <h3 class="empty-title">${title}</h3>
    <p>${sentence}</p>
  </div>
`;

export const status = (text) => html`<span class="status" data-tone=${tone(text)}>${words(text)}</span>`;

/** What a control's answer shows: nothing yet, not there, empty, or its rows. */
export function answered(answer, rows, nobody, shown) {
  if (answer === undefined) return html`<p class="loading" role="status">Loading…</p>`;
  if (answer === null) return empty('offline', 'Not available', 'This sandbox has no such control.');
  return rows(answer).length === 0 ? nobody : shown(rows(answer));
}

/** A titled card. */
export const card = (title, body, aside = nothing) => html`
  <section class="card" aria-label=${title}>
    <header class="card-header"><h3 class="card-title">${title}</h3>${aside}</header>
    ${body}
  </section>
`;

/** Pairs of names and values. @param {Array<[string, unknown]>} pairs */
export const facts = (pairs) => html`
  <dl class="facts">
    ${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}
  </dl>
`;
