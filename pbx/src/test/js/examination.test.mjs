import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countries, notice, orNothing, strangers, summary } from '../../main/resources/static/numbers/examinationmodel.js';

const READY = { provisioning: { state: 'ready' } };
const changed = (...settings) => ({ standing: 'changed', differences: settings.map((setting) => ({ setting })) });

test('a number that is as it should be has no notice, and neither has one that nobody has asked about', () => {
  assert.equal(notice({ standing: 'fine', differences: [] }, READY), null);
  assert.equal(notice({ standing: 'under_way', differences: [] }, READY), null);
  assert.equal(notice(undefined, READY), null);
});

test('what was changed is told by what it does to people, and can be repaired', () => {
  const why = (...settings) => notice(changed(...settings), READY).why;
  for (const setting of ['trunk', 'voice_application', 'voice_url', 'voice_fallback_method', 'status_callback']) {
    assert.equal(why(setting), 'Its calls may not come here.', setting);
  }
  for (const setting of ['sms_application', 'text_service', 'sms_url', 'sms_fallback_url']) assert.equal(why(setting), 'Its texts may not come here.', setting);
  assert.equal(why('sms_url', 'voice_url', 'name'), 'Its calls and texts may not come here.');
  assert.equal(why('name'), 'It has another name there.');
  assert.equal(notice(changed('name'), READY).repairable, true);
});

test('a number that is gone cannot be repaired, and is told of once', () => {
  const gone = { standing: 'gone', differences: [] };
  assert.equal(notice(gone, READY).repairable, false);
  assert.equal(notice(gone, { provisioning: { state: 'failed' } }), null);
});

test('numbers that are not known here are named', () => {
  assert.equal(strangers([]), '');
  assert.equal(
    strangers([{ display: '(415) 555-0101', label: '(415) 555-0101' }]),
    'Your account at the carrier also has (415) 555-0101, which CloudPBX does not know.',
  );
  assert.match(strangers([{ display: '(415) 555-0101', label: 'Fax' }, { display: '(415) 555-0102', label: '' }]), /\(415\) 555-0101 \(Fax\), \(415\) 555-0102, which/);
});

test('how all stand is one sentence', () => {
  const all = (...standings) => summary({ numbers: standings.map((standing) => ({ standing })) });
  assert.equal(all('fine', 'under_way'), 'At the carrier all are set to come here.');
  assert.equal(all('fine', 'gone'), 'One number is not as it should be at the carrier.');
  assert.equal(all('changed', 'gone'), '2 numbers are not as they should be at the carrier.');
});

test('what is not set is said', () => {
  assert.equal(orNothing(''), 'Nothing');
  assert.equal(orNothing('https://elsewhere.example'), 'https://elsewhere.example');
});

test('countries that the carrier would refuse are named, with where they are allowed', () => {
  assert.equal(countries([]), '');
  assert.match(countries([{ name: 'Mexico' }]), /^The carrier would refuse calls to Mexico, .*Geo permissions\.$/);
  assert.match(countries([{ name: 'Mexico' }, { name: 'Spain' }]), /calls to Mexico and Spain,/);
});
