import { html, svg } from '../lib/html.js';
import { hour, number } from '../lib/format.js';
import { heat, heatSentence, WEEKDAYS } from './model.js';

const LEFT = 38;
const CELL = 27;
const ROW = 24;
const HOURS = Array.from({ length: 24 }, (_, each) => each);

/** Weekdays and hours as a picture with a sentence, or the same figures as a table. @param {{cells: any[], key: string, asTable: boolean}} map */
export const heatMap = ({ cells, key, asTable }) => (asTable ? table(cells, key) : picture(cells, key));

const picture = (cells, key) => html`
  <svg class="analytics-heat" role="img" aria-label=${heatSentence(cells, key)} viewBox="0 0 ${LEFT + 24 * CELL} ${7 * ROW + 22}">
    ${heat(cells, key).map(
      (day, row) => svg`
        <text class="chart-tick" x="0" y=${row * ROW + 16}>${day.name.slice(0, 3)}</text>
        ${day.cells.map(
          (cell) => svg`<rect class="analytics-shade analytics-shade-${cell.shade} analytics-of-${key}" x=${LEFT + cell.hour * CELL} y=${row * ROW} width=${CELL - 3} height=${ROW - 3} rx="4"></rect>`,
        )}`,
    )}
    ${[0, 3, 6, 9, 12, 15, 18, 21].map(
      (each) => svg`<text class="chart-tick" x=${LEFT + each * CELL} y=${7 * ROW + 16}>${hour(each)}</text>`,
    )}
  </svg>
`;

const table = (cells, key) => html`
  <div class="analytics-wide" tabindex="0" role="region" aria-label="Calls by weekday and hour">
    <table class="chart-table">
      <caption class="unseen">Calls by weekday and hour</caption>
      <thead>
        <tr>
          <th scope="col">Hour</th>
          ${WEEKDAYS.map((name) => html`<th scope="col">${name.slice(0, 3)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${HOURS.map(
          (each) => html`
            <tr>
              <th scope="row">${hour(each)}</th>
              ${heat(cells, key).map((day) => html`<td>${number(day.cells[each].value)}</td>`)}
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`;
