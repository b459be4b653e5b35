import { go } from '../lib/router.js';
import { added, freeKey, put } from './editmodel.js';
import { KINDS, titleOf } from './planmodel.js';
import { ADDABLE, fresh } from './specmodel.js';

/** Every place that there is to go to, and those that can be made. */
export function places({ plan, world }, value) {
  const label = (id) => titleOf(plan, id, world);
  const drawn = Object.entries(plan.nodes).map(([id, { type }]) => ({ value: id, label: `${label(id)} · ${KINDS[type].name}` }));
  const people = world.people.map(({ ext, name }) => ({ value: `ext-${ext}`, label: `${name} · ${ext}` }));
  const boxes = ['mailbox-general', ...world.people.map(({ ext }) => `mailbox-${ext}`)].map((id) => ({ value: id, label: label(id) }));
  const all = [...drawn, { value: 'operator', label: 'Operator' }, ...people, ...boxes];
  const lost = value && !all.some((option) => option.value === value) ? [{ value, label: `${value} (not there)` }] : [];
  const addable = ADDABLE.filter((type) => type !== 'hours' || Object.keys(plan.hours).length > 0);
  return [...lost, ...all, ...addable.map((type) => ({ value: `new:${type}`, label: `New ${KINDS[type].name}…` }))];
}

/** Leads a way somewhere, if need be to a place that is made for it. */
export function lead(it, pointer, next, before) {
  if (!next.startsWith('new:')) return it.change((plan) => put(plan, pointer, next || undefined));
  const type = next.slice(4);
  const key = freeKey(it.plan.nodes, KINDS[type].name);
  const node = fresh(type, { next: before || 'operator', person: it.world.people[0]?.ext, hours: Object.keys(it.plan.hours)[0] });
  it.change((plan) => added(plan, key, node, pointer));
  return go(it.hrefOf(key));
}
