/** How far from the end still counts as being there, in pixels. */
export const NEAR_END = 100;

const BLOCK = 512;
/** So many rows at the end may have become others; more, and the list counts as another. */
const TAIL = 100;

/** @typedef {{id: string, serial: number}} Mark a row, wherever it has gone since */

/**
 * Where the rows of a long list stand whose heights are only known once they were seen. They are summed in blocks, so that
 * neither measuring one of 100,000 rows nor adding some at either end touches the others.
 */
export class Heights {
  #estimate;
  /** @type {{ids: string[], heights: number[], sum: number}[]} */
  #blocks = [];
  #count = 0;
  #total = 0;
  /** How many rows came before the one that was first at first. */
  #before = 0;
  #measured = new Map();

  /** @param {(item: any) => number} estimate the height of a row nobody has seen */
  constructor(estimate) {
    this.#estimate = estimate;
  }

  get count() {
    return this.#count;
  }

  get total() {
    return this.#total;
  }

  /** Takes the list as it is now; what was measured stays known. @param {{id: string}[]} items */
  take(items) {
    const start = this.#startIn(items);
    if (start < 0 || !this.#dropTail(items, start)) this.#clear();
    else this.#add(items.slice(0, start), true);
    this.#add(items.slice(this.#count), false);
  }

  /** Forgets all measures, because the rows have another width now. @param {{id: string}[]} items */
  forget(items) {
    this.#measured.clear();
    this.#clear();
    this.#add(items, false);
  }

  /** Where the row that is first here is in a list; -1 when that is not easily told. */
  #startIn(items) {
    if (this.#count === 0) return -1;
    const first = this.#blocks[0].ids[0];
    const more = items.length - this.#count;
    const likely = [0, more, ...Array.from({ length: 8 }, (_, index) => more + Math.floor(index / 2 + 1) * (index % 2 ? 1 : -1))];
    return likely.find((index) => items[index]?.id === first) ?? -1;
  }

  /** Drops rows at the end that are others in a list, of which the first here is at `start`. False when they are too many. */
  #dropTail(items, start) {
    for (let dropped = 0; dropped <= TAIL; dropped++) {
      if (this.#count === 0) return false;
      const last = this.#blocks.at(-1);
      if (items[start + this.#count - 1]?.id === last.ids.at(-1)) return true;
      last.ids.pop();
      this.#change(last, -last.heights.pop());
      this.#count -= 1;
      if (last.ids.length === 0) this.#blocks.pop();
    }
    return false;
  }

  #clear() {
    this.#blocks = [];
    this.#count = 0;
    this.#total = 0;
    this.#before = 0;
  }

  #add(items, atStart) {
    const blocks = [];
    for (let from = 0; from < items.length; from += BLOCK) {
      const part = items.slice(from, from + BLOCK);
      const heights = part.map((item) => this.#measured.get(item.id) ?? this.#estimate(item));
      blocks.push({ ids: part.map((item) => item.id), heights, sum: heights.reduce((all, each) => all + each, 0) });
    }
    this.#blocks = atStart ? [...blocks, ...this.#blocks] : [...this.#blocks, ...blocks];
    this.#count += items.length;
    this.#total += blocks.reduce((all, { sum }) => all + sum, 0);
    if (atStart) this.#before += items.length;
  }

  #change(block, by) {
    block.sum += by;
    this.#total += by;
  }

  /** The block of a row and its place therein. */
  #place(index) {
    let at = index;
    for (const block of this.#blocks) {
      if (at < block.ids.length) return { block, at };
      at -= block.ids.length;
    }
    return null;
  }

  /** @returns {Mark} */
  mark(index) {
    const { block, at } = this.#place(index);
    return { id: block.ids[at], serial: index - this.#before };
  }

  /** Where a marked row is now, or -1. @param {Mark | null} mark */
  find(mark) {
    if (!mark) return -1;
    const expected = this.#place(mark.serial + this.#before);
    if (mark.serial + this.#before >= 0 && expected?.block.ids[expected.at] === mark.id) return mark.serial + this.#before;
    let from = 0;
    for (const { ids } of this.#blocks) {
      const at = ids.indexOf(mark.id);
      if (at >= 0) return from + at;
      from += ids.length;
    }
    return -1;
  }

  /** Whether that was news. @param {Mark} mark */
  measured(mark, height) {
    const found = this.#place(this.find(mark));
    if (!found || Math.abs(found.block.heights[found.at] - height) < 0.01) return false;
    this.#measured.set(mark.id, height);
    this.#change(found.block, height - found.block.heights[found.at]);
    found.block.heights[found.at] = height;
    return true;
  }

  /** The sum of the heights of all rows before this one. */
  top(index) {
    let sum = 0;
    let rest = Math.min(index, this.#count);
    for (const block of this.#blocks) {
      if (rest < block.ids.length) return block.heights.slice(0, rest).reduce((all, each) => all + each, sum);
      sum += block.sum;
      rest -= block.ids.length;
    }
    return sum;
  }

  /** The row at a distance from the top; the first or last beyond the ends. */
  at(y) {
    let [index, rest] = [0, y];
    for (const block of this.#blocks) {
      if (rest < block.sum) return index + rowAt(block, rest);
      rest -= block.sum;
      index += block.ids.length;
    }
    return Math.max(0, this.#count - 1);
  }

  /**
   * Which rows are worth having in the page, and how high those before and after are together.
   *
   * @param {{scrollTop: number, viewHeight: number, margin?: number}} view
   */
  shown({ scrollTop, viewHeight, margin = 800 }) {
    if (this.#count === 0) return { first: 0, last: 0, before: 0, after: 0 };
    const first = this.at(Math.max(0, scrollTop - margin));
    const last = this.at(scrollTop + viewHeight + margin) + 1;
    return { first, last, before: this.top(first), after: Math.max(0, this.#total - this.top(last)) };
  }

  /** What the reader looks at: the end (null), or a row and how far it lies above the upper edge. */
  anchor({ scrollTop, viewHeight }) {
    if (this.#count === 0 || this.#total - scrollTop - viewHeight < NEAR_END) return null;
    const index = this.at(scrollTop);
    return { ...this.mark(index), above: scrollTop - this.top(index) };
  }

  /** Where to scroll so that the reader still looks at the same. @param {(Mark & {above: number}) | null} anchor null is the end */
  scrollTop(anchor, viewHeight) {
    const end = Math.max(0, this.#total - viewHeight);
    const index = this.find(anchor);
    return index < 0 ? end : Math.min(end, this.top(index) + anchor.above);
  }

  /** How many rows came after the one that was last. @param {Mark | null} mark */
  since(mark) {
    const index = this.find(mark);
    return index < 0 ? 0 : this.#count - 1 - index;
  }
}

function rowAt({ heights }, y) {
  let rest = y;
  for (const [index, height] of heights.entries()) {
    if (rest < height) return index;
    rest -= height;
  }
  return heights.length - 1;
}
