import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlayable, isRecorded, soundNote, soundTitle } from '../../main/resources/static/calls/soundmodel.js';
import { meaning, RULES, ruleName, stateName, states } from '../../main/resources/static/settings/recordingmodel.js';

test('every choice says in a sentence what it comes to', () => {
  assert.match(meaning({ incoming: 'never', outgoing: 'never', state: null }), /^No conversation/);
  assert.match(meaning({ incoming: 'everywhere', outgoing: 'never', state: null }), /^Incoming calls that your people answer are recorded/);
  assert.match(meaning({ incoming: 'never', outgoing: 'everywhere', state: null }), /^Calls from the dashboard are recorded/);
  assert.match(meaning({ incoming: 'everywhere', outgoing: 'everywhere', state: null }), /answer, and calls from the dashboard, are/);
  assert.match(meaning({ incoming: 'one_party_states', outgoing: 'never', state: null }), /^Nobody is recorded until/);
  assert.match(meaning({ incoming: 'one_party_states', outgoing: 'everywhere', state: null }), /until you say in which state/);
  assert.match(meaning({ incoming: 'never', outgoing: 'one_party_states', state: 'TX' }), /neither Texas nor/);
});

test('rules and states are called by their names, also where they can only be read', () => {
  assert.equal(RULES.length, 3);
  assert.equal(ruleName('everywhere'), 'Everywhere');
  assert.equal(states().length, 52);
  assert.equal(stateName('WA'), 'Washington');
  assert.equal(stateName(''), 'Not said');
});

test('a recording is played when it is stored, and says why it cannot be otherwise', () => {
  assert.ok(isPlayable({ state: 'stored' }));
  assert.match(soundNote({ state: 'running' }, true).text, /being recorded/);
  assert.match(soundNote({ state: 'running' }, false).text, /being fetched/);
  assert.match(soundNote({ state: 'refused' }, false).text, /did not want it/);
  assert.match(soundNote({ state: 'nothing' }, true).text, /nobody took the call/);
  assert.equal(soundTitle(0, 1), 'Recording');
  assert.equal(soundTitle(1, 2), 'Recording, part 2 of 2');
});

test('a call is recorded as long as it lasts and one of its recordings has not ended', () => {
  assert.ok(isRecorded({ live: true, recordings: [{ state: 'stored' }, { state: 'wanted' }] }));
  assert.ok(!isRecorded({ live: true, recordings: [{ state: 'fetching' }] }));
  assert.ok(!isRecorded({ live: false, recordings: [{ state: 'running' }] }));
});
