import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as api from '../../main/resources/static/lib/api.js';
import { prove, proveFirst } from '../../main/resources/static/lib/proof.js';

/** A server for `api.js`: answers what `answers` says, one after the other, and remembers what was asked. */
function server(...answers) {
  const asked = [];
  globalThis.document = { cookie: 'XSRF-TOKEN=1' };
  globalThis.fetch = async (path, { method = 'GET' } = {}) => {
    asked.push(`${method} ${path}`);
    const next = answers.shift();
    const [status, body] = typeof next === 'function' ? await next() : next;
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  };
  return asked;
}

const STEP_UP = [403, { status: 403, code: 'step_up_required', detail: 'Confirm.', by: ['password'] }];

test('what asks for a proof is sent again by itself once the proof was given', async () => {
  const asked = server(STEP_UP, [204], [200, { token: 't' }]);
  const by = [];
  api.whenUnproved((means) => {
    by.push(...means);
    return prove({ password: 'p' }).then(() => true);
  });
  assert.deepEqual(await api.post('/api/tokens', { name: 'Till' }), { token: 't' });
  assert.deepEqual(asked, ['POST /api/tokens', 'POST /api/account/proof', 'POST /api/tokens']);
  assert.deepEqual(by, ['password']);
});

test('without the proof nothing is sent again', async () => {
  const asked = server(STEP_UP);
  api.whenUnproved(async () => false);
  await assert.rejects(api.post('/api/tokens', {}), { code: 'step_up_required' });
  assert.deepEqual(asked, ['POST /api/tokens']);
});

test('a request that came by the session which a proof replaced is sent again, and nobody is asked to sign in', async () => {
  let late;
  const asked = server(() => new Promise((resolve) => (late = resolve)), [204], [200, { items: [] }]);
  api.whenSignedOut(() => assert.fail('nobody was signed out'));
  const calls = api.get('/api/calls');
  await prove({ password: 'p' });
  late([401, { status: 401, code: 'sign_in_required', detail: '' }]);
  assert.deepEqual(await calls, { items: [] });
  assert.deepEqual(asked, ['GET /api/calls', 'POST /api/account/proof', 'GET /api/calls']);
});

test('a file is fetched at once after a fresh proof, and otherwise after being asked', async () => {
  server([200, { fresh: true, by: [] }], [200, { fresh: false, by: ['code'] }], [200, { fresh: false, by: ['code'] }]);
  const by = [];
  api.whenUnproved(async (means) => by.push(...means) === 1);
  await proveFirst();
  assert.deepEqual(by, []);
  await proveFirst();
  assert.deepEqual(by, ['code']);
  await assert.rejects(proveFirst(), { code: 'step_up_required' });
});
