import { count } from '../lib/format.js';

/**
 * What a plan is drawn beside.
 *
 * @typedef {{people: {ext: string, name: string}[], numbers: {number: string, display: string, use: string}[],
 *   main: {number: string, display: string} | null, operator: string | null, closed: string[]}} World `closed` are hours, by hand
 * @typedef {{id: string, path: string, label: string, kind: string, title: string, note: string, alias: string | null,
 *   again: boolean, children: Vertex[]}} Vertex a place where it is drawn; `again` where it is drawn elsewhere already
 */

/** What kinds of places there are, in the order in which they are offered. */
export const KINDS = {
  menu: { name: 'Menu', symbol: 'layout-grid', tone: 'blue' },
  hours: { name: 'Hours', symbol: 'clock', tone: 'indigo' },
  ring: { name: 'Ring group', symbol: 'users-round', tone: 'blue' },
  queue: { name: 'Queue', symbol: 'alarm-clock', tone: 'blue' },
  receptionist: { name: 'Receptionist', symbol: 'sparkles', tone: 'purple' },
  announcement: { name: 'Announcement', symbol: 'megaphone', tone: 'grey' },
  names: { name: 'Dial by name', symbol: 'keyboard', tone: 'indigo' },
  extension: { name: 'Extension', symbol: 'user-round', tone: 'green' },
  mailbox: { name: 'Mailbox', symbol: 'voicemail', tone: 'orange' },
  outside: { name: 'Outside phone', symbol: 'phone-forwarded', tone: 'green' },
  goodbye: { name: 'Goodbye', symbol: 'phone-off', tone: 'grey' },
  operator: { name: 'Operator', symbol: 'user-round-check', tone: 'green' },
  people: { name: 'Extensions', symbol: 'users-round', tone: 'green' },
  number: { name: 'Number', symbol: 'phone-incoming', tone: 'green' },
  callers: { name: 'Callers', symbol: 'ban', tone: 'red' },
  gone: { name: 'Not there', symbol: 'triangle-alert', tone: 'orange' },
};

export const STRATEGIES = {
  all: 'Everybody at once',
  in_order: 'One after the other',
  round_robin: 'Whoever was rung longest ago first',
  longest_idle: 'Whoever talked longest ago first',
};

export const LANGUAGES = { en: 'In English', es: 'In Spanish' };

const HUMAN = /^(ext|mailbox)-(\d{3})$/;

/** What stands at a key, drawn or implied, as the server knows it. */
export function nodeAt(plan, id) {
  if (plan.nodes[id]) return plan.nodes[id];
  if (id === 'operator') return { type: 'operator' };
  if (id === 'mailbox-general') return { type: 'mailbox' };
  const [, what, ext] = HUMAN.exec(id) ?? [];
  if (what) return { type: what === 'ext' ? 'extension' : 'mailbox', ext };
  return special(plan, id);
}

function special(plan, id) {
  if (id === 'main' || id === 'direct' || plan.numbers[id]) return { type: 'number' };
  if (id === 'callers' || id === 'people') return { type: id };
  return { type: 'gone' };
}

export const nameOf = (world, ext) => world.people.find((person) => person.ext === ext)?.name ?? `Extension ${ext}`;

const displayOf = (world, number) => world.numbers.find((each) => each.number === number)?.display ?? number;

/** "night-message" is "Night message". */
const words = (key) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');

/** What people call a place. @param {World} world */
export function titleOf(plan, id, world) {
  const node = nodeAt(plan, id);
  switch (node.type) {
    case 'ring':
    case 'queue':
      return node.name;
    case 'extension':
      return nameOf(world, node.ext);
    case 'mailbox':
      return plan.nodes[id] ? words(id) : node.ext ? `Mailbox of ${nameOf(world, node.ext)}` : 'Mailbox of the business';
    case 'operator':
      return 'Operator';
    case 'people':
      return 'Any extension';
    case 'callers':
      return 'Certain callers';
    case 'number':
      return numberTitle(plan, id, world);
    case 'gone':
      return id;
    default:
      return words(id);
  }
}

function numberTitle(plan, id, world) {
  if (id === 'direct') return 'Direct numbers';
  if (id !== 'main') return displayOf(world, id);
  return world.main && !plan.numbers[world.main.number] ? world.main.display : 'Every other number';
}

/** One line about a place. @param {World} world */
export function noteOf(plan, id, world) {
  const node = nodeAt(plan, id);
  switch (node.type) {
    case 'menu':
      return `“${node.choices}”`;
    case 'announcement':
    case 'goodbye':
      return `“${node.text}”`;
    case 'hours':
      return hoursNote(plan, node.hours, world);
    case 'ring':
      return `${STRATEGIES[node.strategy]}, ${node.seconds} s`;
    case 'queue':
      return `Up to ${waitWords(node.longest)}${node.callback ? ', or a call back' : ''}`;
    case 'extension':
      return extensionNote(plan, node.ext);
    case 'operator':
      return operatorNote(plan, world);
    case 'outside':
      return node.number;
    case 'number':
      return numberNote(plan, id);
    case 'callers':
      return `${count(plan.callers.blocked.length, 'number')} blocked`;
    case 'gone':
      return 'Leads nowhere';
    default:
      return { mailbox: 'Takes a message', receptionist: 'Listens and connects', names: 'Letters on the keypad', people: 'Dialled by three digits' }[node.type];
  }
}

