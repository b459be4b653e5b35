import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Heights } from '../../main/resources/static/components/thread/model.js';
import * as compose from '../../main/resources/static/inbox/composemodel.js';
import * as entries from '../../main/resources/static/inbox/entrymodel.js';
import * as later from '../../main/resources/static/inbox/latermodel.js';
import * as inbox from '../../main/resources/static/inbox/model.js';
import * as attachable from '../../main/resources/static/lib/attachable.js';
import * as calendar from '../../main/resources/static/lib/calendar.js';
import * as format from '../../main/resources/static/lib/format.js';
import * as phrases from '../../main/resources/static/lib/phrases.js';
import { conversationFeed } from '../../main/resources/static/lib/threads.js';
import { Timeline } from '../../main/resources/static/lib/timeline.js';

format.useZone('America/Los_Angeles');

const ME = 'me';
const DANA = { id: ME, name: 'Dana Whitfield' };
const PRIYA = { id: 'p', name: 'Priya Nair' };
const conversation = (more = {}) => ({
  id: 'c',
  name: 'Maria Santos',
  answeredBy: 'assistant',
  owner: null,
  needsPerson: null,
  urgent: false,
  optedOut: null,
  status: 'open',
  snoozedUntil: null,
  lastAt: '2026-11-24T20:00:00Z',
  ...more,
});

test('each owner of a thread has its chip, and a call for a person outshines it', () => {
  const labels = (more) => inbox.chips(conversation(more), ME).map(({ label }) => label);
  assert.deepEqual(labels({}), ['AI']);
  assert.deepEqual(labels({ answeredBy: 'person', owner: DANA }), ['You']);
  assert.deepEqual(labels({ answeredBy: 'person', owner: PRIYA }), ['Priya']);
  assert.deepEqual(labels({ answeredBy: 'person' }), ['For anybody']);
  assert.deepEqual(labels({ needsPerson: 'asked' }), ['Needs a person']);
  assert.deepEqual(labels({ needsPerson: 'swelling', urgent: true, optedOut: {} }), ['Urgent', 'Opted out']);
  assert.deepEqual(labels({ optedOut: {}, answeredBy: 'person', owner: DANA }), ['Opted out']);
  assert.deepEqual(labels({ status: 'done' }), ['AI', 'Done']);
});

test('the line over the field offers the one next step', () => {
  const step = (more) => inbox.banner(conversation(more), ME).act;
  assert.equal(step({}), 'takeover');
  assert.equal(step({ needsPerson: 'x' }), 'takeover');
  assert.equal(step({ answeredBy: 'person' }), 'takeover');
  assert.equal(step({ answeredBy: 'person', owner: PRIYA }), 'takeover');
  assert.equal(step({ answeredBy: 'person', owner: DANA }), 'give-back');
  assert.match(inbox.banner(conversation(), ME).text, /Sending takes over/);
  assert.match(inbox.banner(conversation({ answeredBy: 'person', owner: PRIYA }), ME).strong, /^Priya Nair/);
});

test('a list that is read in the middle stands still, and counts what waits above', () => {
  const at = (id, minute) => conversation({ id, lastAt: `2026-11-24T20:${minute}:00Z` });
  const stood = ['b', 'a'];
  const now = [at('new', '50'), at('a', '40'), at('b', '30'), at('far', '10')];
  const { items, waiting } = inbox.held(stood, now);
  assert.deepEqual(items.map(({ id }) => id), ['b', 'a', 'far']);
  assert.equal(items[1].lastAt, '2026-11-24T20:40:00Z', 'a row that stands still shows what is new in it');
  assert.equal(waiting, 1);
  assert.deepEqual(inbox.held(null, now), { items: now, waiting: 0 });
  assert.deepEqual(inbox.held(['gone', 'b'], now).items.map(({ id }) => id), ['b', 'far']);
});

test('after one is done the next comes up, or the one before at the end', () => {
  const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  assert.equal(inbox.nextAfter(items, 'b').id, 'c');
  assert.equal(inbox.nextAfter(items, 'c').id, 'b');
  assert.equal(inbox.nextAfter([{ id: 'a' }], 'a'), undefined);
});

