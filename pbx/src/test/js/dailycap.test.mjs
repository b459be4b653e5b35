import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, choices, problems, storyOf } from '../../main/resources/static/numbers/dailycapmodel.js';

test('a number says how much campaigns send from it on a day', () => {
  assert.equal(storyOf({ segments: 2000 }), 'Campaigns: up to 2,000 segments a day');
  assert.equal(storyOf({ segments: 1 }), 'Campaigns: up to 1 segment a day');
  assert.equal(storyOf({ segments: null }), 'No daily limit for campaigns');
  assert.equal(choices({ usual: 2000 })[0].label, 'As usual: 2,000');
  assert.equal(choices({ usual: null })[0].label, 'As usual: no limit');
});

test('a limit is a whole number, however people write it', () => {
  for (const segments of ['1', '2000', ' 10,000 ', '1,000,000']) assert.deepEqual(problems({ choice: 'own', segments }), {}, segments);
  for (const segments of ['', '0', '-5', '1.5', '1,00', 'many', '1,000,001', '12e3']) {
    assert.equal(problems({ choice: 'own', segments }).segments, 'Write a whole number from 1 to 1,000,000.', segments);
  }
  assert.deepEqual(problems({ choice: 'none', segments: 'many' }), {});
  assert.deepEqual(bodyOf({ choice: 'own', segments: '10,000' }), { choice: 'own', segments: 10000 });
  assert.deepEqual(bodyOf({ choice: 'usual', segments: '10,000' }), { choice: 'usual' });
});
