import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as storage from '../../main/resources/static/settings/storagemodel.js';

const GIGA = 1_000_000_000;

test('sizes are said as disks are sold, with three figures at most', () => {
  assert.deepEqual([0, 999, 1000, 15_360, 999_499, 999_500, 1_234_567, 250 * GIGA, 4_000 * GIGA].map(storage.size), [
    '0 bytes',
    '999 bytes',
    '1 KB',
    '15.4 KB',
    '999 KB',
    '1 MB',
    '1.23 MB',
    '250 GB',
    '4 TB',
  ]);
});

test('what takes room is named, the database among it, largest first', () => {
  const kinds = [
    { kind: 'greetings', count: 2, bytes: 10, oldest: null },
    { kind: 'voicemails', count: 3, bytes: 300, oldest: '2026-11-01T00:00:00Z' },
    { kind: 'faxes', count: 1, bytes: 1, oldest: null },
  ];
  assert.deepEqual(
    storage.parts({ kinds, database: { bytes: 200, here: true } }).map(({ name, bytes }) => [name, bytes]),
    [['Voicemails', 300], ['Database', 200], ['Greetings', 10], ['faxes', 1]],
  );
});

test('the bar is never longer than the disk, shows whatever there is, and what others have on it', () => {
  const drawn = storage.bars([{ name: 'A', tone: 'blue', bytes: 1 }, { name: 'B', tone: 'grey', bytes: 0 }, { name: 'C', tone: 'green', bytes: 40 * GIGA }], { size: 100 * GIGA, free: 30 * GIGA });
  assert.deepEqual(drawn.map(({ name, from, width }) => [name, Math.round(from), Math.round(width)]), [['A', 0, 4], ['B', 4, 0], ['C', 4, 400], ['Other', 404, 300]]);
  const full = storage.bars([{ name: 'A', tone: 'blue', bytes: 900 }], { size: 100, free: 0 });
  assert.ok(full.every(({ from, width }) => from + width <= 1000));
});

test('a database on a server of its own takes no room here', () => {
  const shown = storage.parts({ kinds: [], database: { bytes: 200, here: false } });
  assert.deepEqual(shown.map(({ name }) => name), ['Database, on its own server']);
  assert.deepEqual(storage.bars(shown, { size: 1000, free: 1000 }).map(({ name, width }) => [name, width]), [['Other', 0]]);
});

test('a disk is short of room below two gigabytes, and a small one below a tenth', () => {
  assert.equal(storage.isShort({ size: 500 * GIGA, free: 3 * GIGA }), false);
  assert.equal(storage.isShort({ size: 500 * GIGA, free: 1.9 * GIGA }), true);
  assert.equal(storage.isShort({ size: 8 * GIGA, free: GIGA }), false);
  assert.equal(storage.isShort({ size: 8 * GIGA, free: GIGA / 2 }), true);
});
