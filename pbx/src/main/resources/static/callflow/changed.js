import { html } from '../lib/html.js';
import { changes } from './editmodel.js';
import { KINDS, LANGUAGES, nameOf, nodeAt, noteOf, STRATEGIES, titleOf, weekWords } from './planmodel.js';
import { CALLERS, FIELDS, NUMBER, RULES, said, SCHEDULE } from './specmodel.js';

/** What became of a plan, in words, place by place. */
export function changed(before, after, world) {
  const all = changes(before, after);
  if (all.length === 0) return html`<p class="callout muted">Nothing differs.</p>`;
  return html`<ul class="callflow-changes">${all.map((change) => row(describe(change, before, after, world)))}</ul>`;
}

const row = ({ place, field, was, is }) => html`
  <li class="callflow-change">
    <p class="callflow-change-place" dir="auto"><strong>${place}</strong>${field ? ` · ${field}` : ''}</p>
    <p class="sub" dir="auto">
      ${was === null ? html`<ins>New: ${is}</ins>` : is === null ? html`<del>Gone: ${was}</del>` : html`<span class="unseen">Was </span><del>${was}</del> <span aria-hidden="true">→</span><span class="unseen"> and is</span> <ins>${is}</ins>`}
    </p>
  </li>
`;

const namesIn = (plan, world) => ({
  place: (id) => titleOf(plan, id, world),
  person: (ext) => nameOf(world, ext),
  strategies: STRATEGIES,
  languages: LANGUAGES,
  week: weekWords,
});

function describe({ pointer, was, is }, before, after, world) {
  const [, what, key, field] = pointer.split('/');
  const plan = is === undefined ? before : after;
  const place = nameOfPlace(what, key, plan, world);
  const name = what === 'callers' || what === 'main' || what === 'operator' ? (key ?? what) : field;
  const spec = name && specOf(what, plan.nodes[key]?.type, name);
  if (!spec) return { place, field: '', was: was === undefined ? null : whole(what, key, before, world), is: is === undefined ? null : whole(what, key, after, world) };
  return { place, field: spec.label, was: said(spec, was, namesIn(before, world)), is: said(spec, is, namesIn(after, world)) };
}

function nameOfPlace(what, key, plan, world) {
  if (what === 'hours') return `Hours “${key}”`;
  if (what === 'nodes' || what === 'numbers') return titleOf(plan, key, world);
  if (what === 'extensions') return nameOf(world, key);
  return titleOf(plan, what, world);
}

const START = { name: 'main', label: 'Begins at', kind: 'place' };
const OPERATOR = { name: 'operator', label: 'Is', kind: 'place', optional: 'As in Settings' };

function specOf(what, type, name) {
  const specs = { nodes: FIELDS[type] ?? [], hours: SCHEDULE, extensions: RULES, numbers: NUMBER, callers: CALLERS, main: [START], operator: [OPERATOR] }[what];
  return specs.find((spec) => spec.name === name);
}

/** A place that is new or gone. */
function whole(what, key, plan, world) {
  const id = what === 'extensions' ? `ext-${key}` : key;
  if (what === 'hours') return weekWords(plan.hours[key].week);
  return what === 'extensions' ? 'Rules of their own' : `${KINDS[nodeAt(plan, id).type].name}, ${noteOf(plan, id, world)}`;
}
