// Changes of a plan. Each takes a plan and gives another, so that it can be made again on what somebody else has changed meanwhile.

/** Sets what a JSON pointer names; undefined takes it away. @param {string} pointer */
export function put(plan, pointer, value) {
  const parts = pointer.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return within(plan, parts, value);
}

function within(whole, [part, ...rest], value) {
  const next = rest.length === 0 ? value : within(whole?.[part] ?? {}, rest, value);
  if (Array.isArray(whole)) return next === undefined ? whole.filter((_, index) => index !== Number(part)) : whole.with(Number(part), next);
  const { [part]: old, ...others } = whole ?? {};
  if (next === undefined) return others;
  // What was there keeps its place in the order.
  return old === undefined ? { ...others, [part]: next } : { ...whole, [part]: next };
}

/** What a JSON pointer names. */
export const at = (plan, pointer) =>
  pointer.slice(1).split('/').reduce((value, part) => value?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], plan);

const ONE_WAY = ['otherwise', 'open', 'closed', 'then'];

const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** Sends every way through a function from key to key. */
function redirected(plan, to) {
  const ways = (thing) => ({ ...thing, ...Object.fromEntries(ONE_WAY.filter((name) => thing[name]).map((name) => [name, to(thing[name])])) });
  const callers = { ...plan.callers, vips: mapped(plan.callers.vips, to) };
  if (callers.anonymous) callers.anonymous = to(callers.anonymous);
  return {
    ...plan,
    main: to(plan.main),
    ...(plan.operator ? { operator: to(plan.operator) } : {}),
    numbers: mapped(plan.numbers, (entry) => ({ ...entry, start: to(entry.start) })),
    nodes: mapped(plan.nodes, (node) => (node.keys ? { ...ways(node), keys: mapped(node.keys, to) } : ways(node))),
    extensions: mapped(plan.extensions, ways),
    callers,
  };
}

/** Without a place: whoever was led to it goes where it led on, or to the operator. */
export function without(plan, key) {
  const { [key]: gone, ...nodes } = plan.nodes;
  const on = gone.otherwise ?? gone.then ?? gone.open;
  const next = !on || on === key ? (plan.operator === key ? 'mailbox-general' : 'operator') : on;
  return redirected({ ...plan, nodes }, (to) => (to === key ? next : to));
}

/** A place under another key, to which all ways lead that led to it. */
export function renamed(plan, key, other) {
  const nodes = Object.fromEntries(Object.entries(plan.nodes).map(([each, node]) => [each === key ? other : each, node]));
  return redirected({ ...plan, nodes }, (to) => (to === key ? other : to));
}

/** Hours under another name. */
export function renamedHours(plan, name, other) {
  const hours = Object.fromEntries(Object.entries(plan.hours).map(([each, schedule]) => [each === name ? other : each, schedule]));
  const use = (thing) => (thing.hours === name ? { ...thing, hours: other } : thing);
  return { ...plan, hours, nodes: mapped(plan.nodes, use), extensions: mapped(plan.extensions, use) };
}

/** Whether any place or extension goes by these hours. */
export const usesHours = (plan, name) => [...Object.values(plan.nodes), ...Object.values(plan.extensions)].some(({ hours }) => hours === name);

/** A place, and a way to it. @param {string} pointer of the way */
export const added = (plan, key, node, pointer) => put({ ...plan, nodes: { ...plan.nodes, [key]: node } }, pointer, key);

/** What somebody calls a place, as a key: "Night message!" is "night-message". */
export const keyFor = (name) =>
  name.normalize('NFD').toLowerCase().replaceAll(/[\u0300-\u036f]/g, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[-0-9]+|-+$/g, '').slice(0, 40);

/** The same, or with a number behind it where that is taken. */
export function freeKey(taken, wanted) {
  const base = keyFor(wanted) || 'place';
  const reserved = (key) => key in taken || key === 'operator' || /^(ext|mailbox)-(\d{3}|general)$/.test(key);
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base.slice(0, 36)}-${number}`;
    if (!reserved(key)) return key;
  }
}

/** Who stands at an index changes places with who stands `by` further. */
export function moved(list, index, by) {
  const to = index + by;
  if (to < 0 || to >= list.length) return list;
  return list.with(index, list[to]).with(to, list[index]);
}

/** Where a problem's pointer is to be mended: the place's id in the picture, or null. */
export function placeOf(pointer) {
  const [, what, name] = pointer.split('/');
  switch (what) {
    case 'nodes':
    case 'numbers':
      return name ?? null;
    case 'hours':
      return name ? `hours:${name}` : null;
    case 'extensions':
      return `ext-${name}`;
    case 'main':
    case 'callers':
    case 'operator':
      return what;
    default:
      return null;
  }
}

/**
 * What differs between two plans.
 *
 * @returns {{pointer: string, was: unknown, is: unknown}[]} down to whole fields of whole places
 */
export function changes(before, after) {
  const found = [];
  for (const what of ['main', 'operator']) differ(`/${what}`, before[what], after[what], found);
  for (const what of ['numbers', 'nodes', 'hours', 'extensions']) inside(`/${what}`, before[what], after[what], found);
  fields('/callers', before.callers, after.callers, found);
  return found;
}

function inside(pointer, before, after, found) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]];
    if (was && is && was.type === is.type) fields(`${pointer}/${name}`, was, is, found);
    else differ(`${pointer}/${name}`, was, is, found);
  }
}

function fields(pointer, before, after, found) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) differ(`${pointer}/${name}`, before[name], after[name], found);
}

function differ(pointer, was, is, found) {
  if (!same(was, is)) found.push({ pointer, was, is });
}

/** Whatever the order in which fields are written. */
function same(a, b) {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => same(a[name], b[name]));
}

/** A phone number as people write it at home, in the form that a plan keeps. What is none stays as it is, for the server to refuse. */
export function e164(text) {
  const digits = text.replaceAll(/\D/g, '');
  if (text.trim().startsWith('+')) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : text.trim();
}
