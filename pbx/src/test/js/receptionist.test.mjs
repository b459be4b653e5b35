import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useZone } from '../../main/resources/static/lib/format.js';
import { difference } from '../../main/resources/static/receptionist/diffmodel.js';
import * as talk from '../../main/resources/static/receptionist/model.js';
import * as run from '../../main/resources/static/receptionist/runmodel.js';
import * as sound from '../../main/resources/static/receptionist/soundmodel.js';

useZone('America/Los_Angeles');

const conversation = (more = {}) => ({
  call: { outcome: 'answered', live: false, extension: { name: 'Luis Ortega' } },
  misunderstood: 0,
  emergency: false,
  fellBack: false,
  minds: ['offline'],
  dollars: 0,
  unpriced: 0,
  ...more,
});

test('how a conversation ended is said in plain words', () => {
  assert.equal(talk.ending(conversation().call).label, 'Put through to Luis Ortega');
  assert.equal(talk.ending({ outcome: 'handled' }).label, 'Helped without a person');
  assert.equal(talk.ending({ live: true, outcome: 'in_progress' }).label, 'Talking now');
  for (const { value } of talk.ENDINGS.filter((each) => each.value)) assert.notEqual(talk.ending({ outcome: value }).label, 'Ended');
});

test('what should catch the eye is marked, and found by its mark', () => {
  const bad = conversation({ misunderstood: 2, emergency: true, fellBack: true });
  assert.deepEqual(talk.marks(bad).map(({ label }) => label), ['Emergency', 'Not understood ×2', 'Without its model']);
  assert.deepEqual(talk.marks(conversation()), []);
  for (const { value } of talk.MARKS) assert.ok(talk.isWanted(bad, { mark: value }));
  assert.ok(!talk.isWanted(conversation(), { mark: 'emergency' }));
  assert.ok(!talk.isWanted(conversation(), { outcome: 'missed' }));
});

test('a cost is never rounded to nothing, and an unknown one is said', () => {
  assert.equal(talk.cost(conversation()), '$0');
  assert.equal(talk.cost(conversation({ dollars: 0.0098 })), '$0.0098');
  assert.equal(talk.cost(conversation({ dollars: 1.5, unpriced: 1 })), '$1.50 and 1 turn of unknown price');
  assert.equal(talk.cost(conversation({ unpriced: 2 })), '2 turns of unknown price');
  assert.equal(talk.mindsOf({ minds: ['claude', 'offline', 'rules'] }), 'Claude and rules');
});

test('every decision has words', () => {
  const name = (id) => `<${id}>`;
  const words = [...run.ACTIONS.map(({ value }) => talk.wanted(run.asDecision({ kind: value, targets: ['x'] }), name))];
  assert.equal(words[0], 'Connect to <x>');
  assert.equal(new Set(words).size, run.ACTIONS.length);
  assert.equal(talk.wanted({ kind: 'clarify', candidates: ['a', 'b'] }, name), 'Ask: <a> or <b>?');
});

test('a turn of a caller is words, keys, silence, or gone', () => {
  const turn = (more) => talk.heard({ heard: '', keys: '', confidence: 1, heardAt: '2026-11-30T18:00:00Z', wordsDeletedAt: null, ...more });
  assert.deepEqual(turn({ heard: 'Luis', confidence: 0.724 }), { words: 'Luis', aside: 'heard with 72 % certainty' });
  assert.deepEqual(turn({ keys: '0' }), { words: '', aside: 'Pressed 0' });
  assert.deepEqual(turn({}), { words: '', aside: 'Said nothing' });
  assert.equal(turn({ wordsDeletedAt: '2027-06-01T00:00:00Z' }).aside, 'What they said was deleted');
  assert.equal(turn({ heardAt: null }), null);
});

test('the small print leaves out what was not', () => {
  const weighed = { model: null, tookMillis: 3, waited: false, fellBack: null, tool: null, promptVersion: null, requestId: null };
  assert.deepEqual(talk.particulars(weighed), [['Decided by', 'Rules, without a model'], ['Took', '3 ms']]);
  const asked = { ...weighed, model: 'm', tokensIn: 1200, tokensOut: 30, tokensCached: 0, dollars: null, promptVersion: 'ab', briefingVersion: 2, tool: 't', arguments: {} };
  const rows = Object.fromEntries(talk.particulars(asked));
  assert.equal(rows.Tokens, '1,200 read, 30 written');
  assert.equal(rows.Cost, 'Price not known');
  assert.equal(rows.Instructions, 'ab, yours in version 2');
  assert.equal(Object.fromEntries(talk.particulars({ ...weighed, fellBack: 'timeout' }))['Instead of a model'], 'Claude took too long');
});

