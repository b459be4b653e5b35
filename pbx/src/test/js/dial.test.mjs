import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerName, isOutbound, look, otherNumber, reached } from '../../main/resources/static/calls/model.js';
import { fresh } from '../../main/resources/static/components/alarm/model.js';
import { helpEntries, numberEntries } from '../../main/resources/static/components/palette/model.js';
import { callable, helpNumber, helpWords, shownNumbers, troubleOf, typedNumber } from '../../main/resources/static/components/dial/model.js';

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
  assert.equal(reached(call({ live: false })), 'Dana called from (415) 555-0100');
  assert.equal(reached(call({ live: true })), 'Dana · from (415) 555-0100');
  for (const outcome of ['answered', 'unreached', 'not_taken', 'not_confirmed', 'failed']) {
    assert.notEqual(look(call({ live: false, outcome })).label, 'Ended', outcome);
  }
});

test('a number for help is known however it is typed, and no other is taken for one', () => {
  for (const typed of ['911', ' 9-1-1', '+1 911', '+911', '9911']) assert.equal(helpNumber(typed), '911', typed);
  assert.equal(helpNumber('9933'), '933');
  for (const typed of ['112', '988']) assert.equal(helpNumber(typed), typed);
  for (const typed of ['', '91', '9112', '9988', '999', '(911) 555-0148', 'Dana 911']) assert.equal(helpNumber(typed), null, typed);
  assert.deepEqual(helpEntries(null), []);
  assert.deepEqual(helpEntries('911').map(({ label, act, help }) => [label, act, help]), [['Call 911', 'help', '911']]);
});

test('whoever calls for help reads before what comes of it', () => {
  const ready = { phone: '(415) 555-0190', from: '(415) 555-0170', located: true, told: ['Front Desk'] };
  const located = helpWords(ready, '911');
  assert.match(located.what, /\(415\) 555-0190, rings.*address registered for \(415\) 555-0170/);
  assert.equal(located.warning, '');
  assert.match(located.told, /by text Front Desk/);
  assert.match(helpWords({ ...ready, located: false, told: [] }, '911').warning, /has to ask where you are. Use another phone/);
  assert.match(helpWords({ ...ready, phone: null }, '911').what, /Dial 911 from any phone/);
  assert.equal(helpWords({ ...ready, located: false }, '988').warning, '');
  assert.match(helpWords(ready, '988').told, /Nobody else/);
  assert.match(helpWords(null, '911').what, /connected at once/);
});

test('an alarm that is told twice is shown once', () => {
  const known = new Set();
  assert.ok(fresh(known, 'a'));
  assert.ok(!fresh(known, 'a'));
  assert.ok(fresh(known, 'b'));
});

test('a number is known however it is written, and nothing else is taken for one', () => {
  for (const typed of ['(415) 555-0148', '415.555.0148', '+1 415 555 0148', '14155550148']) {
    assert.deepEqual(typedNumber(typed), { number: '+14155550148', display: '(415) 555-0148' }, typed);
  }
  assert.deepEqual(typedNumber('+44 20 7946 0018'), { number: '+442079460018', display: '+442079460018' });
  for (const typed of ['', '101', '415 555', '115 555 0148', '+0123456789', 'Maria 415 555 0148', '4155550148 9']) assert.equal(typedNumber(typed), null, typed);
});

test('whom nobody knows can be called and texted, by who may', () => {
  const typed = typedNumber('415 555 0148');
  assert.deepEqual(numberEntries(typed, () => true).map(({ label }) => label), ['Call (415) 555-0148', 'Text (415) 555-0148']);
  assert.deepEqual(numberEntries(typed, () => false), []);
  assert.deepEqual(numberEntries(null, () => true), []);
});
