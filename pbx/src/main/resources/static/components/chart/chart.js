import { html, render, svg } from '../../lib/html.js';
import { number } from '../../lib/format.js';
import { stylesheet } from '../../lib/styles.js';
import { barLabels, barPath, frameOf, sparkPath, stack, totals } from './model.js';

stylesheet('./chart.css', import.meta.url);

/**
 * Stacked bars as a picture with a sentence, or the same figures as a table.
 *
 * @param {{columns: {label: string, values: Record<string, number>}[], series: {key: string, label: string}[],
 *   sentence: string, caption: string, asTable: boolean, first?: string}} chart
 *   `first` names the column that says when, in the table
 */
export const barChart = (chart) => (chart.asTable ? table(chart) : drawing((width) => picture(chart, width)));

function picture({ columns, series, sentence }, width) {
  const { left, plane, barWidth, labels } = frameOf(width, columns.length);
  const { bars, lines } = stack(columns, series, { width: width - left, height: plane, barWidth });
  const shown = barLabels(bars, { width: width - left, most: labels });
  return html`
    <svg class="chart-picture" role="img" aria-label=${sentence} viewBox="0 0 ${width} ${plane + 40}">
      <g transform="translate(0 10)">
        ${lines.map(
          ({ value, y }) => svg`
            <line class="chart-line" x1=${left} x2=${width} y1=${y} y2=${y}></line>
            <text class="chart-tick chart-tick-value" x=${left - 10} y=${y + 4}>${number(value)}</text>`,
        )}
        <g transform="translate(${left} 0)">
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

/**
 * A picture drawn for the width it has, in pixels, and drawn anew when that changes: one that is scaled would scale its words too. Its
 * `draw` is asked for a template by width.
 */
class Drawing extends HTMLElement {
  #draw = null;
  #width = 0;
  // In the next frame: a picture that grows while sizes are still being told would be told of itself.
  #watcher = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));

  /** @param {(width: number) => unknown} draw */
  set draw(draw) {
    this.#draw = draw;
    this.#paint();
  }

  connectedCallback() {
    this.#watcher.observe(this);
    this.#fit();
  }

  disconnectedCallback() {
    this.#watcher.disconnect();
  }

  #fit() {
    const width = Math.round(this.clientWidth);
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.#paint();
  }

  #paint() {
    if (this.#draw && this.#width > 0) render(this.#draw(this.#width), this);
  }
}

customElements.define('pbx-drawing', Drawing);

/** @param {(width: number) => unknown} draw a template for so many pixels, one of which is a unit of its SVG */
export const drawing = (draw) => html`<pbx-drawing class="chart" .draw=${draw}></pbx-drawing>`;
