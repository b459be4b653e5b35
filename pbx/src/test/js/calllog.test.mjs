import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as filters from '../../main/resources/static/calls/filtermodel.js';
import { callerName } from '../../main/resources/static/calls/model.js';
import * as wall from '../../main/resources/static/calls/wallmodel.js';

const call = (more) => ({ id: 'c', direction: 'inbound', outcome: 'missed', extension: { ext: '101' }, ...more });

test('the server is asked for what the address says and nothing else', () => {
  assert.equal(filters.queryOf({ q: 'Ana', to: '2026-03-02', id: '7', box: 'open', outcome: '' }), 'q=Ana&to=2026-03-02');
  assert.equal(filters.queryOf({}), '');
});

test('news of a call stands in a list when its filters say so', () => {
  const missed = filters.accepts({ outcome: 'missed', ext: '101', direction: 'inbound' }, new Set());
  assert.ok(missed(call()));
  assert.ok(!missed(call({ outcome: 'answered' })));
  assert.ok(!missed(call({ extension: { ext: '102' } })));
  assert.ok(!missed(call({ extension: null })));
  assert.ok(!missed(call({ direction: 'outbound' })));
  assert.ok(filters.accepts({}, new Set())(call()));
});

test('whom words, days, numbers and recordings mean only the server knows', () => {
  for (const query of [{ q: 'Ana' }, { number: '+14155550100' }, { recorded: 'true' }, { from: '2026-03-02' }, { to: '2026-03-02' }]) {
    assert.ok(!filters.accepts(query, new Set())(call()));
    assert.ok(filters.accepts(query, new Set(['c']))(call()));
  }
});

test('each filter that is set says what it is, in words where they are known', () => {
  const known = { extensions: [{ ext: '101', name: 'Maya' }], numbers: [{ number: '+14155550100', display: '(415) 555-0100' }] };
  const query = { q: 'Ana', direction: 'outbound', outcome: 'unreached', ext: '101', number: '+14155550100', recorded: 'true', from: '2026-03-02', to: 'soon' };
  assert.deepEqual(
    filters.chips(query, known).map(({ label }) => label),
    ['Outgoing', 'No answer', 'Maya', '(415) 555-0100', 'Recorded', 'From Mar 2, 2026', 'To soon'],
  );
  assert.deepEqual(filters.chips({ ext: '199', number: '+14155550199' }).map(({ label }) => label), ['ext 199', '+14155550199']);
  assert.deepEqual(filters.chips({}), []);
});

test('a last day before the first is wrong', () => {
  assert.equal(filters.wrongDays({ from: '2026-03-02', to: '2026-03-02' }), null);
  assert.equal(filters.wrongDays({ to: '2026-03-02' }), null);
  assert.match(filters.wrongDays({ from: '2026-03-02', to: '2026-03-01' }), /before the first day/);
});

test('a caller has their name where they have one', () => {
  assert.equal(callerName({ name: 'José García', fromDisplay: '(415) 555-0151' }), 'José García');
  assert.equal(callerName({ name: null, fromDisplay: '(415) 555-0151' }), '(415) 555-0151');
});

const seat = (ext, state, since = null) => ({ person: { id: ext, ext, name: `P${ext}` }, state, since });
const NOW = Date.parse('2026-03-02T18:05:00Z');

test('on the wall those who do something stand first, with since when', () => {
  const { shown, more } = wall.people([seat('103', 'away'), seat('102', 'free'), seat('104', 'ringing', '2026-03-02T18:04:50Z'), seat('101', 'talking', '2026-03-02T18:00:00Z')], NOW);
  assert.deepEqual(shown.map(({ name, label, time }) => [name, label, time]), [['P101', 'On a call', '5:00'], ['P104', 'Ringing', '0:10'], ['P102', 'Free', ''], ['P103', 'Away', '']]);
  assert.equal(more, 0);
  assert.equal(wall.people(Array.from({ length: 40 }, (_, at) => seat(String(100 + at), 'free')), NOW).more, 10);
});

test('on the wall the longest calls stand first, and what finds no place is counted', () => {
  const calls = Array.from({ length: 10 }, (_, at) => ({ id: at, startedAt: new Date(NOW - at * 1000).toISOString() }));
  const { shown, more } = wall.onTheLine(calls);
  assert.deepEqual([shown[0].id, shown.length, more], [9, 8, 2]);
});

test('a queue says how many wait, and warns when it takes long', () => {
  const queue = (seconds) => wall.queue({ name: 'Sales', waiting: 2, waitingSince: new Date(NOW - seconds * 1000).toISOString(), members: 3, free: 1 }, NOW);
  assert.deepEqual(queue(10), { name: 'Sales', waiting: 2, longest: '0:10', tone: 'blue', staffed: '1 of 3 free' });
  assert.deepEqual([queue(60).tone, queue(180).tone], ['orange', 'red']);
  assert.deepEqual(wall.queue({ name: 'Sales', waiting: 0, waitingSince: null, members: 1, free: 0 }, NOW), { name: 'Sales', waiting: 0, longest: '–', tone: 'grey', staffed: '0 of 1 free' });
});

test('the day stands in four figures', () => {
  const day = { today: { answered: 12, missed: 0 }, longestWaitSeconds: null };
  assert.deepEqual(wall.figures(day, 3).map(({ figure }) => figure), ['3', '12', '0', '–']);
  assert.deepEqual(wall.figures({ today: { answered: 1, missed: 2 }, longestWaitSeconds: 95 }, 0).map(({ figure, tone }) => [figure, tone]), [['0', 'blue'], ['1', 'green'], ['2', 'red'], ['1:35', 'grey']]);
});
