import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as edit from '../../main/resources/static/callflow/editmodel.js';
import * as explain from '../../main/resources/static/callflow/explainmodel.js';
import { CARD, layout } from '../../main/resources/static/callflow/layoutmodel.js';
import { KINDS, noteOf, STRATEGIES, trees, waysOf, weekWords } from '../../main/resources/static/callflow/planmodel.js';
import { phoneProblem, soundProblem, spokenNote } from '../../main/resources/static/callflow/soundmodel.js';
import * as spec from '../../main/resources/static/callflow/specmodel.js';

const MAIN = '+18335550100';
const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ opens: '09:00', closes: '17:00' }]]));
const world = {
  people: [{ ext: '101', name: 'Dana Whitfield' }, { ext: '102', name: 'Luis Ortega' }],
  numbers: [{ number: MAIN, display: '(833) 555-0100', use: 'main' }, { number: '+14155550101', display: '(415) 555-0101', use: 'extension' }],
  main: { number: MAIN, display: '(833) 555-0100' },
  operator: '101',
  closed: [],
};
const plan = (more = {}) => ({
  main: 'doors',
  numbers: {},
  nodes: {
    doors: { type: 'hours', hours: 'office', open: 'choices', closed: 'night' },
    choices: { type: 'menu', greeting: 'Hello.', choices: 'For sales, press 1.', keys: { 1: 'sales', 9: 'talk' }, extensions: true, seconds: 4, tries: 3, otherwise: 'talk' },
    sales: { type: 'queue', name: 'Sales', members: ['101', '102'], strategy: 'longest_idle', seconds: 20, hold: 'Hold.', longest: 600, callback: true, otherwise: 'mailbox-101' },
    talk: { type: 'receptionist' },
    night: { type: 'announcement', text: 'We are closed.', then: 'mailbox-general' },
  },
  hours: { office: { zone: 'America/Chicago', week, dates: [] } },
  extensions: {},
  callers: { blocked: [], vips: {} },
  ...more,
});
const flat = (vertex) => [vertex, ...vertex.children.flatMap(flat)];
const drawn = (of) => trees(of, world).flatMap(flat);

test('ways to one place are one, with all that leads there, and 0 leads to the operator', () => {
  assert.deepEqual(waysOf(plan(), 'choices', world), [
    { label: 'Press 1', to: 'sales' },
    { label: 'Press 9 · nothing pressed', to: 'talk' },
    { label: 'Press 0', to: 'operator' },
    { label: 'Dials one', to: 'people' },
  ]);
});

test('a queue leads on in time, and says how long callers wait', () => {
  assert.deepEqual(waysOf(plan(), 'sales', world), [{ label: 'Nobody in time', to: 'mailbox-101' }]);
  assert.equal(noteOf(plan(), 'sales', world), 'Up to 10 min, or a call back');
  assert.equal(noteOf(edit.put(plan(), '/nodes/sales/longest', 45), 'sales', world), 'Up to 45 s, or a call back');
  assert.equal(spec.FIELDS.queue.find(({ name }) => name === 'longest').most, 3600);
});

test('every place is drawn from its number down to the mailboxes, and nothing twice', () => {
  const all = drawn(plan());
  assert.equal(all[0].title, '(833) 555-0100');
  assert.deepEqual(all.filter(({ id }) => id in plan().nodes).map(({ id }) => id), ['doors', 'choices', 'sales', 'talk', 'night']);
  assert.equal(new Set(all.map(({ path }) => path)).size, all.length);
  assert.equal(all.find(({ id }) => id === 'mailbox-101').title, 'Mailbox of Dana Whitfield');
  assert.ok(all.some(({ id }) => id === 'direct'));
  for (const { kind } of all) assert.ok(KINDS[kind], kind);
});

test('a circle is drawn once and shown again where it closes', () => {
  const round = edit.put(plan(), '/nodes/night/then', 'doors');
  const again = drawn(round).filter(({ id }) => id === 'doors');
  assert.deepEqual(again.map((each) => each.again), [false, true]);
  assert.deepEqual(again[1].children, []);
});

test('what nothing leads to is shown all the same', () => {
  const loose = edit.put(plan(), '/nodes/lost', { type: 'goodbye', text: 'Bye.' });
  assert.equal(drawn(loose).find(({ id }) => id === 'lost').label, 'Nothing leads here');
});

test('a way to nowhere is drawn as such', () => {
  const broken = edit.put(plan(), '/main', 'nowhere');
  assert.equal(drawn(broken)[1].kind, 'gone');
});

test('hours are said by days of the same hours', () => {
  assert.equal(weekWords(week), 'Mon–Fri 09:00–17:00');
  assert.equal(weekWords({}), 'Always closed');
  assert.equal(noteOf(plan(), 'doors', world), 'Mon–Fri 09:00–17:00');
  assert.equal(noteOf(plan(), 'doors', { ...world, closed: ['office'] }), 'Closed by hand');
});

