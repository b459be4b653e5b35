/** The places that a call passes, in order, from the door at which it comes in. @param {{to: string, steps: any[]}} explained */
export function placesOf({ to, steps }, plan) {
  const turned = steps[0]?.rules.some(({ place }) => place === 'callers');
  const door = turned ? 'callers' : plan.numbers[to] ? to : 'main';
  const on = steps.flatMap(({ rules, place }) => [...rules.map((rule) => rule.place), ...(place ? [place] : [])]);
  return [door, ...on.filter((place) => place !== 'callers')];
}

/**
 * What is lit in the picture.
 *
 * @param {import('./planmodel.js').Vertex[]} roots
 * @param {string[]} places of {@link placesOf}
 * @param {boolean} direct whether the number rings its own extension
 * @returns {Set<string>} paths of vertices
 */
export function lit(roots, places, direct) {
  const all = roots.flatMap(flat);
  const found = new Set();
  let here = (direct && roots.find(({ id }) => id === 'direct')) || roots.find(({ id }) => id === places[0]);
  if (here) found.add(here.path);
  for (const place of places.slice(1)) {
    if (here && isAt(here, place)) continue;
    const next = here?.children.find((child) => isAt(child, place)) ?? dialled(here, place) ?? all.find((each) => !each.again && isAt(each, place));
    if (!next) continue;
    found.add(next.path);
    here = next.again ? (all.find((each) => !each.again && each.id === next.id) ?? next) : next;
    found.add(here.path);
  }
  return found;
}

const flat = (vertex) => [vertex, ...vertex.children.flatMap(flat)];

const isAt = (vertex, place) => vertex.id === place || vertex.alias === place;

/** Whoever dials an extension comes to it by the card of all. */
const dialled = (vertex, place) => (/^ext-\d/.test(place) ? vertex?.children.find(({ id }) => id === 'people') : undefined);

/** "17:05" for a slider's 1025 minutes. */
export const clockOf = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The minutes since midnight in "2026-11-24T08:30". */
export const minutesOf = (wall) => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** Keys as somebody types them, "1, 2 0", for the API. */
export const keysOf = (typed) => typed.split(/[\s,]+/).filter(Boolean).join(',');
