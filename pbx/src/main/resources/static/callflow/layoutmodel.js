/** Sizes in pixels of a text size of 16; they grow with it. */
export const CARD = { width: 216, height: 76 };
const UNDER = { breadth: 16, depth: 40 };
const BESIDE = { breadth: 12, depth: 44 };
const ROOTS_APART = 20;
const BEND = 10;

/**
 * Where the places of a call flow are drawn: from top to bottom while that is not wider than the room there is, and else from left to
 * right, where forty places are a page to scroll and no wall to walk along.
 *
 * @param {import('./planmodel.js').Vertex[]} roots
 * @param {number} room how wide the picture may be
 * @returns {{beside: boolean, width: number, height: number, boxes: Map<string, {x: number, y: number}>, lines: {path: string, d: string}[]}}
 */
export function layout(roots, room) {
  const under = placed(roots, false);
  return under.width <= room ? under : placed(roots, true);
}

function placed(roots, beside) {
  const gap = beside ? BESIDE : UNDER;
  const step = { breadth: (beside ? CARD.height : CARD.width) + gap.breadth, depth: (beside ? CARD.width : CARD.height) + gap.depth };
  const spots = new Map();
  let free = 0;
  for (const root of roots) free = spread(root, 0, free, step, beside, spots) + ROOTS_APART;
  const boxes = new Map([...spots].map(([path, { along, down }]) => [path, beside ? { x: down, y: along } : { x: along, y: down }]));
  return { beside, ...extent(boxes), boxes, lines: roots.flatMap((root) => linesOf(root, boxes, beside)) };
}

/** Gives every leaf a row of its own, and everybody else the middle of their children. @returns where the next row is free */
function spread(vertex, depth, free, step, beside, spots) {
  let next = free;
  for (const child of vertex.children) next = spread(child, depth + 1, next, step, beside, spots);
  const [first, last] = [vertex.children.at(0), vertex.children.at(-1)].map((child) => spots.get(child?.path)?.along ?? free);
  // Beside each other, the first child goes straight on: a long list is read from its top.
  spots.set(vertex.path, { along: beside ? first : (first + last) / 2, down: depth * step.depth });
  return vertex.children.length > 0 ? next : free + step.breadth;
}

function extent(boxes) {
  const all = [...boxes.values()];
  return { width: Math.max(0, ...all.map(({ x }) => x + CARD.width)), height: Math.max(0, ...all.map(({ y }) => y + CARD.height)) };
}

function linesOf(vertex, boxes, beside) {
  const from = boxes.get(vertex.path);
  return vertex.children.flatMap((child) => [
    { path: child.path, d: beside ? sideways(from, boxes.get(child.path)) : down(from, boxes.get(child.path)) },
    ...linesOf(child, boxes, beside),
  ]);
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
  const [half, bend, way] = [(x1 + x2) / 2, Math.min(BEND, Math.abs(y2 - y1) / 2), Math.sign(y2 - y1)];
  return `M${x1} ${y1}H${half - bend}Q${half} ${y1} ${half} ${y1 + way * bend}V${y2 - way * bend}Q${half} ${y2} ${half + bend} ${y2}H${x2}`;
}
