import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { change } from '../../main/resources/static/lib/changes.js';
import { getTelling } from '../../main/resources/static/lib/telling.js';
import * as format from '../../main/resources/static/lib/format.js';
import * as phrases from '../../main/resources/static/lib/phrases.js';
import { plain } from '../../main/resources/static/lib/format.js';
import { address, match } from '../../main/resources/static/lib/router.js';
import { backOff, eventReader } from '../../main/resources/static/lib/live.js';
import { Document, Feed, isBelow, rootOf } from '../../main/resources/static/lib/store.js';
import { Entities } from '../../main/resources/static/lib/topics.js';
import { movedBy, scrollFor, visibleRows } from '../../main/resources/static/lib/virtual.js';

const NOW = Date.parse('2026-11-24T20:30:00Z');

test('times are the business’s wall clock', () => {
  format.useZone('America/Los_Angeles');
  assert.equal(format.time('2026-11-24T16:12:00Z'), '8:12 AM');
  format.useZone('Europe/Berlin');
  assert.equal(format.time('2026-11-24T16:12:00Z'), '5:12 PM');
  format.useZone('America/Los_Angeles');
});

test('days are today, yesterday, a weekday, then a date', () => {
  assert.equal(format.day('2026-11-24T16:12:00Z', NOW), 'Today');
  assert.equal(format.day('2026-11-24T07:59:00Z', NOW), 'Yesterday');
  assert.equal(format.day('2026-11-20T20:00:00Z', NOW), 'Friday');
  assert.equal(format.day('2026-11-03T20:00:00Z', NOW), 'Nov 3');
  assert.equal(format.day('2025-11-03T20:00:00Z', NOW), 'Nov 3, 2025');
});

test('a list shows the time of today and the day of before', () => {
  assert.equal(format.when('2026-11-24T16:12:00Z', NOW), '8:12 AM');
  assert.equal(format.when('2026-11-23T16:12:00Z', NOW), 'Yesterday');
  assert.equal(phrases.whenLong('2026-11-24T16:12:00Z', NOW), 'Today at 8:12 AM');
});

test('a calendar day is named whatever zone the reader sits in', () => {
  assert.equal(format.calendarDay('2026-11-24'), 'Tuesday, November 24');
});

test('lengths read as a clock and are said in words', () => {
  assert.equal(format.clock(47.9), '0:47');
  assert.equal(format.clock(3723), '1:02:03');
  assert.equal(format.clock(-2), '0:00');
  assert.equal(phrases.spoken(61), '1 minute 1 second');
  assert.equal(phrases.spoken(0), '0 seconds');
  assert.equal(phrases.spoken(120), '2 minutes');
});

test('the corner of a row says how long ago', () => {
  assert.equal(format.ago('2026-11-24T20:29:50Z', NOW), 'now');
  assert.equal(format.ago('2026-11-24T20:18:00Z', NOW), '12m');
  assert.equal(format.ago('2026-11-24T12:30:00Z', NOW), '8h');
  assert.equal(format.ago('2026-11-21T20:30:00Z', NOW), '3d');
  assert.equal(format.ago('2026-11-24T20:31:00Z', NOW), 'now');
});

test('initials leave titles and phone numbers out', () => {
  assert.equal(format.initials('Dana Whitfield'), 'DW');
  assert.equal(format.initials('Dr. Marcus Cole'), 'MC');
  assert.equal(format.initials('Élodie'), 'É');
  assert.equal(format.initials('(707) 555-0116'), '');
  assert.equal(format.initials(undefined), '');
});

test('a count is never rounded', () => {
  assert.equal(format.count(1, 'call'), '1 call');
  assert.equal(format.count(1846, 'call'), '1,846 calls');
  assert.equal(format.share(0, 0), null);
  assert.equal(format.share(2, 3), 67);
});

test('a route matches whole paths, with an optional last part', () => {
  assert.deepEqual(match('/voicemail/:id?', '/voicemail'), {});
  assert.deepEqual(match('/voicemail/:id?', '/voicemail/v%201'), { id: 'v 1' });
  assert.equal(match('/voicemail/:id?', '/voicemail/1/2'), null);
  assert.equal(match('/voicemail', '/voicemails'), null);
  assert.deepEqual(match('/', '/'), {});
  assert.deepEqual(match('/calls/:id', '/calls/%E0%A4%A'), { id: '%E0%A4%A' });
});