test('colleagues are said to be here, and to write', () => {
  assert.equal(inbox.company([]), '');
  assert.equal(inbox.company([{ name: 'Priya', typing: false }]), 'Priya is looking at this');
  assert.equal(inbox.company([{ name: 'Priya', typing: true }, { name: 'Sam', typing: false }]), 'Priya is typing…');
  assert.equal(inbox.company([{ name: 'Priya', typing: true }, { name: 'Sam', typing: true }]), 'Priya and Sam are typing…');
});

test('an address names a box that exists', () => {
  assert.equal(inbox.boxOf({ box: 'snoozed' }), 'snoozed');
  assert.equal(inbox.boxOf({ box: 'x' }), 'open');
  assert.equal(inbox.boxOf({}), 'open');
});

const NOW = Date.parse('2026-11-24T20:30:00Z');
const text = (at, more = {}) => ({ id: at, at, kind: 'text_in', author: { kind: 'them', name: '' }, body: 'x', ...more });

test('a day begins with its name, an hour of silence ends with a time', () => {
  const nine = text('2026-11-24T17:00:00Z');
  assert.equal(entries.separator(nine, undefined, NOW), 'Today 9:00 AM');
  assert.equal(entries.separator(text('2026-11-24T17:30:00Z'), nine, NOW), '');
  assert.equal(entries.separator(text('2026-11-24T19:00:00Z'), nine, NOW), '11:00 AM');
  assert.equal(entries.separator(nine, text('2026-11-24T07:59:00Z'), NOW), 'Today 9:00 AM');
});

test('only the last of what was said in one go has its time below', () => {
  const first = text('2026-11-24T17:00:00Z');
  assert.equal(entries.endsRun(first, text('2026-11-24T17:01:00Z')), false);
  assert.equal(entries.endsRun(first, text('2026-11-24T17:10:00Z')), true);
  assert.equal(entries.endsRun(first, text('2026-11-24T17:01:00Z', { kind: 'text_out' })), true);
  assert.equal(entries.endsRun(first, undefined), true);
});

test('every state of a text has its word, and those that failed look so', () => {
  const tone = (status) => entries.standing({ status, statusText: 'said' }).tone;
  for (const status of ['refused', 'rejected', 'undelivered', 'failed', 'not_confirmed']) assert.equal(tone(status), 'bad', status);
  for (const status of ['unknown', 'scheduled']) assert.equal(tone(status), 'wait', status);
  for (const status of ['ready', 'sending', 'queued', 'sent', 'delivered', 'read', 'canceled']) assert.equal(tone(status), 'plain', status);
  assert.equal(entries.standing({ status: 'delivered', statusText: 'Delivered' }).symbol, 'check-check');
});

test('a text on its way vanishes when its news is here, and not because of an older one with the same words', () => {
  const pending = entries.pendingEntry({ id: 'p', conversationId: 'c', body: 'Yes', name: 'Dana', now: NOW });
  const sent = (at, name = 'Dana') => text(at, { kind: 'text_out', body: 'Yes', author: { kind: 'person', name } });
  assert.equal(entries.stillPending([pending], [sent('2026-11-24T20:30:01Z')]).length, 0);
  assert.equal(entries.stillPending([pending], [sent('2026-11-24T20:20:00Z')]).length, 1);
  assert.equal(entries.stillPending([pending], [sent('2026-11-24T20:30:01Z', 'Priya')]).length, 1);
});

test('what happened looks like what it was', () => {
  assert.equal(entries.eventLook({ body: 'The assistant asked for a person: “x”' }).tone, 'orange');
  assert.equal(entries.eventLook({ body: 'Dana Whitfield took over' }).tone, 'blue');
  assert.equal(entries.eventLook({ body: 'Dana Whitfield gave this back to the assistant' }).tone, 'purple');
  assert.equal(entries.cardLook({ kind: 'call', body: 'Missed call · Front Desk' }).title, 'Missed call');
  assert.equal(entries.cardText({ body: 'Voicemail: Hello' }), 'Hello');
});

