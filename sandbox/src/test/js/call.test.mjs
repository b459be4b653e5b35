import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cadence } from '../../main/resources/phone/model/call.js';
import { newPhone, phoneAfter } from '../../main/resources/phone/model/phone.js';

const AT = Date.parse('2026-03-02T16:00:00Z');
const MAIN = '+18005550100';
const MINE = '+14155550190';

/** The phone after these events, one second apart. */
const after = (...events) => events.reduce((phone, event, i) => phoneAfter(phone, event, AT + i * 1000), newPhone(MINE));
const ready = { type: 'ready', number: MINE, speed: 1, call: null };
const dialled = { type: 'dialled', to: MAIN, name: 'Harbor Dental' };
const state = (name, more = {}) => ({ type: 'state', call: 'CA1', state: name, with: MAIN, withName: null, ...more });

test('a call goes from dialing to connected and keeps the name it was dialled by', () => {
  const { call } = after(ready, dialled, state('ringing'), state('connected'));
  assert.equal(call.sid, 'CA1');
  assert.equal(call.state, 'connected');
  assert.equal(call.withName, 'Harbor Dental');
  assert.equal(call.connectedAt, AT + 3000);
});

test('the time of talk counts from the first connection, not from the recording', () => {
  const { call } = after(ready, dialled, state('connected'), state('recording'));
  assert.equal(call.connectedAt, AT + 2000);
});

test('a number that cannot be dialled never becomes a call', () => {
  const phone = after(ready, dialled, { type: 'problem', message: 'This number does not exist.' });
  assert.equal(phone.call, null);
  assert.equal(phone.problem, 'This number does not exist.');
});

test('a problem in the middle of a call does not end it', () => {
  const phone = after(ready, dialled, state('connected'), { type: 'problem', message: 'Not understood.' });
  assert.equal(phone.call.state, 'connected');
});

test('an ended call is remembered once, with how long it lasted', () => {
  const phone = after(ready, dialled, state('connected'), state('ended', { reason: 'completed' }), state('ended', { reason: 'failed' }));
  assert.equal(phone.recents.length, 1);
  assert.deepEqual(phone.recents[0], { with: MAIN, withName: 'Harbor Dental', direction: 'out', at: AT + 1000, seconds: 1, reason: 'completed' });
});

test('a message about another call changes nothing', () => {
  const before = after(ready, dialled, state('connected'));
  assert.equal(phoneAfter(before, { type: 'state', call: 'CA2', state: 'ended' }, AT), before);
});

test('an incoming call rings until it is answered, whatever name its ringing has', () => {
  const incoming = { type: 'incoming', call: 'CA7', from: MAIN, fromDisplay: 'Harbor Dental', to: MINE };
  assert.equal(after(ready, incoming, state('ringing', { call: 'CA7' })).call.state, 'incoming');
  assert.equal(after(ready, incoming, state('connected', { call: 'CA7' })).call.state, 'connected');
});

test('an incoming call that nobody answered is a missed one', () => {
  const incoming = { type: 'incoming', call: 'CA7', from: MAIN, fromDisplay: null, to: MINE };
  const [recent] = after(ready, incoming, state('ended', { call: 'CA7', reason: 'no-answer' })).recents;
  assert.equal(recent.direction, 'in');
  assert.equal(recent.seconds, null);
});

test('a second incoming call does not displace the one in progress', () => {
  const { call } = after(ready, dialled, state('connected'), { type: 'incoming', call: 'CA8', from: '+14155550142', to: MINE });
  assert.equal(call.sid, 'CA1');
});

test('the call goes on when the line was away for a moment', () => {
  const again = { ...ready, call: { call: 'CA1', state: 'connected', with: MAIN } };
  const prompt = { type: 'prompt', call: 'CA1', id: 'p1', kind: 'say', text: 'Welcome.', durationMs: 900 };
  const phone = after(ready, dialled, state('connected'), prompt, { type: 'lost' }, again);
  assert.equal(phone.line, 'open');
  assert.equal(phone.call.captions[0].text, 'Welcome.');
  assert.equal(phone.call.connectedAt, AT + 2000);
});

test('the call is over when the line was away for too long, and says so', () => {
  const { call } = after(ready, dialled, state('connected'), { type: 'lost' }, ready);
  assert.equal(call.state, 'ended');
  assert.match(call.detail, /lost/);
});

