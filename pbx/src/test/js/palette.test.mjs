import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saying } from '../../main/resources/static/components/palette/model.js';
import { ServerSearch } from '../../main/resources/static/components/palette/server.js';

const FAILING = [503, { status: 503, code: 'unavailable', detail: 'Not now.' }];
const REFUSED = [422, { status: 422, code: 'invalid_fields', detail: 'Too many.' }];
const call = { id: 'c1', name: 'Ada Reyes', startedAt: '2026-11-24T17:00:00Z' };

/** A server whose calls are found, and whose voicemails answer as told. */
function server(voicemails) {
  globalThis.document = { cookie: '' };
  globalThis.fetch = async (path) => {
    const [status, body] = path.startsWith('/api/voicemails')
      ? voicemails
      : [200, { items: path.startsWith('/api/calls') ? [call] : [], next: null }];
    return new Response(JSON.stringify(body), { status });
  };
}

/** Asks, and waits until all have answered. */
const search = (words) =>
  new Promise((done) => {
    const asked = new ServerSearch(() => asked.isLooking || done(asked), () => '');
    asked.ask(words);
  });

test('what could not be searched is told, and what the others found is there', async () => {
  server(FAILING);
  const found = await search('ada');
  assert.equal(found.hasFailed, true);
  assert.deepEqual(found.entries.map(({ to }) => to), ['/calls/c1']);
});

test('words that are refused are no failure, and the next search begins anew', async () => {
  server(REFUSED);
  assert.equal((await search('ada')).hasFailed, false);
  server(FAILING);
  const found = await search('ada');
  server([200, { items: [], next: null }]);
  found.ask('a');
  assert.equal(found.hasFailed, false);
  assert.deepEqual(found.entries, []);
});

test('below what was found stands whether that is all', () => {
  const search = { any: true, looking: false, failed: false };
  assert.equal(saying(search), '');
  assert.equal(saying({ ...search, any: false }), 'Nothing by that name.');
  assert.equal(saying({ ...search, any: false, looking: true }), 'Looking…');
  assert.equal(saying({ ...search, looking: true }), '');
  for (const any of [true, false]) assert.match(saying({ any, looking: false, failed: true }), /^Not everything could be searched/);
});