test('what a run costs is said before it begins', () => {
  const estimate = { turns: 3, questions: 2, model: 'claude-x', dollars: 0.02, mostDollars: 0.2 };
  assert.equal(run.costLine(estimate, talk.dollars), '3 turns; claude-x is asked about 2 of them: about $0.0200, at most $0.2000.');
  assert.equal(run.runLabel(estimate, talk.dollars), 'Run for About $0.0200');
  assert.match(run.costLine({ ...estimate, dollars: null }, talk.dollars), /Nobody has said what claude-x costs/);
  assert.equal(run.runLabel({ ...estimate, dollars: null }, talk.dollars), 'Run at Unknown Cost');
  assert.match(run.costLine({ ...estimate, questions: 0 }, talk.dollars), /costs nothing/);
});

test('tests pass or fail, calls are the same or different', () => {
  const counts = { turns: 4, done: 3, same: 2, lost: 1 };
  assert.equal(run.standing({ what: 'tests', state: 'done', counts }).label, '1 failed');
  assert.equal(run.standing({ what: 'calls', state: 'done', counts: { ...counts, same: 3 } }).label, 'All the same');
  assert.equal(run.standing({ what: 'calls', state: 'running', counts }).label, '4 of 4');
  assert.equal(run.verdict('tests', { state: 'done', now: { same: false } }).label, 'Failed');
  assert.equal(run.verdict('calls', { state: 'lost', now: null }).label, 'No outcome known');
});

test('a plan is one line', () => {
  assert.equal(run.planLine({ what: 'tests', mind: 'offline', briefing: 'published', days: 0 }), 'rules alone');
  const plan = { what: 'calls', mind: 'claude', model: 'claude-x', briefing: 'draft', days: 7 };
  assert.equal(run.planLine(plan), 'Calls of 7 days · Claude (claude-x) · draft of the instructions');
});

test('only whom an action can mean is offered for it', () => {
  const directory = [{ id: 'p', kind: 'person' }, { id: 'd', kind: 'department' }, { id: 'hours', kind: 'fact' }];
  assert.deepEqual(run.targetsFor('connect', directory).map(({ id }) => id), ['p', 'd']);
  assert.deepEqual(run.targetsFor('answer', directory).map(({ id }) => id), ['hours']);
  assert.deepEqual(run.targetsFor('operator', directory), []);
});

test('a difference is read word by word, and both texts can be put together from it', () => {
  const [before, after] = ['Say good day.\nNever say hi to anybody.', 'Say good evening.\nNever say hi.'];
  const parts = difference(before, after);
  const text = (...kinds) => parts.filter(({ kind }) => kinds.includes(kind)).map((each) => each.text).join('');
  assert.equal(text('same', 'gone'), before);
  assert.equal(text('same', 'new'), after);
  assert.deepEqual(parts[0], { kind: 'same', text: 'Say good ' });
  assert.deepEqual(difference('', 'All new'), [{ kind: 'new', text: 'All new' }]);
  assert.deepEqual(difference('Alike', 'Alike'), [{ kind: 'same', text: 'Alike' }]);
});

test('what was said is found in the recording that it is in', () => {
  const part = (id, startedAt, more = {}) => ({ id, state: 'stored', startedAt, durationSeconds: 20, ...more });
  const parts = [part('first', '2026-11-30T18:00:10Z'), part('second', '2026-11-30T18:01:00Z')];
  assert.deepEqual(sound.placeOf('2026-11-30T18:00:02Z', parts), { id: 'first', seconds: 0 }, 'the announcement is not recorded');
  assert.deepEqual(sound.placeOf('2026-11-30T18:00:15.500Z', parts), { id: 'first', seconds: 4.5 });
  assert.deepEqual(sound.placeOf('2026-11-30T18:00:59Z', parts), { id: 'second', seconds: 0 });
  assert.deepEqual(sound.placeOf('2026-11-30T18:01:19Z', parts), { id: 'second', seconds: 18 });
  assert.equal(sound.placeOf('2026-11-30T18:01:20Z', parts), null, 'after its end');
  assert.equal(sound.placeOf('2026-11-30T18:00:29Z', []), null);
  const lost = [part('first', '2026-11-30T18:00:10Z', { state: 'lost', durationSeconds: null }), parts[1]];
  assert.equal(sound.placeOf('2026-11-30T18:00:15Z', lost), null, 'a part that is not there is no other part');
});

test('every state of a recording is told in plain words', () => {
  for (const state of ['fetching', 'nothing', 'lost', 'withheld', 'deleted']) assert.match(sound.note({ state }, false).text, /record/);
  assert.match(sound.note({ state: 'running' }, true).text, /is being recorded/);
  assert.match(sound.note({ state: 'running' }, false).text, /is being fetched/);
  assert.match(sound.note({ state: 'lost' }, false).text, /failed/);
  assert.equal(sound.titleOf(0, 1), 'Recording');
  assert.equal(sound.titleOf(1, 2), 'Recording, part 2 of 2');
});