const cross = (a, b) => Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height;

/** A plan of forty places behind one menu. */
function large() {
  let of = plan();
  for (let key = 1; key <= 18; key += 1) {
    of = edit.put(of, `/nodes/group-${key}`, { ...plan().nodes.sales, name: `Group ${key}`, otherwise: `word-${key}` });
    of = edit.put(of, `/nodes/word-${key}`, { type: 'announcement', text: 'Nobody is free.', then: 'mailbox-general' });
    of = edit.put(of, `/nodes/choices/keys/${10 + key}`, `group-${key}`);
  }
  return of;
}

test('cards never lie on each other, whichever way they are laid out', () => {
  for (const [of, room] of [[plan(), 3000], [plan(), 300], [large(), 900]]) {
    const { boxes, width, height, columns } = layout(trees(of, world), room);
    const all = [...boxes.values()];
    assert.equal(columns, room < 3000);
    all.forEach((a, index) => all.slice(index + 1).forEach((b) => assert.ok(!cross(a, b), JSON.stringify([a, b]))));
    assert.ok(all.every(({ x, y }) => x >= 0 && y >= 0 && x + CARD.width <= width && y + CARD.height <= height));
  }
});

test('forty places stay narrow enough to read, and every place but the doors has a line to it', () => {
  const roots = trees(large(), world);
  const { width, boxes, lines } = layout(roots, 900);
  assert.ok(boxes.size >= 40);
  assert.ok(width <= 3 * (CARD.width + 40), `${width} wide`);
  assert.equal(lines.length, boxes.size - roots.length);
  for (const { d } of lines) assert.doesNotMatch(d, /NaN|undefined/);
});

test('beneath each other, a place stands in the middle of those that it leads to', () => {
  const { boxes } = layout(trees(plan(), world), 3000);
  const x = (path) => boxes.get(path).x;
  assert.equal(x('main/doors'), (x('main/doors/choices') + x('main/doors/night')) / 2);
});

const step = (place, rules = []) => ({ place, rules: rules.map((each) => ({ place: each })) });

test('the way of a call is lit from its number to its end', () => {
  const steps = [step('choices', ['doors']), step('talk'), step(null), step('operator'), step('mailbox-101')];
  const places = explain.placesOf({ to: MAIN, steps }, plan());
  const talk = 'main/doors/choices/talk';
  assert.deepEqual([...explain.lit(trees(plan(), world), places, false)], ['main', 'main/doors', 'main/doors/choices', talk, `${talk}/operator`, `${talk}/operator/mailbox-101`]);
});

test('who dials an extension is lit by the card of all, and a direct number by the one of direct numbers', () => {
  const roots = trees(plan(), world);
  assert.ok(explain.lit(roots, ['main', 'doors', 'choices', 'ext-102'], false).has('main/doors/choices/people'));
  assert.deepEqual([...explain.lit(roots, ['main', 'ext-101'], true)].at(0), 'direct');
});

test('who is led another way for who they are comes in by the door of certain callers', () => {
  const vip = edit.put(plan(), '/callers/vips/+19165550190', 'sales');
  const places = explain.placesOf({ to: MAIN, steps: [step('sales', ['callers'])] }, vip);
  const lit = explain.lit(trees(vip, world), places, false);
  assert.deepEqual([...lit][0], 'callers');
  assert.ok([...lit].some((path) => path.endsWith('/sales')));
});

test('a slider is a clock, and keys are typed as people type', () => {
  assert.equal(explain.clockOf(1025), '17:05');
  assert.equal(explain.minutesOf('2026-12-24T17:05'), 1025);
  assert.equal(explain.keysOf(' 1, 101  0 '), '1,101,0');
});

test('a change is of what its pointer names, and of nothing else', () => {
  const before = plan();
  const after = edit.put(before, '/nodes/choices/keys/2', 'night');
  assert.equal(edit.at(after, '/nodes/choices/keys/2'), 'night');
  assert.equal(edit.at(before, '/nodes/choices/keys/2'), undefined);
  assert.equal(edit.put(before, '/nodes/sales/members/0', undefined).nodes.sales.members[0], '102');
  assert.deepEqual(Object.keys(edit.put(before, '/nodes/sales/name', 'Shop').nodes), Object.keys(before.nodes));
  assert.ok(!('night' in edit.put(before, '/nodes/night', undefined).nodes));
});

test('whoever was led to a place that is taken out goes on where it led', () => {
  assert.equal(edit.without(plan(), 'sales').nodes.choices.keys[1], 'mailbox-101');
  assert.equal(edit.without(plan(), 'talk').nodes.choices.otherwise, 'operator');
  assert.equal(edit.without(plan(), 'doors').main, 'choices');
  assert.equal(edit.without({ ...plan(), operator: 'talk' }, 'talk').operator, 'mailbox-general');
});

