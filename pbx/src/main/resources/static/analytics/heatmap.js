import { html, svg } from '../lib/html.js';
import { hour, number } from '../lib/format.js';
import { drawing } from '../components/chart/chart.js';
import { heat, heatFrame, heatSentence, WEEKDAYS } from './model.js';

const HOURS = Array.from({ length: 24 }, (_, each) => each);

/** Weekdays and hours as a picture with a sentence, or the same figures as a table. @param {{cells: any[], key: string, asTable: boolean}} map */
export const heatMap = ({ cells, key, asTable }) =>
  asTable ? table(cells, key) : drawing((width) => picture(cells, key, heatFrame(width)));

const picture = (cells, key, { left, cell: wide, row: tall, gap, every }) => html`
  <svg class="chart-picture" role="img" aria-label=${heatSentence(cells, key)} viewBox="0 0 ${left + 24 * wide} ${7 * tall + 22}">
    ${heat(cells, key).map(
      (day, row) => svg`
        <text class="chart-tick" x="0" y=${row * tall + (tall - gap) / 2 + 4}>${day.name.slice(0, 3)}</text>
        ${day.cells.map(
          (cell) => svg`<rect class="analytics-shade analytics-shade-${cell.shade} analytics-of-${key}" x=${left + cell.hour * wide} y=${row * tall} width=${wide - gap} height=${tall - gap} rx=${gap + 1}></rect>`,
        )}`,
    )}
    ${HOURS.filter((each) => each % every === 0).map(
      (each) => svg`<text class="chart-tick" x=${left + each * wide} y=${7 * tall + 16}>${hour(each)}</text>`,
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
