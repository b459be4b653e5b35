/** @typedef {{key: string, label: string}} Series */

const NARROW = 500;

/** How bars stand in a chart so many pixels wide: room at the left for figures, the plane's height, a bar's width, the most labels. */
export function frameOf(width, bars) {
  const left = 30;
  const [plane, labels, widest] = width < NARROW ? [150, 5, 15] : [222, 10, width / 25];
  return { left, plane, labels, barWidth: Math.min(widest, ((width - left) / bars) * 0.72) };
}

/** A round top for an axis that must reach `highest`, divisible by three so that the lines are whole numbers. */
export function axisTop(highest) {
  const steps = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50];
  for (let scale = 1; ; scale *= 10) {
    const step = steps.find((candidate) => candidate * scale * 3 >= highest);
    if (step) return step * scale * 3;
  }
}

/**
 * Stacked bars on a plane of `width` × `height`, measured from the top left.
 *
 * @param {{label: string, values: Record<string, number>}[]} columns
 * @param {Series[]} series from the bottom of a bar to its top
 */
export function stack(columns, series, { width, height, barWidth }) {
  const top = axisTop(Math.max(0, ...columns.map((column) => sum(column, series))));
  const pitch = width / columns.length;
  const bars = columns.map((column, index) => {
    let floor = height;
    const parts = series
      .filter(({ key }) => column.values[key] > 0)
      .map(({ key }, place, all) => {
        const tall = (column.values[key] / top) * height;
        floor -= tall;
        return { key, y: floor, height: tall, last: place === all.length - 1 };
      });
    return { x: pitch * index + (pitch - barWidth) / 2, middle: pitch * (index + 0.5), label: column.label, parts };
  });
  const lines = [0, 1, 2, 3].map((line) => ({ value: (top / 3) * line, y: height - (height / 3) * line }));
  return { top, bars, lines };
}

/** Of a letter of a label, on average. */
const LETTER = 6.7;
const BETWEEN_LABELS = 8;

const wide = (text) => text.length * LETTER;

/**
 * Labels under some of the bars: so many that none meets the next, at most `most`, each in the middle of its bar unless it would reach
 * beyond the plane there.
 *
 * @param {{middle: number, label: string}[]} bars
 */
export function barLabels(bars, { width, most }) {
  const longest = Math.max(...bars.map(({ label }) => wide(label)));
  const fitting = Math.max(1, Math.min(most, Math.floor(width / (longest + BETWEEN_LABELS))));
  const every = Math.ceil(bars.length / fitting);
  return bars
    .filter((bar, index) => index % every === 0)
    .map(({ middle, label }) => ({ text: label, x: Math.max(wide(label) / 2, Math.min(middle, width - wide(label) / 2)) }));
}

const sum = (column, series) => series.reduce((total, { key }) => total + column.values[key], 0);

/** Totals of each series over all columns. */
export const totals = (columns, series) =>
  Object.fromEntries(series.map(({ key }) => [key, columns.reduce((total, column) => total + column.values[key], 0)]));

/** A line through `values` on a plane, as the path of an SVG. */
export function sparkPath(values, { width, height, inset = 3 }) {
  const high = Math.max(1, ...values);
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const points = values.map((value, index) => [
    round(inset + step * index),
    round(height - inset - (value / high) * (height - 2 * inset)),
  ]);
  return { line: `M${points.map((point) => point.join(' ')).join('L')}`, end: points.at(-1) };
}

/** The outline of a bar's part; the topmost has rounded shoulders. */
export function barPath({ x, y, width, height, rounded }) {
  const r = rounded ? Math.min(5, height, width / 2) : 0;
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(round);
  return `M${left} ${bottom}V${round(top + r)}Q${left} ${top} ${round(left + r)} ${top}H${round(right - r)}Q${right} ${top} ${right} ${round(top + r)}V${bottom}Z`;
}

const round = (number) => Math.round(number * 10) / 10;