const waitWords = (seconds) => (seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`);

function hoursNote(plan, name, { closed }) {
  if (!plan.hours[name]) return `No hours “${name}”`;
  return closed.includes(name) ? 'Closed by hand' : weekWords(plan.hours[name].week);
}

function extensionNote(plan, ext) {
  const rules = plan.extensions[ext];
  if (rules?.doNotDisturb) return `Extension ${ext}, do not disturb`;
  return `Rings extension ${ext}`;
}

function operatorNote(plan, world) {
  if (plan.operator) return `Leads to ${titleOf(plan, plan.operator, world)}`;
  return world.operator ? nameOf(world, world.operator) : 'Nobody is named';
}

function numberNote(plan, id) {
  if (id === 'direct') return 'Each rings its own extension';
  if (id === 'main') return 'Main number';
  return LANGUAGES[plan.numbers[id].language];
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "Mon–Fri 09:00–17:00": days of the same hours are one. */
export function weekWords(week) {
  const hours = DAYS.map((day) => (week[day] ?? []).map(({ opens, closes }) => `${opens}–${closes}`).join(', '));
  const runs = [];
  hours.forEach((text, day) => {
    const last = runs.at(-1);
    if (last && last.text === text) last.to = day;
    else runs.push({ text, from: day, to: day });
  });
  const short = (day) => words(DAYS[day]).slice(0, 3);
  const said = runs.filter(({ text }) => text);
  return said.length === 0 ? 'Always closed' : said.map(({ text, from, to }) => `${from === to ? short(from) : `${short(from)}–${short(to)}`} ${text}`).join(' · ');
}

/** The ways out of a place, those to the same place as one. @returns {{label: string, to: string}[]} */
export function waysOf(plan, id, world) {
  const merged = new Map();
  for (const [label, to] of ways(plan, id, world)) {
    if (to) merged.set(to, merged.has(to) ? `${merged.get(to)} · ${label.toLowerCase()}` : label);
  }
  return [...merged].map(([to, label]) => ({ label, to }));
}

function ways(plan, id, world) {
  const node = nodeAt(plan, id);
  switch (node.type) {
    case 'menu':
      return menuWays(node);
    case 'hours':
      return [['Open', node.open], ['Closed', node.closed]];
    case 'announcement':
      return [['Then', node.then]];
    case 'receptionist':
      return [['Asks for a person', 'operator']];
    case 'extension':
      return extensionWays(plan, node);
    case 'operator':
      return plan.operator ? [['Is', plan.operator]] : [['Nobody answers', world.operator ? `mailbox-${world.operator}` : 'mailbox-general']];
    case 'names':
      return [['Nobody found', node.otherwise]];
    case 'queue':
      return [['Nobody in time', node.otherwise]];
    case 'number':
      return id === 'direct' ? [] : [['Answered by', id === 'main' ? plan.main : plan.numbers[id].start]];
    case 'callers':
      return [...Object.entries(plan.callers.vips).map(([number, to]) => [`From ${number}`, to]), ['Number withheld', plan.callers.anonymous]];
    default:
      return node.otherwise ? [['Nobody answers', node.otherwise]] : [];
  }
}

function menuWays(node) {
  const keys = Object.entries(node.keys).map(([key, to]) => [`Press ${key}`, to]);
  const zero = '0' in node.keys ? [] : [['Press 0', 'operator']];
  return [...keys, ...zero, ...(node.extensions ? [['Dials one', 'people']] : []), ['Nothing pressed', node.otherwise]];
}

function extensionWays(plan, { ext, otherwise }) {
  const rules = plan.extensions[ext];
  const rest = rules?.hours ? [['Outside hours', rules.closed ?? `mailbox-${ext}`]] : [];
  return [['Nobody answers', otherwise ?? rules?.otherwise ?? `mailbox-${ext}`], ...rest];
}

/** Where calls come in. */
function doors(plan, world) {
  const { blocked, vips, anonymous } = plan.callers;
  const certain = blocked.length > 0 || Object.keys(vips).length > 0 || anonymous;
  const direct = world.numbers.some(({ number, use }) => use === 'extension' && !plan.numbers[number]);
  return ['main', ...Object.keys(plan.numbers), ...(direct ? ['direct'] : []), ...(certain ? ['callers'] : [])];
}

/** The whole plan as trees, one for each door: what more than one way leads to is drawn where it is first. @returns {Vertex[]} */
export function trees(plan, world) {
  const drawn = new Set();
  const vertex = (id, label, above) => {
    const { type } = nodeAt(plan, id);
    const again = drawn.has(id) && waysOf(plan, id, world).length > 0;
    drawn.add(id);
    const path = above ? `${above}/${id}` : id;
    const alias = id === 'operator' ? (plan.operator ?? (world.operator && `ext-${world.operator}`)) : null;
    const about = { id, path, label, kind: type, title: titleOf(plan, id, world), note: noteOf(plan, id, world), alias, again };
    return { ...about, children: again ? [] : waysOf(plan, id, world).map((way) => vertex(way.to, way.label, path)) };
  };
  const rooted = doors(plan, world).map((id) => vertex(id, '', ''));
  const loose = Object.keys(plan.nodes).filter((id) => !drawn.has(id));
  // A place that nothing leads to is shown where it is a beginning of its own.
  return [...rooted, ...loose.flatMap((id) => (drawn.has(id) ? [] : [vertex(id, 'Nothing leads here', '')]))];
}
