import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from '../../main/resources/phone/model/backoff.js';
import { newCall } from '../../main/resources/phone/model/call.js';
import { readingTime, sentences, showDuration } from '../../main/resources/phone/model/captions.js';
import { readNumber, showNumber, showTyping } from '../../main/resources/phone/model/numbers.js';
import { suggestions } from '../../main/resources/phone/model/suggestions.js';
import { dtmf, isDigit, KEYPAD } from '../../main/resources/phone/model/tones.js';
import { endSentence, stateWord } from '../../main/resources/phone/model/words.js';

test('numbers are read as people write them', () => {
  assert.deepEqual(readNumber('(415) 555-0190'), { number: '+14155550190' });
  assert.deepEqual(readNumber('1 800 555 0100'), { number: '+18005550100' });
  assert.deepEqual(readNumber('+44 20 7946 0123'), { number: '+442079460123' });
});

test('a number that cannot be dialled is refused in a sentence', () => {
  for (const wrong of ['', '555-0190', '800-DENTIST', '123456789012345678', '+0123456789']) {
    assert.match(readNumber(wrong).refusal, /^[A-Z].*\.$/, wrong);
  }
});

test('numbers are grouped as they are typed and no digit is ever lost', () => {
  assert.equal(showTyping('415'), '415');
  assert.equal(showTyping('4155550'), '415-5550');
  assert.equal(showTyping('4155550190'), '(415) 555-0190');
  assert.equal(showTyping('14155550190'), '1 (415) 555-0190');
  assert.equal(showTyping('+14155550190'), '(415) 555-0190');
  for (const typed of ['1', '41555501901234', '*67', '+44207946', '12345']) {
    assert.equal(showTyping(typed).replace(/[^\d+*#]/g, ''), typed);
  }
  assert.equal(showNumber('+442079460123'), '+442079460123');
});

test('a prompt is cut into sentences, but not inside a name or an abbreviation', () => {
  assert.deepEqual(sentences('Thanks for calling. For Dr. Vance, press 1. Or wait!'), ['Thanks for calling.', 'For Dr. Vance, press 1.', 'Or wait!']);
  assert.deepEqual(sentences('Open until 5 p.m. today'), ['Open until 5 p.m. today']);
  assert.deepEqual(sentences('  '), []);
  assert.deepEqual(sentences('“Hello.” She left.'), ['“Hello.”', 'She left.']);
});

test('captions stand as long as reading takes, and shorter on a fast clock', () => {
  assert.equal(readingTime('Hi', 1), 900);
  assert.equal(readingTime('x'.repeat(100), 1), 6000);
  assert.equal(readingTime('x'.repeat(100), 20), 300);
  assert.equal(showDuration(75.9), '1:15');
  assert.equal(showDuration(-1), '0:00');
});

test('keys make the tones of Q.23', () => {
  assert.deepEqual(dtmf('1'), [697, 1209]);
  assert.deepEqual(dtmf('5'), [770, 1336]);
  assert.deepEqual(dtmf('0'), [941, 1336]);
  assert.deepEqual(dtmf('#'), [941, 1477]);
  assert.equal(KEYPAD.length, 12);
  assert.ok(isDigit('*') && !isDigit('a') && !isDigit('12') && !isDigit(''));
});

test('the line is tried again quickly at first, later rarely, never in step', () => {
  assert.equal(backoff(1, 1), 500);
  assert.equal(backoff(3, 1), 2000);
  assert.equal(backoff(30, 1), 15_000);
  assert.ok(backoff(3, 0) < backoff(3, 1));
});

test('every end of a call has a word and a sentence', () => {
  for (const direction of ['in', 'out']) {
    for (const reason of ['completed', 'busy', 'no-answer', 'failed', 'canceled', 'declined', 'rejected']) {
      const call = newCall({ direction, reason, state: 'ended' }, 0);
      assert.match(endSentence(call), /^[A-Z].*\.$/);
      assert.ok(stateWord(call).length > 3);
    }
  }
  assert.equal(endSentence(newCall({ state: 'ended', detail: 'The app answered 500.' }, 0)), 'The app answered 500.');
});

test('what may be tried next fits what the phone is doing', () => {
  const business = [{ number: '+18005550100', display: '(800) 555-0100', label: 'Main line' }];
  const phone = (call, line = 'open') => ({ number: '+14155550190', line, speed: 1, call, recents: [], problem: null });
  const labels = (call, line) => suggestions(phone(call, line), business).map(({ label }) => label);
  assert.ok(labels(null).includes('Call Main line'));
  assert.ok(labels(newCall({ state: 'connected' }, 0)).includes('Press 101'));
  assert.ok(labels(newCall({ state: 'recording' }, 0)).includes('Finish with #'));
  assert.deepEqual(labels(newCall({ state: 'ringing' }, 0)), []);
  assert.deepEqual(labels(null, 'lost'), []);
});
