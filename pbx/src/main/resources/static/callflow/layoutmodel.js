/** Sizes in pixels of a text size of 16; they grow with it. */
export const CARD = { width: 216, height: 76 };
const ACROSS = { breadth: 16, depth: 40 };
const COLUMN = 40;
const NEXT = 26;
const SIBLING = 14;
const ROOTS_APART = 20;
const BEND = 10;

/**
 * Where the places of a call flow are drawn: branches beside each other and steps from top to bottom while that is not wider than the
 * room there is. Else every choice opens a column of its own and steps go down in it, so that forty places are a page to scroll and no
 * wall to walk along.
 *
 * @param {import('./planmodel.js').Vertex[]} roots
 * @param {number} room how wide the picture may be
 * @returns {{columns: boolean, width: number, height: number, boxes: Map<string, {x: number, y: number}>, lines: {path: string, d: string}[]}}
 */
export function layout(roots, room) {
  const across = placed(roots, spread);
  return across.width <= room ? { columns: false, ...across } : { columns: true, ...placed(roots, stack) };
}

function placed(roots, place) {
  const boxes = new Map();
  let free = 0;
  for (const root of roots) free = place(root, 0, free, boxes) + ROOTS_APART;
  return { ...extent(boxes), boxes, lines: roots.flatMap((root) => linesOf(root, boxes, place === stack)) };
}

/** Gives every leaf a column of its own, and everybody else the middle of their children. @returns where the next one is free */
function spread(vertex, depth, free, boxes) {
  let next = free;
  for (const child of vertex.children) next = spread(child, depth + 1, next, boxes);
  const [first, last] = [vertex.children.at(0), vertex.children.at(-1)].map((child) => boxes.get(child?.path)?.x ?? free);
  boxes.set(vertex.path, { x: (first + last) / 2, y: depth * (CARD.height + ACROSS.depth) });
  return vertex.children.length > 0 ? next : free + CARD.width + ACROSS.breadth;
}

/** An only child stands beneath, several in the next column, the first of them beside their parent. @returns where the next row is free */
function stack(vertex, column, top, boxes) {
  boxes.set(vertex.path, { x: column * (CARD.width + COLUMN), y: top });
  const beneath = top + CARD.height;
  if (vertex.children.length === 1) return stack(vertex.children[0], column, beneath + NEXT, boxes);
  let next = top;
  for (const child of vertex.children) next = stack(child, column + 1, next, boxes);
  return Math.max(beneath + SIBLING, next);
}

function extent(boxes) {
  const all = [...boxes.values()];
  return { width: Math.max(0, ...all.map(({ x }) => x + CARD.width)), height: Math.max(0, ...all.map(({ y }) => y + CARD.height)) };
}

function linesOf(vertex, boxes, columns) {
  const from = boxes.get(vertex.path);
  const line = columns && vertex.children.length > 1 ? sideways : down;
  return vertex.children.flatMap((child) => [{ path: child.path, d: line(from, boxes.get(child.path)) }, ...linesOf(child, boxes, columns)]);
}

function down(from, to) {
  const [x1, y1] = [from.x + CARD.width / 2, from.y + CARD.height];
  const [x2, y2] = [to.x + CARD.width / 2, to.y];
  if (x1 === x2) return `M${x1} ${y1}V${y2}`;
  const [half, bend, way] = [(y1 + y2) / 2, Math.min(BEND, Math.abs(x2 - x1) / 2), Math.sign(x2 - x1)];
  return `M${x1} ${y1}V${half - bend}Q${x1} ${half} ${x1 + way * bend} ${half}H${x2 - way * bend}Q${x2} ${half} ${x2} ${half + bend}V${y2}`;
}

function sideways(from, to) {
  const [x1, y1] = [from.x + CARD.width, from.y + CARD.height / 2];
  const [x2, y2] = [to.x, to.y + CARD.height / 2];
  if (y1 === y2) return `M${x1} ${y1}H${x2}`;
  const [half, bend, way] = [x2 - COLUMN / 2, Math.min(BEND, Math.abs(y2 - y1) / 2), Math.sign(y2 - y1)];
  return `M${x1} ${y1}H${half - bend}Q${half} ${y1} ${half} ${y1 + way * bend}V${y2 - way * bend}Q${half} ${y2} ${half + bend} ${y2}H${x2}`;
}