test('a place is called otherwise wherever it is named', () => {
  const other = edit.renamed({ ...plan(), operator: 'sales' }, 'sales', 'shop');
  assert.equal(other.nodes.choices.keys[1], 'shop');
  assert.equal(other.operator, 'shop');
  assert.ok(!JSON.stringify(other).includes('"sales"'));
  assert.equal(edit.renamedHours(plan(), 'office', 'day').nodes.doors.hours, 'day');
});

test('keys are made from names, and are free', () => {
  assert.equal(edit.keyFor('Après 5: Night message!'), 'apres-5-night-message');
  assert.equal(edit.freeKey(plan().nodes, 'Sales'), 'sales-2');
  assert.equal(edit.freeKey({}, 'operator'), 'operator-2');
  assert.equal(edit.freeKey({}, '…'), 'place');
});

test('an order is changed by one step at a time', () => {
  assert.deepEqual(edit.moved(['a', 'b', 'c'], 1, -1), ['b', 'a', 'c']);
  assert.deepEqual(edit.moved(['a', 'b'], 1, 1), ['a', 'b']);
});

test('a problem leads to the place where it is mended', () => {
  const to = (pointer) => edit.placeOf(pointer);
  assert.deepEqual(['/nodes/sales/members/0', '/numbers/+1415/start', '/hours/office', '/extensions/101/hours', '/main', '/callers/vips/+1', '/scenarios/x'].map(to), [
    'sales', '+1415', 'hours:office', 'ext-101', 'main', 'callers', null,
  ]);
});

test('the difference of two plans is told by field, and a whole place as one', () => {
  const before = plan();
  let after = edit.put(before, '/nodes/sales/members', ['102']);
  after = edit.put(after, '/nodes/night', undefined);
  after = edit.put(after, '/callers/blocked', ['+19165550191']);
  assert.deepEqual(edit.changes(before, after).map(({ pointer }) => pointer), ['/nodes/sales/members', '/nodes/night', '/callers/blocked']);
  assert.deepEqual(edit.changes(before, structuredClone(before)), []);
});

test('every kind of place that can be added can be written down, said and drawn', () => {
  const names = { place: (id) => `<${id}>`, person: (ext) => `#${ext}`, strategies: STRATEGIES, languages: {}, week: weekWords };
  for (const type of spec.ADDABLE) {
    const node = spec.fresh(type, { next: 'operator', person: '101', hours: 'office' });
    for (const field of spec.FIELDS[type]) {
      assert.equal(field.name in node, field.kind !== 'sound', `${type} begins with its fields, and spoken: ${field.name}`);
      assert.doesNotMatch(spec.said(field, node[field.name], names), /undefined|\[object/);
    }
  }
  assert.equal(spec.said(spec.SCHEDULE[1], week, names), 'Mon–Fri 09:00–17:00');
  assert.equal(spec.said(spec.SCHEDULE[2], [{ date: '2026-12-25', label: 'Christmas', hours: [] }], names), '2026-12-25 Christmas: closed');
  assert.equal(spec.said(spec.FIELDS.menu.find(({ kind }) => kind === 'keys'), { 1: 'sales' }, names), '1: <sales>');
  assert.equal(spec.said(spec.FIELDS.menu.find(({ kind }) => kind === 'sound'), 'a'.repeat(64), names), 'A sound');
  assert.equal(spec.said(spec.RULES[2], undefined, names), 'Their mailbox');
});

test('a file that no phone plays is refused before it is uploaded, by what it is and how large', () => {
  const file = { name: 'welcome.wav', type: 'audio/wav', size: 1000 };
  assert.equal(soundProblem(file), null);
  assert.equal(soundProblem({ ...file, name: 'Welcome.MP3', type: '' }), null);
  assert.equal(soundProblem({ ...file, name: 'welcome', type: 'audio/mpeg' }), null);
  assert.match(soundProblem({ ...file, name: 'welcome.pdf', type: 'application/pdf' }), /WAV or MP3/);
  assert.match(soundProblem({ ...file, size: 0 }), /empty/);
  assert.equal(soundProblem({ ...file, size: 10 * 1024 * 1024 }), null);
  assert.match(soundProblem({ ...file, size: 10 * 1024 * 1024 + 1 }), /larger than 10 MB/);
});

test('who speaks a greeting is told what to do until it is over, and whose extension is in the way', () => {
  for (const state of ['ready', 'ringing', 'speaking', 'recorded']) assert.match(spokenNote(state), /^[A-Z].*[.…]$/);
  for (const state of ['kept', 'failed']) assert.equal(spokenNote(state), '');
  assert.equal(phoneProblem({ message: 'ext is not known.', errors: [{ field: 'ext', message: 'is not known' }] }), 'Your extension is not known.');
  assert.equal(phoneProblem({ message: 'Your phone is on the line.' }), 'Your phone is on the line.');
});
