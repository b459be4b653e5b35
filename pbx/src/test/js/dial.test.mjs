import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerName, isOutbound, look, otherNumber, reached } from '../../main/resources/static/calls/model.js';
import { callable, shownNumbers, troubleOf } from '../../main/resources/static/components/dial/model.js';

const call = (more = {}) => ({ direction: 'outbound', from: '+14155550100', fromDisplay: '(415) 555-0100', to: '+14155550148', toDisplay: '(415) 555-0148', extension: { name: 'Dana' }, ...more });

test('only numbers are called', () => {
  assert.ok(callable('+14155550148'));
  for (const nothing of ['', null, undefined, '71441', 'client:dana']) assert.ok(!callable(nothing), String(nothing));
});

test('what the other side sees is chosen from numbers that are ready', () => {
  const ready = { state: 'ready' };
  const shown = shownNumbers([
    { number: '+18335550100', display: '(833) 555-0100', use: 'main', extension: null, provisioning: ready },
    { number: '+14155550100', display: '(415) 555-0100', use: 'extension', extension: { name: 'Dana' }, provisioning: ready },
    { number: '+14155550101', display: '(415) 555-0101', use: 'kept', extension: null, provisioning: { state: 'releasing' } },
    { number: null, display: null, use: 'extension', extension: { name: 'Luis' }, provisioning: { state: 'buying' } },
  ]);
  assert.deepEqual(shown.map(({ value }) => value), ['', '+18335550100', '+14155550100']);
  assert.match(shown[0].label, /Direct or main number/, 'not everybody has a direct one');
  assert.match(shown[1].label, /Main number/);
});

test('why nobody is called is a sentence', () => {
  const refusal = (field, message) => ({ message: 'Invalid', errors: [{ field, message }] });
  assert.equal(troubleOf(refusal('to', 'is a premium number'), '(900) 555-0148'), '(900) 555-0148 is a premium number.');
  assert.equal(troubleOf(refusal('ext', 'is not known'), 'x'), 'Your extension is not known.');
  assert.equal(troubleOf({ message: 'You have placed many calls.', errors: [] }, 'x'), 'You have placed many calls.');
});

test('a call from here shows the other side and who called', () => {
  assert.ok(isOutbound(call()));
  assert.equal(callerName(call()), '(415) 555-0148');
  assert.equal(otherNumber(call()), '+14155550148');
  assert.equal(reached(call()), 'Dana called from (415) 555-0100');
  for (const outcome of ['answered', 'unreached', 'not_taken', 'not_confirmed', 'failed']) {
    assert.notEqual(look(call({ live: false, outcome })).label, 'Ended', outcome);
  }
});