test('what makes a text dear is named, and replaced where something looks alike', () => {
  const forcing = [
    { character: '’', position: 2, lookAlike: "'" },
    { character: '’', position: 9, lookAlike: "'" },
  ];
  const preview = { segments: 2, costEstimate: 0.0166, forcing };
  assert.equal(compose.forcingLine(preview).text, '’ makes each segment hold 70 characters instead of 160.');
  assert.equal(compose.forcingLine(preview).replaceable, true);
  assert.equal(compose.plainer('It’s Dana’s 😀', forcing), "It's Dana's 😀");
  assert.equal(compose.forcingLine({ forcing: [{ character: '😀', lookAlike: null }] }).replaceable, false);
  assert.equal(compose.forcingLine({ forcing: [] }), null);
  assert.equal(compose.costLine(preview), '2 segments · $0.0166');
  assert.equal(phrases.money(1.5), '$1.50');
  assert.equal(phrases.money(0.01), '$0.01');
});

test('nothing is sent before its files are there', () => {
  assert.equal(compose.canSend({ text: ' ', files: [] }), false);
  assert.equal(compose.canSend({ text: '', files: [{ state: 'ready' }] }), true);
  assert.equal(compose.canSend({ text: 'x', files: [{ state: 'uploading' }] }), false);
  assert.equal(compose.canSend({ text: 'x', files: [{ state: 'failed' }] }), false);
  assert.equal(compose.canSend({ text: 'x'.repeat(1601), files: [] }), false);
  assert.match(attachable.fileProblem({ size: 6 * 1024 * 1024 }, 0), /5 MB/);
  assert.match(attachable.fileProblem({ size: 1 }, 10), /at most 10/);
  assert.equal(attachable.fileProblem({ size: 1 }, 0), null);
});

test('a slash alone asks for saved replies, within a text it is a slash', () => {
  assert.equal(compose.slashed('/'), '');
  assert.equal(compose.slashed('/dir'), 'dir');
  assert.equal(compose.slashed('and/or'), null);
  assert.equal(compose.slashed('/a/b'), null);
  const replies = [{ title: 'Parking', body: 'Behind the building' }, { title: 'Building', body: 'Second floor' }];
  assert.deepEqual(compose.matching(replies, 'build').map(({ title }) => title), ['Building', 'Parking']);
});

test('a saved reply names the person where a name is known', () => {
  const to = (name) => compose.filled('Hi {first name}, this is {me} at {business}.', { name, business: 'Harbor Dental', me: 'Dana' });
  assert.equal(to('Maria Santos'), 'Hi Maria, this is Dana at Harbor Dental.');
  assert.equal(to('(415) 555-0148'), 'Hi, this is Dana at Harbor Dental.');
});

test('wall clocks of other zones are reckoned with, nights of changing clocks included', () => {
  const LA = 'America/Los_Angeles';
  assert.equal(new Date(calendar.fromField(LA, '2026-11-24T08:30')).toISOString(), '2026-11-24T16:30:00.000Z');
  assert.equal(calendar.toField(LA, Date.parse('2026-11-24T16:30:00Z')), '2026-11-24T08:30');
  // 2:30 does not exist on this night, 1:30 exists twice on the other.
  assert.equal(new Date(calendar.fromField(LA, '2026-03-08T02:30')).toISOString(), '2026-03-08T10:30:00.000Z');
  assert.equal(new Date(calendar.fromField(LA, '2026-11-01T01:30')).toISOString(), '2026-11-01T08:30:00.000Z');
  assert.ok(Number.isNaN(calendar.fromField(LA, '')));
  assert.equal(calendar.timeIn(['America/New_York', 'America/Chicago'], NOW), 'between 2:30 PM and 3:30 PM');
});

test('every minute of a year comes back from its wall clock, but for the hour that exists twice', () => {
  for (const zone of ['America/Los_Angeles', 'America/Phoenix', 'Pacific/Auckland', 'Asia/Kolkata']) {
    for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 13 * 60_000 * 60) {
      assert.equal(calendar.fromField(zone, calendar.toField(zone, instant)), instant, `${zone} ${new Date(instant).toISOString()}`);
    }
  }
});

