const OVERSCAN = 8;

/**
 * Which rows of a long list are worth having in the page.
 *
 * @param {{count: number, rowHeight: number, scrollTop: number, viewHeight: number}} view
 * @returns {{first: number, last: number, height: number}} rows `first` up to but not including `last`
 */
export function visibleRows({ count, rowHeight, scrollTop, viewHeight }) {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN);
  return { first: Math.min(first, count), last, height: count * rowHeight };
}

/**
 * How many rows further down the row at `index` stands by now; none when it is gone.
 *
 * @param {{id: string}[]} before @param {{id: string}[]} after
 */
export function movedBy(before, after, index) {
  const id = before[index]?.id;
  if (id === undefined || after[index]?.id === id) return 0;
  const now = after.findIndex((item) => item.id === id);
  return now < 0 ? 0 : now - index;
}

/** How far to scroll so that a row is in sight, or null when it is already. */
export function scrollFor(index, { rowHeight, scrollTop, viewHeight }) {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + viewHeight) return top + rowHeight - viewHeight;
  return null;
}
