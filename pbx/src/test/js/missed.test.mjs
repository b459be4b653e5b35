import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongs, boxOf, doneWords, note, times } from '../../main/resources/static/calls/missedmodel.js';

const item = (more = {}) => ({ id: 'm', state: 'open', owner: null, misses: 1, ...more });

test('a missed call stands where it belongs', () => {
  assert.ok(belongs(item(), 'open', 'me'));
  assert.ok(!belongs(item(), 'mine', 'me'));
  assert.ok(belongs(item({ owner: { id: 'me' } }), 'mine', 'me'));
  assert.ok(!belongs(item({ owner: { id: 'me' }, state: 'done' }), 'mine', 'me'));
  assert.ok(belongs(item({ state: 'done' }), 'done', 'me'));
  for (const box of ['open', 'mine', 'done']) assert.ok(!belongs(item({ gone: true }), box, undefined), box);
});

test('an unknown part of the list is the first', () => {
  assert.equal(boxOf({}), 'open');
  assert.equal(boxOf({ box: 'done' }), 'done');
  assert.equal(boxOf({ box: 'all' }), 'open');
});

test('several misses are told with their number', () => {
  assert.equal(times(item()), 'Missed once');
  assert.equal(times(item({ misses: 3 })), 'Missed 3 times');
  assert.equal(note(0), 'Nobody to call back');
  assert.equal(note(1), '1 caller to call back');
});

test('each way of being done is told in words of its own', () => {
  const at = '2026-11-24T10:00:00Z';
  const ways = ['marked', 'texted', 'reached', 'message_left'].map((how) => doneWords({ at, how, by: null }));
  assert.equal(new Set(ways).size, 4);
  assert.match(doneWords({ at, how: 'marked', by: { name: 'Priya' } }), /^Marked as done by Priya/);
});