test('a time to come is offered in the business’s day, and said in theirs', () => {
  const offered = later.choices(NOW, 'America/Los_Angeles');
  assert.deepEqual(offered.map(({ label }) => label), ['In Two Hours', 'This Evening', 'Tomorrow Morning', 'Monday Morning', 'In a Week']);
  assert.equal(format.whenToCome(offered[2].at, NOW), 'Tomorrow at 8:00 AM');
  assert.equal(format.whenToCome(offered[1].at, NOW), 'Today at 6:00 PM');
  for (const { at } of offered) assert.ok(at > NOW);
  const evening = Date.parse('2026-11-25T03:00:00Z');
  assert.ok(!later.choices(evening, 'America/Los_Angeles').some(({ label }) => label === 'This Evening'));
  assert.equal(later.theirTime(['America/New_York'], 'America/Los_Angeles', NOW), '3:30 PM for them');
  assert.equal(later.theirTime(['America/Los_Angeles'], 'America/Los_Angeles', NOW), '');
  assert.equal(later.isNight(['America/New_York'], Date.parse('2026-11-25T02:30:00Z')), true);
});

// ---- a thread of 100,000 entries

const MANY = 100_000;
const rows = (from, to) => Array.from({ length: to - from }, (_, index) => ({ id: `m${from + index}` }));
/** Heights that nobody could have guessed. */
const real = (id) => 30 + ((Number(id.slice(1)) * 7919) % 211);

/** A reader in front of a page as high as the browser would make it. */
class Reader {
  viewHeight = 800;
  scrollTop = 0;

  constructor(items) {
    this.heights = new Heights(() => 60);
    this.items = items;
    this.heights.take(items);
    this.anchor = null;
    this.settle();
  }

  /** What the page does after each paint: measure what is shown, and put the reader back. */
  settle() {
    for (let again = true; again; ) {
      this.scrollTop = this.heights.scrollTop(this.anchor, this.viewHeight);
      const { first, last } = this.heights.shown({ scrollTop: this.scrollTop, viewHeight: this.viewHeight });
      this.shown = last - first;
      again = this.items.slice(first, last).map(({ id }, index) => this.heights.measured(this.heights.mark(first + index), real(id))).some(Boolean);
    }
  }

  scrollBy(pixels) {
    this.scrollTop = Math.max(0, this.scrollTop + pixels);
    this.anchor = this.heights.anchor({ scrollTop: this.scrollTop, viewHeight: this.viewHeight });
    this.settle();
  }

  prepend(items) {
    this.items = [...items, ...this.items];
    this.heights.take(this.items);
    this.settle();
  }

  append(items) {
    this.items = [...this.items, ...items];
    this.heights.take(this.items);
    this.settle();
  }

  /** Where a row stands on the screen. */
  onScreen(id) {
    return this.heights.top(this.heights.find({ id, serial: 0 })) - this.scrollTop;
  }
}

test('of 100,000 entries few are in the page, wherever the reader is', () => {
  const reader = new Reader(rows(0, MANY));
  assert.ok(reader.shown > 0 && reader.shown < 60, `${reader.shown} rows`);
  for (const to of [-5_000, -1_000_000, -2_500_000, 2_000_000, 7_000_000]) {
    reader.scrollBy(to);
    assert.ok(reader.shown > 0 && reader.shown < 60, `${reader.shown} rows after ${to}`);
  }
});

test('nothing moves under the reader when older entries come before, or rows turn out higher than thought', () => {
  const reader = new Reader(rows(MANY - 100, MANY));
  for (let start = MANY - 100; start > MANY - 20_000; start -= 200) {
    reader.scrollBy(-reader.scrollTop + 500);
    const before = reader.anchor;
    const stood = reader.onScreen(before.id);
    reader.prepend(rows(start - 200, start));
    assert.ok(Math.abs(reader.onScreen(before.id) - stood) < 0.01, `moved by ${reader.onScreen(before.id) - stood}`);
  }
});

test('scrolling by a step moves what is on the screen by that step, through rows never seen before', () => {
  const reader = new Reader(rows(0, MANY));
  reader.scrollBy(-50_000);
  for (let step = 0; step < 500; step++) {
    const { id } = reader.anchor;
    const stood = reader.onScreen(id);
    reader.scrollBy(-97);
    assert.ok(Math.abs(reader.onScreen(id) - stood - 97) < 0.01);
  }
});

