import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codes, curl, found, limits, members, operations, problems, sections, success, typeName, who,
} from '../../main/resources/static/apidocs/model.js';

const problem = { 'x-codes': ['call_not_found'], description: '' };
const DESCRIPTION = {
  paths: {
    '/api/calls/{id}': {
      get: {
        operationId: 'get_call', tags: ['Calls'], summary: 'One call', 'x-role': 'read-only', security: [{ token: [] }, { session: [] }],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Call' } } } }, 404: problem, default: {} },
      },
    },
    '/api/opt-outs': {
      post: {
        operationId: 'post_opt_outs', tags: ['Opt-outs'], summary: 'Opts a number out', 'x-role': 'agent', security: [{ session: [] }],
        responses: { 204: {} }, 'x-example': { path: '/api/opt-outs', body: { quote: "don't" } },
      },
    },
  },
  components: {
    schemas: {
      Call: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          steps: { anyOf: [{ $ref: '#/components/schemas/Step' }, { type: 'null' }] },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
      Step: { type: 'object', properties: { text: { type: ['string', 'null'], maxLength: 10, minLength: 1 } } },
    },
  },
  'x-problems': [{ code: 'call_not_found', status: [404], sentences: ['There is no such call.'] }],
};
const ALL = operations(DESCRIPTION);

test('operations stand under the part of the API that they belong to', () => {
  assert.deepEqual(ALL.map(({ method, path }) => `${method} ${path}`), ['GET /api/calls/{id}', 'POST /api/opt-outs']);
  assert.deepEqual(sections(ALL), [{ name: 'Calls', many: 1 }, { name: 'Opt-outs', many: 1 }]);
  assert.equal(found(ALL, { section: 'Calls', words: ' ' }).length, 1);
});

test('words are looked for in address, summary and codes, all of them', () => {
  assert.deepEqual(found(ALL, { words: 'ONE call_not' }).map(({ id }) => id), ['get_call']);
  assert.deepEqual(found(ALL, { words: 'one opt-outs' }), []);
  assert.equal(problems(DESCRIPTION, 'no such').length, 1);
  assert.equal(problems(DESCRIPTION, 'no other').length, 0);
});

test('who may, what is answered and what is refused are told in words', () => {
  assert.equal(who(ALL[0]), 'Everybody who may sign in');
  assert.equal(who(ALL[1]), 'Agents, admins and owners, signed in as a person');
  assert.deepEqual(codes(ALL[0]), [{ status: '404', code: 'call_not_found' }]);
  assert.deepEqual([success(ALL[0]).status, success(ALL[0]).types], ['200', ['application/json']]);
  assert.deepEqual(success(ALL[1]), { status: '204', types: [], schema: null });
});

test('the members of an object say their type, whether they are needed, and their limits', () => {
  const [id, steps, tags] = members(DESCRIPTION, { $ref: '#/components/schemas/Call' });
  assert.deepEqual([id.type, id.required, steps.type, steps.required, tags.type], ['uuid', true, 'Step or null', false, 'list of string']);
  assert.equal(members(DESCRIPTION, steps.inner)[0].limits, 'not empty · at most 10 characters');
  assert.equal(typeName(DESCRIPTION, {}), 'anything');
  assert.equal(limits({ minimum: 1, maximum: 200, default: 50 }), '1 to 200 · 50 when left out');
  assert.equal(limits({ pattern: '^(?:a|b)$' }), 'a|b');
});

test('an example is one command that a shell takes', () => {
  assert.equal(curl(ALL[0], 'http://localhost:8080'), null);
  assert.equal(
    curl(ALL[1], 'http://localhost:8080'),
    `curl -X POST 'http://localhost:8080/api/opt-outs' \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"quote":"don'\\''t"}'`,
  );
});
