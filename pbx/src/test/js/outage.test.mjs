import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as api from '../../main/resources/static/lib/api.js';
import { lookForOutage, outage } from '../../main/resources/static/lib/live.js';

const AWAY = { status: 'DOWN', checks: { database: { passed: false } }, withoutDatabase: { asOf: '2026-11-29T20:44:03Z' } };
const WELL = { status: 'UP', checks: { database: { passed: true } }, withoutDatabase: null };

/** Answers to `/health`, one after the other; null for a server that does not answer. */
function health(...answers) {
  const asked = [];
  globalThis.fetch = async (path, options) => {
    asked.push([path, options.credentials]);
    const next = answers.shift();
    if (next === null) throw new TypeError('no answer');
    return new Response(JSON.stringify(next), { status: next === WELL ? 200 : 503 });
  };
  return asked;
}

test('an outage is known until the database is back, also while the server itself does not answer', async () => {
  const asked = health(AWAY, null, AWAY, WELL);
  const seen = [];
  await lookForOutage(async () => seen.push(outage.current));
  assert.deepEqual(seen, [{ asOf: '2026-11-29T20:44:03Z' }, { asOf: '2026-11-29T20:44:03Z' }, { asOf: '2026-11-29T20:44:03Z' }]);
  assert.equal(outage.current, null);
  assert.deepEqual(asked[0], ['/health', 'omit']);
});

test('where nothing is known by heart it says so, and it is looked at once at a time', async () => {
  const asked = health({ ...AWAY, withoutDatabase: { asOf: null } }, WELL);
  await lookForOutage(async () => {
    assert.deepEqual(outage.current, { asOf: null });
    await lookForOutage();
  });
  assert.equal(asked.length, 2);
});

test('a server that fails to answer is looked into, and one that refuses is not', async () => {
  let looks = 0;
  api.whenFailing(() => (looks += 1));
  for (const status of [503, 422, 500]) {
    globalThis.fetch = async () => new Response('{"code":"x","detail":"y"}', { status });
    await assert.rejects(api.get('/api/calls'));
  }
  api.whenFailing(() => {});
  assert.equal(looks, 2);
});
