import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as filters from '../../main/resources/static/calls/filtermodel.js';
import { callerName } from '../../main/resources/static/calls/model.js';

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
    ['Outgoing', 'No answer', 'Maya', '(415) 555-0100', 'Recorded', 'From Monday, March 2', 'To soon'],
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
