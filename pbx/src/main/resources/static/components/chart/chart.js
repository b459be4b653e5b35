import { html, svg } from '../../lib/html.js';
import { number } from '../../lib/format.js';
import { stylesheet } from '../../lib/styles.js';
import { barLabels, barPath, sparkPath, stack, totals } from './model.js';

stylesheet('./chart.css', import.meta.url);

const LEFT = 30;
const WIDE = { width: 700, plane: 222, bar: 28, labels: 10 };
const NARROW = { width: 346, plane: 150, bar: 15, labels: 5 };
const small = matchMedia('(width < 760px)');

/**
 * Stacked bars as a picture with a sentence, or the same figures as a table.
 *
 * @param {{columns: {label: string, values: Record<string, number>}[], series: {key: string, label: string}[],
 *   sentence: string, caption: string, asTable: boolean, first?: string}} chart
 *   `first` names the column that says when, in the table
 */
export const barChart = (chart) => (chart.asTable ? table(chart) : picture(chart));

function picture({ columns, series, sentence }) {
  const { width, plane, bar, labels } = small.matches ? NARROW : WIDE;
  const barWidth = Math.min(bar, ((width - LEFT) / columns.length) * 0.72);
  const { bars, lines } = stack(columns, series, { width: width - LEFT, height: plane, barWidth });
  const shown = barLabels(bars, { width: width - LEFT, most: labels });
  return html`
    <svg class="chart" role="img" aria-label=${sentence} viewBox="0 0 ${width} ${plane + 40}">
      <g transform="translate(0 10)">
        ${lines.map(
          ({ value, y }) => svg`
            <line class="chart-line" x1=${LEFT} x2=${width} y1=${y} y2=${y}></line>
            <text class="chart-tick chart-tick-value" x=${LEFT - 10} y=${y + 4}>${number(value)}</text>`,
        )}
        <g transform="translate(${LEFT} 0)">
          ${bars.map(
            (each) => svg`${each.parts.map(
              (part) => svg`<path class="chart-part chart-${part.key}" d=${barPath({
                x: each.x,
                y: part.y,
                width: barWidth,
                height: part.height,
                rounded: part.last,
              })}></path>`,
            )}`,
          )}
          ${shown.map(({ text, x }) => svg`<text class="chart-tick chart-tick-hour" x=${x} y=${plane + 22}>${text}</text>`)}
        </g>
      </g>
    </svg>
  `;
}

const table = ({ columns, series, caption, first = 'Hour' }) => html`
  <table class="chart-table">
    <caption class="unseen">${caption}</caption>
    <thead>
      <tr>
        <th scope="col">${first}</th>
        ${series.map(({ label }) => html`<th scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${columns.map(
        (column) => html`
          <tr>
            <th scope="row">${column.label}</th>
            ${series.map(({ key }) => html`<td>${number(column.values[key])}</td>`)}
          </tr>
        `,
      )}
    </tbody>
  </table>
`;

/** What the colours mean, with the sum of each. */
export function legend(columns, series) {
  const sums = totals(columns, series);
  return html`
    <ul class="chart-legend sub">
      ${series.map(
        ({ key, label }) => html`
          <li class="chart-key">
            <span class="chart-swatch chart-${key}"></span><span class="muted">${label}</span>
            <strong>${number(sums[key])}</strong>
          </li>
        `,
      )}
    </ul>
  `;
}

/** A small line without axes; decoration beside a figure that says it. */
export function sparkline(values, tone) {
  const { line, end } = sparkPath(values, { width: 100, height: 34 });
  return html`
    <svg class="chart-spark chart-spark-${tone}" viewBox="0 0 100 34" aria-hidden="true">
      <path class="chart-spark-area" d="${line}L97 34L3 34Z"></path>
      <path class="chart-spark-line" d=${line}></path>
      <circle class="chart-spark-end" cx=${end[0]} cy=${end[1]} r="2.6"></circle>
    </svg>
  `;
}
