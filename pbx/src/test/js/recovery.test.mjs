import assert from 'node:assert/strict';
import test from 'node:test';
import { useZone } from '../../main/resources/static/lib/format.js';
import { backupOf, findings, standing } from '../../main/resources/static/components/recovery/model.js';

useZone('America/New_York');

const now = Date.parse('2026-11-24T18:00:00Z');
const backupAt = '2026-11-24T14:30:00Z';
const found = { deliveries: 0, texts: 0, arrived: 0, strangers: 0, back: 0 };

test('a backup is told by day and time', () => {
  assert.equal(backupOf(backupAt, now), 'today, 9:30 AM');
  assert.equal(backupOf('2026-11-23T14:30:00Z', now), 'yesterday, 9:30 AM');
  assert.equal(backupOf('2026-11-22T14:30:00Z', now), 'Sunday, 9:30 AM');
});

test('until the carrier has told all, the banner says that it is asked', () => {
  assert.equal(
    standing({ resumable: false, problem: null, found, backupAt }, now),
    'The carrier is asked what it has sent since the backup of today, 9:30 AM. Calls and what comes in work.',
  );
});

test('a carrier that cannot be asked is told', () => {
  assert.equal(standing({ resumable: false, problem: 'It can’t be asked.', found, backupAt }, now), 'It can’t be asked.');
});

test('what the carrier has is counted', () => {
  const told = (deliveries, texts) => standing({ resumable: true, problem: null, found: { ...found, deliveries, texts }, backupAt }, now);
  assert.equal(told(0, 0), 'The carrier has none of the texts that wait here.');
  assert.equal(told(0, 1), '1 text that waited here was sent before, and is not sent again.');
  assert.equal(told(4000, 12), '4,012 texts that waited here were sent before, and are not sent again.');
});

test('each finding has a line', () => {
  assert.deepEqual(
    findings({ deliveries: 1200, texts: 3, arrived: 4, strangers: 9, back: 7 }).map(([, value]) => value),
    ['1,200', '3', '4', '7', '2'],
  );
});