test('new entries keep the reader at the end when they are there, and in place when not', () => {
  const reader = new Reader(rows(0, 1000));
  reader.append(rows(1000, 1003));
  assert.ok(Math.abs(reader.scrollTop + reader.viewHeight - reader.heights.total) < 0.01);
  reader.scrollBy(-3000);
  const { id } = reader.anchor;
  const stood = reader.onScreen(id);
  reader.append(rows(1003, 1005));
  assert.equal(reader.onScreen(id), stood);
  assert.equal(reader.heights.since({ id: 'm1002', serial: 1002 }), 2);
});

test('sums of heights are the heights summed up', () => {
  const items = rows(0, 777);
  const heights = new Heights(({ id }) => 10 + (Number(id.slice(1)) % 3));
  heights.take(items);
  const known = items.map(({ id }) => 10 + (Number(id.slice(1)) % 3));
  for (let turn = 0; turn < 300; turn++) {
    const index = (turn * 131) % 777;
    known[index] = 5 + ((turn * 17) % 90);
    heights.measured(heights.mark(index), known[index]);
    const until = (turn * 71) % 778;
    const sum = known.slice(0, until).reduce((all, each) => all + each, 0);
    assert.equal(heights.top(until), sum);
    if (until < 777) assert.equal(heights.at(sum), until);
  }
});

test('a list may change at both ends at once, and in its tail', () => {
  const heights = new Heights(({ id }) => real(id));
  const sum = (items) => items.reduce((all, { id }) => all + real(id), 0);
  let items = rows(500, 1500);
  heights.take(items);
  const mark = heights.mark(700);
  const changes = [
    rows(300, 1500),
    rows(300, 1503),
    [...rows(300, 1499), ...rows(7000, 7002)],
    [...rows(100, 1400), ...rows(8000, 8001), ...rows(1400, 1410)],
    rows(900, 1600),
    rows(0, 3000),
    rows(0, 3000),
    [],
    rows(1100, 1300),
  ];
  for (const next of changes) {
    items = next;
    heights.take(items);
    assert.equal(heights.count, items.length);
    assert.ok(Math.abs(heights.total - sum(items)) < 0.01);
    assert.equal(heights.find(mark), items.findIndex(({ id }) => id === 'm1200'));
    items.forEach(({ id }, index) => index % 97 || assert.equal(heights.mark(index).id, id));
  }
});

test('neither measuring one of 100,000 rows nor adding some at either end costs as much as going through them', () => {
  const heights = new Heights(() => 60);
  let items = rows(0, MANY);
  const begun = performance.now();
  heights.take(items);
  const whole = performance.now() - begun;
  items = [...rows(MANY, MANY + 200).map(({ id }) => ({ id: `older-${id}` })), ...items, ...rows(MANY, MANY + 1)];
  const taken = performance.now();
  heights.take(items);
  for (let turn = 0; turn < 20; turn++) heights.measured(heights.mark((turn * 9973) % MANY), 30 + turn);
  const spent = performance.now() - taken;
  assert.equal(heights.count, MANY + 201);
  assert.ok(spent < whole, `${spent} ms against ${whole} ms for all`);
});

// ---- what is known of a conversation's entries

const answers = new Map();
const asked = [];
/** While set, it is given each answer to send off instead of its being sent. */
let holder = null;
let server;
const realFetch = globalThis.fetch;

before(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    const reply = () => {
      const answer = answers.get(request.url);
      response.writeHead(answer ? 200 : 503, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer ?? { status: 503, code: 'unavailable', detail: 'The database is not answering.' }));
    };
    if (holder) holder(reply);
    else reply();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A browser completes paths by itself; Node needs the host.
  globalThis.fetch = (path, init) => realFetch(`http://127.0.0.1:${server.address().port}${path}`, init);
});

after(() => {
  globalThis.fetch = realFetch;
  server.closeAllConnections();
  server.close();
});

const said = (number, more = {}) => ({
  id: `e${number}`,
  at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
  body: `${number}`,
  message: { id: `e${number}`, status: 'sent' },
  ...more,
});
const newest = (from, to) => Array.from({ length: to - from }, (_, index) => said(to - 1 - index));
const bodies = (timeline) => timeline.entries.map(({ body }) => Number(body));

