import { html, nothing } from '../lib/html.js';
import { number } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';

/** A card with a heading, and something to press beside it. */
export const card = ({ id, title, action = nothing, content }) => html`
  <section class="analytics-card card" aria-labelledby=${id}>
    <div class="analytics-head">
      <h3 class="title-3" id=${id}>${title}</h3>
      ${action}
    </div>
    ${content}
  </section>
`;

/** A part of the page, with its figures as a file. */
export const part = ({ id, title, file, content }) => html`
  <section class="analytics-part" aria-labelledby=${id}>
    <div class="analytics-head">
      <h2 class="title-2" id=${id}>${title}</h2>
      ${may('admin')
        ? html`<a class="button button-plain analytics-file" href=${file} download>${icon('download')}CSV<span class="unseen"> of ${title}</span></a>`
        : nothing}
    </div>
    ${content}
  </section>
`;

/** One figure, what it means, and how it was before. */
export const tile = ({ name, figure, text = nothing, before = '' }) => html`
  <div class="analytics-tile card">
    <p class="callout muted">${name}</p>
    <p class="analytics-figure digits">${typeof figure === 'number' ? number(figure) : figure}</p>
    <p class="sub muted">${text}</p>
    ${before ? html`<p class="sub muted">${before}</p>` : nothing}
  </div>
`;

/** Between chart and table. */
export const flipper = (view, name, what) => html`
  <button class="button button-plain analytics-flip" type="button" @click=${() => view.flip(name)}>
    ${view.asTable(name) ? 'Show as Chart' : 'Show as Table'}<span class="unseen"> for ${what}</span>
  </button>
`;

/** Rows of figures. @param {{caption: string, columns: string[], rows: unknown[][]}} those whose first cell names the row */
export const figures = ({ caption, columns, rows }) => html`
  <div class="analytics-wide" tabindex="0" role="region" aria-label="${caption}, as a table">
    <table class="chart-table analytics-table">
      <caption class="unseen">${caption}</caption>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) => html`
            <tr>
              <th scope="row" dir="auto">${name}</th>
              ${cells.map((cell) => html`<td>${typeof cell === 'number' ? number(cell) : cell}</td>`)}
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`;
