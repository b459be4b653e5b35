import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Drafted } from '../../main/resources/static/callflow/drafted.js';

/** A server with one draft, which several people change and publish. */
let server;

beforeEach(() => {
  server = { plan: { main: 'menu' }, version: 1, published: 2, asked: [], held: null };
  globalThis.document = { cookie: 'XSRF-TOKEN=1' };
  globalThis.fetch = async (path, { method = 'GET', body } = {}) => {
    server.asked.push(`${method} ${path}`);
    const [status, answer] = answerTo(method, path, body ? JSON.parse(body) : null);
    await server.held;
    return new Response(JSON.stringify(answer), { status });
  };
});

function answerTo(method, path, body) {
  const view = () => ({ plan: server.plan, version: server.version, published: server.published, problems: [] });
  if (path.startsWith('/api/callflow/versions/') && method === 'GET') return [200, { main: `of ${path.split('/').at(-1)}` }];
  if (path.endsWith('/draft') && method === 'PUT') {
    if (body.version !== server.version) return [409, { status: 409, code: 'draft_changed', detail: 'Look again.' }];
    [server.plan, server.version] = [body.plan, server.version + 1];
  }
  if (path.endsWith('/draft')) return [200, view()];
  if (body?.published !== undefined && body.published !== server.published) return [409, { status: 409, code: 'published_meanwhile', detail: 'Look again.' }];
  server.published += 1;
  return [200, { number: server.published }];
}

async function opened() {
  const draft = new Drafted();
  await draft.look();
  assert.equal(draft.meanwhile, null, 'what was there before is no news');
  return draft;
}

const published = (by = 'Riley Park') => ({ number: ++server.published, by });

test('what somebody else publishes is told and shown, and what is drafted here stays', async () => {
  const draft = await opened();
  await draft.change((plan) => ({ ...plan, main: 'doors' }));

  await draft.look(published());

  assert.deepEqual(draft.meanwhile, { number: 3, by: 'Riley Park' });
  assert.deepEqual([draft.published, draft.live.main, draft.plan.main], [3, 'of 3', 'doors']);
  draft.read();
  assert.equal(draft.meanwhile, null);
});

test('what could not be saved yet stays too', async () => {
  const draft = await opened();
  const { fetch } = globalThis;
  globalThis.fetch = async (path, init) =>
    init.method === 'PUT' ? new Response(JSON.stringify({ status: 422, code: 'invalid_fields', errors: [{ field: '/main', message: 'is nowhere' }] }), { status: 422 }) : fetch(path, init);
  await draft.change((plan) => ({ ...plan, main: 'nowhere' }));

  await draft.look(published());

  assert.equal(draft.plan.main, 'nowhere');
  assert.equal(draft.errorAt('/main'), 'is nowhere');
});

test('what is published and restored here is no news here, whether the stream is faster than the answer or not', async () => {
  const draft = await opened();
  let answer;
  server.held = new Promise((resolve) => (answer = resolve));
  const publishing = draft.publish('');
  const news = draft.look({ number: 3, by: 'Dana Whitfield' });
  answer();
  assert.deepEqual(await publishing, { number: 3 });
  await news;
  assert.equal(draft.meanwhile, null);

  await draft.restore(1);
  await draft.look({ number: 4, by: 'Dana Whitfield' });
  assert.equal(draft.meanwhile, null);
  assert.equal(draft.published, 4);
});

test('only over what was seen is published, also where news is on its way', async () => {
  const draft = await opened();
  const news = draft.look(published());
  await assert.rejects(draft.publish(''), { code: 'published_meanwhile' });
  await news;
  assert.deepEqual(draft.meanwhile, { number: 3, by: 'Riley Park' });
  assert.deepEqual(await draft.publish(''), { number: 4 });
  assert.equal(draft.meanwhile, null, 'whoever publishes over it has seen it');
});

test('who looks again after a while without news is told without a name', async () => {
  const draft = await opened();
  published();
  await draft.look();
  assert.deepEqual(draft.meanwhile, { number: 3, by: '' });
});
