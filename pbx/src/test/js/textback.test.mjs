import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preview, problems, storyOf, SUGGESTED, WHEN } from '../../main/resources/static/numbers/textbackmodel.js';

test('what is suggested can be saved and greets who is known by name', () => {
  assert.deepEqual(problems({ when: 'always', text: SUGGESTED }), {});
  assert.match(preview(SUGGESTED, { business: 'Harbor Dental' }), /^Hi there, .* Harbor Dental$/);
  assert.match(preview(SUGGESTED, { firstName: 'Maria', business: 'Harbor Dental' }), /^Hi Maria, /);
});

test('words that cannot be said to everybody are refused beside the field', () => {
  for (const text of [' ', 'x'.repeat(321), 'Hi {{firstName', 'Hi {{shoeSize|there}}', 'Hi {{firstName}}', 'Hi {{name}}']) {
    assert.ok(problems({ when: 'open', text }).text, text);
  }
  assert.deepEqual(problems({ when: 'off', text: '' }), {});
  assert.deepEqual(problems({ when: 'closed', text: 'Call {{number}} tomorrow. {{business}}' }), {});
});

test('each choice says what the number does', () => {
  assert.equal(new Set(WHEN.map(({ value }) => storyOf(value))).size, 4);
});