test('an address leaves empty parameters out', () => {
  assert.equal(address('/calls', { outcome: '', ext: undefined }), '/calls');
  assert.equal(address('/phone', { dial: '+18335550100' }), '/phone?dial=%2B18335550100');
});

test('an event stream is read whatever the pieces it comes in', () => {
  const stream = ': hi\n\nid: 7\nevent: counts\ndata: {"a":\ndata: 1}\n\nid: 8\r\ndata: x\r\n\r\nevent: none\n\n';
  for (const size of [1, 2, 3, 7, 1000]) {
    const events = [];
    const read = eventReader((event) => events.push(event));
    for (let at = 0; at < stream.length; at += size) read(stream.slice(at, at + size));
    assert.deepEqual(events, [
      { id: '7', type: 'counts', data: '{"a":\n1}' },
      { id: '8', type: 'message', data: 'x' },
    ]);
  }
});

test('retries wait longer each time, up to half a minute, never all at once', () => {
  assert.deepEqual([0, 1, 2, 10].map((attempt) => backOff(attempt, () => 1)), [1, 2, 4, 30]);
  assert.equal(backOff(10, () => 0), 15);
});

test('a long list keeps few rows in the page', () => {
  const rows = visibleRows({ count: 10_000, rowHeight: 52, scrollTop: 52_000, viewHeight: 800 });
  assert.equal(rows.height, 520_000);
  assert.equal(rows.first, 992);
  assert.ok(rows.last - rows.first < 40);
  assert.deepEqual(visibleRows({ count: 3, rowHeight: 52, scrollTop: 9999, viewHeight: 800 }), { first: 3, last: 3, height: 156 });
});

test('a row out of sight tells where to scroll', () => {
  const view = { rowHeight: 50, scrollTop: 100, viewHeight: 200 };
  assert.equal(scrollFor(0, view), 0);
  assert.equal(scrollFor(3, view), null);
  assert.equal(scrollFor(9, view), 300);
});

test('a row is known by how far it has moved', () => {
  const rows = (...ids) => ids.map((id) => ({ id }));
  assert.equal(movedBy(rows('a', 'b', 'c'), rows('n', 'm', 'a', 'b', 'c'), 1), 2);
  assert.equal(movedBy(rows('a', 'b', 'c'), rows('b', 'c'), 2), -1);
  assert.equal(movedBy(rows('a', 'b', 'c'), rows('c', 'a', 'b'), 1), 1);
  assert.equal(movedBy(rows('a', 'b'), rows('x', 'y'), 1), 0);
  assert.equal(movedBy(rows('a'), rows('a'), 5), 0);
});

test('older news never replaces newer', () => {
  const entities = new Entities();
  entities.put({ id: 'a', version: 2, name: 'new' });
  entities.put({ id: 'a', version: 1, name: 'old' });
  assert.equal(entities.get('a').name, 'new');
  const asked = entities.revision;
  entities.put({ id: 'a', version: 2, name: 'from the stream' });
  entities.put({ id: 'a', version: 2, name: 'from an answer asked for before' }, asked);
  assert.equal(entities.get('a').name, 'from the stream');
});

test('news that overtake the answer to what was sent are newer', async () => {
  const entities = new Entities();
  const made = entities.answer(Promise.resolve({ id: 'a', state: 'searching' }));
  entities.put({ id: 'a', state: 'ready' });
  await made;
  assert.equal(entities.get('a').state, 'ready');
  await entities.answer(Promise.resolve({ id: 'a', state: 'released' }));
  assert.equal(entities.get('a').state, 'released');
});

/** A request that is answered when the test says so. */
function request() {
  const made = { sent: false };
  const answered = new Promise((done, refused) => Object.assign(made, { done, refused }));
  return Object.assign(made, { ask: () => ((made.sent = true), answered) });
}