/** Answers to the reader's questions about one conversation: `count` entries, with what a page holds. */
function conversationOf(path, count) {
  const page = (end, limit, cursor) => ({ items: newest(Math.max(0, end - limit), end), next: end > limit ? `${end - limit}` : null, cursor });
  answers.set(`${path}?limit=100`, page(count, 100));
  for (let end = count - 100; end > 0; end -= 200) answers.set(`${path}?limit=200&cursor=${end}`, page(end, 200));
}

test('a conversation is read from its end, page by page, to its beginning', async () => {
  conversationOf('/a', 1234);
  const timeline = new Timeline('/a');
  await timeline.load();
  assert.equal(timeline.entries.length, 100);
  assert.equal(timeline.entries.at(-1).body, '1233');
  while (timeline.next) await timeline.older();
  assert.deepEqual(bodies(timeline), Array.from({ length: 1234 }, (_, index) => index));
});

test('asking twice at once asks once', async () => {
  conversationOf('/twice', 500);
  const timeline = new Timeline('/twice');
  await Promise.all([timeline.load(), timeline.load()]);
  await Promise.all([timeline.older(), timeline.older()]);
  assert.equal(asked.filter((url) => url.startsWith('/twice?limit=200')).length, 1);
  assert.equal(timeline.entries.length, 300);
});

test('what comes while an answer is on its way is neither lost nor overwritten by it', async () => {
  conversationOf('/race', 50);
  const held = new Promise((resolve) => (holder = resolve));
  const timeline = new Timeline('/race');
  const loading = timeline.load();
  const reply = await Promise.race([held, loading]);
  timeline.put(said(50));
  timeline.tell({ id: 'e49', status: 'delivered' });
  holder = null;
  reply();
  await loading;
  assert.deepEqual(bodies(timeline).slice(-2), [49, 50]);
  assert.equal(timeline.get('e49').message.status, 'delivered');
});

test('a gap in what is known is never shown as if it were none', async () => {
  conversationOf('/gap', 1000);
  const timeline = new Timeline('/gap');
  await timeline.load();
  conversationOf('/gap', 1050);
  await timeline.load();
  assert.equal(timeline.entries.length, 150, 'what joins on is joined');
  conversationOf('/gap', 2000);
  await timeline.load();
  assert.deepEqual([timeline.entries.length, timeline.entries[0].body], [100, '1900'], 'what does not is read anew');
});

test('what a campaign texted leads to the campaign', () => {
  assert.equal(entries.campaignLink({ reference: '0a1b/17' }), '/campaigns/0a1b');
});

test('an entry that was told of twice is there once, and where its time says', async () => {
  conversationOf('/order', 10);
  const timeline = new Timeline('/order');
  await timeline.load();
  timeline.put(said(12));
  timeline.put(said(11));
  timeline.put(said(11, { body: '11' }));
  timeline.add(said(12, { body: '999' }));
  assert.deepEqual(bodies(timeline).slice(-3), [9, 11, 12]);
  timeline.put(said(11, { at: said(13).at }));
  assert.deepEqual(bodies(timeline).slice(-3), [9, 12, 11], 'one that moved is moved');
});

test('news of what lies further back than was read waits until it is read', async () => {
  conversationOf('/old', 400);
  const timeline = new Timeline('/old');
  await timeline.load();
  timeline.put(said(3));
  assert.equal(timeline.entries.length, 100);
  timeline.tell({ id: 'e3', status: 'delivered' });
  assert.equal(timeline.entries.length, 100);
});

test('a page that does not come keeps what is there and says why', async () => {
  conversationOf('/broken', 300);
  answers.delete('/broken?limit=200&cursor=200');
  const timeline = new Timeline('/broken');
  await timeline.load();
  await timeline.older();
  assert.equal(timeline.entries.length, 100);
  assert.equal(timeline.problem.code, 'unavailable');
});

test('of the lists that were searched for only the last ones are kept', () => {
  const first = conversationFeed({ box: 'all', q: 'word 0' });
  assert.equal(conversationFeed({ box: 'all', q: 'word 0' }), first);
  for (let n = 1; n <= 12; n++) conversationFeed({ box: 'all', q: `word ${n}` });
  assert.notEqual(conversationFeed({ box: 'all', q: 'word 0' }), first);
});