test('a tab that lost its number stays so when its socket closes', () => {
  assert.equal(after(ready, { type: 'replaced' }, { type: 'lost' }).line, 'replaced');
});

test('captions tell who spoke, what was cut and which keys were pressed', () => {
  const { call } = after(
    ready,
    dialled,
    state('connected'),
    { type: 'prompt', call: 'CA1', id: 'p1', kind: 'say', text: 'Press 1.', durationMs: 900 },
    { type: 'pressed', digits: '1' },
    { type: 'pressed', digits: '0' },
    { type: 'promptCut', call: 'CA1', id: 'p1' },
    { type: 'said', text: 'Hello' },
    { type: 'heard', call: 'CA1', text: 'Front desk, hello' },
    { type: 'keypad', call: 'CA1', digits: '12' },
  );
  assert.deepEqual(
    call.captions.map(({ who, text }) => [who, text]),
    [
      ['them', 'Press 1.'],
      ['note', 'You pressed 1 0'],
      ['me', 'Hello'],
      ['them', 'Front desk, hello'],
      ['note', 'They pressed 1 2'],
    ],
  );
  assert.equal(call.captions[0].cut, true);
  assert.equal(call.captions[0].speaking, false);
});

test('a recording has a beginning and a limit while it runs, and none afterwards', () => {
  const started = { type: 'recording', call: 'CA1', state: 'started', limitSeconds: 120 };
  const running = after(ready, dialled, state('connected'), state('recording'), started);
  assert.deepEqual(running.call.recording, { startedAt: AT + 4000, limitSeconds: 120 });
  const over = phoneAfter(running, { type: 'recording', call: 'CA1', state: 'finished' }, AT + 9000);
  assert.equal(over.call.recording, null);
  assert.equal(over.call.state, 'connected');
});

test('a recording goes on when the line was away for a moment, and is over once something is said', () => {
  const started = { type: 'recording', call: 'CA1', state: 'started', limitSeconds: 120 };
  const again = { ...ready, call: { call: 'CA1', direction: 'out', state: 'connected', with: MAIN, withName: null } };
  const back = after(ready, dialled, state('connected'), started, { type: 'lost' }, again);
  assert.equal(back.call.state, 'recording');
  const said = phoneAfter(back, { type: 'prompt', call: 'CA1', id: 'p9', kind: 'say', text: 'Goodbye.', durationMs: 900 }, AT + 9000);
  assert.equal(said.call.state, 'connected');
});

test('a call found on the line by a fresh page is taken up as what it is', () => {
  const ringing = after({ ...ready, call: { call: 'CA9', direction: 'in', state: 'ringing', with: MAIN, withName: 'Harbor Dental' } });
  assert.equal(ringing.call.state, 'incoming');
  assert.equal(ringing.call.withName, 'Harbor Dental');
});

test('a pause on a fast clock counts down faster', () => {
  const pause = { type: 'prompt', call: 'CA1', id: 'p1', kind: 'pause', durationMs: 10_000 };
  const { call } = after({ ...ready, speed: 20 }, dialled, state('connected'), pause);
  assert.equal(call.captions[0].until, AT + 3000 + 500);
});

test('the caller hears ringing while somebody is rung for her, before the call is answered and after', () => {
  const ringback = (on) => ({ type: 'ringback', call: 'CA1', on });
  const connected = [ready, dialled, state('ringing'), state('connected')];
  assert.equal(cadence(after(ready, dialled).call), null);
  assert.equal(cadence(after(ready, dialled, state('ringing')).call), 'ringback');
  assert.equal(cadence(after(...connected).call), null);
  assert.equal(cadence(after(...connected, ringback(true)).call), 'ringback');
  assert.equal(cadence(after(...connected, ringback(true), ringback(false)).call), null);
  const over = after(...connected, ringback(true), state('ended', { reason: 'completed' }));
  assert.equal(cadence(over.call), null);
  assert.equal(over.call.ringback, false);
});

test('a page that was away hears again what rings', () => {
  const ongoing = { call: 'CA1', direction: 'out', state: 'connected', ringback: true, with: MAIN, withName: null };
  assert.equal(cadence(after({ ...ready, call: ongoing }).call), 'ringback');
  const quiet = { ...ready, call: { ...ongoing, ringback: false } };
  assert.equal(cadence(after({ ...ready, call: ongoing }, { type: 'lost' }, quiet).call), null);
});