test('what is undone and done again at once is asked for in that order, and stays as it was last wanted', async () => {
  const entities = new Entities();
  entities.put({ id: 'a', deleted: true });
  const [undo, again] = [request(), request()];
  const undone = change(entities, { id: 'a' }, { changed: { deleted: false }, ask: undo.ask });
  const deleted = change(entities, { id: 'a' }, { changed: { deleted: true }, ask: again.ask });
  await Promise.resolve();
  assert.deepEqual([undo.sent, again.sent], [true, false]);
  undo.done({ id: 'a', deleted: false });
  assert.ok(await undone);
  assert.ok(again.sent);
  assert.ok(entities.get('a').deleted, 'the first answer does not undo what was done since');
  again.done({ id: 'a', deleted: true, by: 'me' });
  assert.ok(await deleted);
  assert.equal(entities.get('a').by, 'me');
});

test('what is refused is shown as the server had it last', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const entities = new Entities();
  entities.put({ id: 'b', name: 'before' });
  const [first, second] = [request(), request()];
  const changes = [first, second].map((each, at) => change(entities, { id: 'b' }, { changed: { name: `change ${at}` }, ask: each.ask }));
  first.refused(new Error('No.'));
  second.refused(new Error('No.'));
  assert.deepEqual(await Promise.all(changes), [false, false]);
  assert.equal(entities.get('b').name, 'before');
});

test('what somebody else did while a change is on its way is newer than the answer to it', async () => {
  const entities = new Entities();
  entities.put({ id: 'c', owner: null });
  const mine = request();
  const taken = change(entities, { id: 'c' }, { changed: { owner: 'me' }, ask: mine.ask });
  await Promise.resolve();
  assert.ok(mine.sent);
  entities.put({ id: 'c', owner: 'Priya' });
  mine.done({ id: 'c', owner: 'me' });
  assert.ok(await taken);
  assert.equal(entities.get('c').owner, 'Priya');
});

const answers = new Map();
/** What takes long, by its address: each part is sent alone, and `null` never ends. @type {Map<string, (string | null)[]>} */
const slow = new Map();
let server;
const realFetch = globalThis.fetch;

