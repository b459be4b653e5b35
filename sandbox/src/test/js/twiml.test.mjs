import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stories, withHood } from '../../main/resources/phone/model/timeline.js';
import { twimlLines, verbs } from '../../main/resources/phone/model/twiml.js';

const MENU = `<?xml version="1.0"?><Response><Gather input="dtmf speech" timeout="5"><Say>Tom &amp; Ann&#39;s</Say></Gather><Redirect>/menu?try=2</Redirect></Response>`;

test('a document is laid out with its depth and its text decoded', () => {
  const lines = twimlLines(MENU);
  const say = lines.findIndex(({ tag }) => tag?.name === 'Say');
  assert.equal(lines[say].depth, 2);
  assert.equal(lines[say + 1].text, "Tom & Ann's");
  assert.deepEqual(lines.find(({ tag }) => tag?.name === 'Gather').tag.attributes, [['input', 'dtmf speech'], ['timeout', '5']]);
});

test('the verbs of a document fit on chips', () => {
  assert.deepEqual(verbs(MENU), ['<Gather dtmf speech>', '<Say>', '<Redirect> /menu?try=2']);
  assert.deepEqual(verbs('<Response><Dial timeout="20"><Number url="/w">+14155550120</Number></Dial></Response>'), ['<Dial 20>', '<Number> +14155550120']);
  assert.deepEqual(verbs('<Response><Record maxLength="120"/><Hangup/></Response>'), ['<Record 120>', '<Hangup>']);
});

test('what is not TwiML is shown as it came and breaks nothing', () => {
  assert.deepEqual(verbs('Internal Server Error'), []);
  assert.deepEqual(verbs(''), []);
  assert.ok(twimlLines('<Response><Say>5 < 6 </Response').length > 0);
  assert.ok(twimlLines('</a></b><').every(({ depth }) => depth >= 0));
  assert.equal(twimlLines('<Say>&#x110000; &nope;</Say>')[1].text, '&#x110000; &nope;');
});

const hood = (call, seconds, more) => ({ type: 'hood', call, at: new Date(Date.UTC(2026, 2, 2) + seconds * 1000).toISOString(), kind: 'request', title: 'POST /ivr/inbound', ...more });

test('events are told by call, with their time since it began', () => {
  const told = stories([
    hood('CA1', 0, { title: 'POST http://127.0.0.1:8080/ivr/inbound', body: { CallSid: 'CA1', From: '+14155550190', CallStatus: 'ringing' } }),
    hood('CA2', 3, {}),
    hood('CA1', 5.2, { kind: 'twiml', title: 'TwiML', body: MENU, tookMs: 18 }),
  ]);
  assert.deepEqual(told.map(({ call, rows }) => [call, rows.length]), [['CA1', 2], ['CA2', 1]]);
  const [request, answer] = told[0].rows;
  assert.equal(request.title, 'POST /ivr/inbound');
  assert.equal(request.detail, 'from (415) 555-0190');
  assert.deepEqual(request.parameters, [['CallSid', 'CA1'], ['From', '+14155550190'], ['CallStatus', 'ringing']]);
  assert.equal(answer.offset, 5.2);
  assert.equal(answer.detail, '18 ms');
  assert.ok(answer.chips.length > 0 && answer.twiml === MENU);
});

test('a day of trying things does not fill the page', () => {
  let events = [];
  for (let i = 0; i < 1000; i++) events = withHood(events, hood('CA1', i, {}), null);
  assert.equal(events.length, 400);
  assert.equal(stories(events)[0].rows.at(-1).offset, 399);
});

test('the legs that a call makes ring belong to its story', () => {
  let events = withHood([], hood('CA1', 0, {}), 'CA1');
  events = withHood(events, hood('CA2', 1, { kind: 'dial', title: 'Ringing +14155550148', detail: '' }), 'CA1');
  const [story, ...others] = stories(events);
  assert.equal(others.length, 0);
  assert.deepEqual(story.rows.map(({ title }) => title), ['POST /ivr/inbound', 'Ringing (415) 555-0148']);
});

test('a request says what is new in it', () => {
  const detail = (body) => stories([hood('CA1', 0, { body })])[0].rows[0].detail;
  assert.equal(detail({ CallStatus: 'in-progress', Digits: '101' }), 'pressed 101');
  assert.equal(detail({ SpeechResult: 'Maria, please', Confidence: '0.9' }), '“Maria, please”');
  assert.equal(detail({ RecordingDuration: '6', Digits: '#' }), 'recorded 6 s');
  assert.equal(detail({ DialCallStatus: 'no-answer' }), 'dial no-answer');
  assert.equal(detail({ CallStatus: 'completed' }), '');
});