before(async () => {
  server = createServer(async (request, response) => {
    for (const part of slow.get(request.url) ?? []) {
      if (part !== null) response.write(part);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (slow.has(request.url)) return slow.get(request.url).includes(null) || response.end();
    const answer = answers.get(request.url);
    response.writeHead(answer ? 200 : 503, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer ?? { status: 503, code: 'unavailable', detail: 'The database is not answering.' }));
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

const feedOf = (entities, accepts = () => true) =>
  new Feed({ entities, path: '/list?limit=2', accepts, compare: (a, b) => b.at - a.at });

test('a list loads page by page and takes in what arrives meanwhile', async () => {
  const entities = new Entities();
  const feed = feedOf(entities);
  answers.set('/list?limit=2', { items: [{ id: 'c', at: 3 }, { id: 'b', at: 2 }], next: 'x' });
  answers.set('/list?limit=2&cursor=x', { items: [{ id: 'a', at: 1 }], next: null });
  await feed.load();
  assert.deepEqual(feed.items.map((item) => item.id), ['c', 'b']);
  entities.put({ id: 'd', at: 4 });
  entities.put({ id: 'far', at: 0 });
  assert.deepEqual(feed.items.map((item) => item.id), ['d', 'c', 'b'], 'what lies below the loaded part waits');
  await feed.more();
  assert.deepEqual(feed.items.map((item) => item.id), ['d', 'c', 'b', 'a', 'far']);
});

test('news of a list take nothing from whoever has gone far down in it, unless something may be missing between', async () => {
  const entities = new Entities();
  const feed = feedOf(entities);
  const ids = () => feed.items.map((item) => item.id).join('');
  const renewed = async (items, next) => {
    answers.set('/list?limit=2', { items, next });
    await feed.renew();
    return ids();
  };
  answers.set('/list?limit=2', { items: [{ id: 'e', at: 5 }, { id: 'd', at: 4 }], next: 'x' });
  answers.set('/list?limit=2&cursor=x', { items: [{ id: 'c', at: 3 }, { id: 'b', at: 2 }], next: 'y' });
  answers.set('/list?limit=2&cursor=y', { items: [{ id: 'a', at: 1 }], next: null });
  await feed.load();
  await feed.more();
  assert.equal(await renewed([{ id: 'f', at: 6 }, { id: 'e', at: 5 }], 'z'), 'fedcb');
  await feed.more();
  assert.equal(ids(), 'fedcba');
  assert.equal(await renewed([{ id: 'z', at: 9 }, { id: 'y', at: 8 }], 'w'), 'zy');
});

test('what a complete answer no longer holds is forgotten', async () => {
  const entities = new Entities();
  const feed = feedOf(entities, (item) => item.live);
  entities.put({ id: 'ended while we were away', at: 1, live: true });
  entities.put({ id: 'of another list', at: 2, live: false });
  answers.set('/list?limit=2', { items: [{ id: 'now', at: 3, live: true }], next: null });
  await feed.load();
  assert.deepEqual(feed.items.map((item) => item.id), ['now']);
  assert.ok(entities.get('of another list'));
});

test('a failed reload keeps what is on screen and says why', async () => {
  const entities = new Entities();
  const feed = feedOf(entities);
  answers.set('/list?limit=2', { items: [{ id: 'a', at: 1 }], next: null });
  await feed.load();
  answers.delete('/list?limit=2');
  await feed.load();
  assert.deepEqual(feed.items.map((item) => item.id), ['a']);
  assert.equal(feed.problem.code, 'unavailable');
  assert.equal(feed.problem.message, 'The database is not answering.');
});

test('a document keeps its old value when the next does not come', async () => {
  const document = new Document('/one');
  answers.set('/one', { figure: 1 });
  await document.load();
  answers.delete('/one');
  await document.load();
  assert.deepEqual(document.value, { figure: 1 });
  assert.equal(document.status, 'error');
});

test('what was just changed is asked for after what is on its way, which may have been given before', async (t) => {
  const asked = [];
  t.mock.method(globalThis, 'fetch', () => new Promise((done) => asked.push((value) => done(new Response(JSON.stringify(value))))));
  const document = new Document('/one');
  const before = document.load();
  const changed = document.again();
  asked[0]({ blocked: false });
  await before;
  assert.equal(asked.length, 2);
  asked[1]({ blocked: true });
  await changed;
  assert.deepEqual(document.value, { blocked: true });
});

test('what takes long tells how far it has come, also where a line comes in two parts', async () => {
  slow.set('/long', ['{"step":"judging","done":1,"of":2}\n{"step":"jud', 'ging","done":2,"of":2}\n', '{"launch":{"willGet":2}}\n']);
  const told = [];
  const launch = await getTelling('/long', 'launch', { onLine: (line) => told.push(line.done), signal: new AbortController().signal });
  assert.deepEqual(told, [1, 2]);
  assert.deepEqual(launch, { willGet: 2 });
});

test('what takes long may end in a problem, break off, or be stopped', async () => {
  const asked = (path, signal = new AbortController().signal) => getTelling(path, 'launch', { onLine: () => {}, signal });
  slow.set('/problem', ['{"step":"judging","done":1,"of":2}\n', '{"problem":{"status":404,"code":"campaign_not_found","detail":"Gone."}}\n']);
  slow.set('/broken', ['{"step":"judging","done":1,"of":2}\n']);
  slow.set('/endless', ['{"step":"judging","done":1,"of":2}\n', null]);
  await assert.rejects(asked('/problem'), { code: 'campaign_not_found', message: 'Gone.' });
  await assert.rejects(asked('/broken'), { code: 'unreachable' });
  await assert.rejects(asked('/nowhere'), { code: 'unavailable' });
  await assert.rejects(asked('/endless', AbortSignal.timeout(100)), { code: 'stopped' });
});

test('marks that turn text around are shown, not obeyed', () => {
  assert.equal(plain('gnp\u202Eexe\u202C'), 'gnp‹RLO›exe‹PDF›');
  assert.equal(plain('שלום\u200F!'), 'שלום\u200F!');
});

test('a change of settings concerns one document, any other change all of its kind', () => {
  assert.equal(rootOf('/api/contacts/1/consents'), '/api/contacts');
  assert.equal(rootOf('/api/settings'), '/api/settings');
  assert.equal(rootOf('/api/settings/parking'), '/api/settings/parking');
  assert.ok(isBelow('/api/people', '/api/people'));
  assert.ok(isBelow('/api/people', '/api/people/invitations'));
  assert.ok(isBelow('/api/contacts', '/api/contacts?limit=100'));
  assert.ok(!isBelow('/api/people', '/api/peoples'));
  assert.ok(!isBelow('/api/settings/parking', '/api/settings/messages'));
});
