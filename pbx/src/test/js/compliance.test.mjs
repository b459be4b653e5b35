import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  consents, emergencies, mayBeTexted, recordings, registrations, retentions, summary, weekInWords,
} from '../../main/resources/static/settings/compliancemodel.js';

const tollFree = { id: '1', display: '(833) 555-0100', kind: 'toll_free', registration: { status: 'approved', detail: '' }, emergencyAddress: 'none' };
const local = { id: '2', display: '(415) 555-0101', kind: 'local', registration: { status: 'none', detail: '' }, emergencyAddress: 'registered' };
const silent = { conversations: false, announcement: 'It is recorded.', people: 'never', dialed: 'never', peopleAnnouncement: 'This call is recorded.', voicemailNotice: 'Messages are recorded.' };

test('each number says in its own words whether networks take its texts', () => {
  const [verified, unregistered] = registrations([tollFree, local]);
  assert.equal(verified.standing, 'good');
  assert.match(verified.text, /^Verified/);
  assert.equal(unregistered.standing, 'missing');
  assert.match(unregistered.text, /A2P campaign/);
  const refused = { ...tollFree, registration: { status: 'rejected', detail: 'The opt-in is not shown.' } };
  assert.match(registrations([refused])[0].text, /refused.* The opt-in is not shown\.$/);
  assert.equal(registrations([{ ...local, registration: null }])[0].standing, 'waiting');
});

test('a local number without an emergency address waits for one, and a toll-free number is nowhere', () => {
  assert.deepEqual(emergencies([tollFree, local]).map(({ standing }) => standing), ['good']);
  const without = emergencies([tollFree, { ...local, emergencyAddress: 'none' }, { ...local, id: '3', display: '(415) 555-0102', emergencyAddress: 'none' }]);
  assert.deepEqual(without.map(({ title, standing }) => `${title} ${standing}`), ['(415) 555-0101, (415) 555-0102 waiting']);
  assert.equal(emergencies([{ ...local, emergencyAddress: 'refused' }])[0].standing, 'wrong');
  assert.equal(emergencies([{ ...local, emergencyAddress: null }])[0].standing, 'waiting');
});

test('consent is told with the contacts it is about', () => {
  assert.deepEqual(consents(null), []);
  const told = consents({ contacts: 1846, marketing: 1200, informational: 300, paused: 2, optedOut: 41, silent: 303 });
  assert.deepEqual(told.map(({ value }) => value), ['1,200 of 1,846 contacts', '300 of 1,846 contacts', '2', '41', '303']);
});

test('days alike are told together', () => {
  const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => ({ day, hours: ['10:00-20:00'] }));
  assert.deepEqual(weekInWords([...week, { day: 'sunday', hours: ['13:30-20:00'] }]), [
    { name: 'Monday to Saturday', value: '10:00 AM – 8:00 PM' },
    { name: 'Sunday', value: '1:30 PM – 8:00 PM' },
  ]);
  assert.deepEqual(weekInWords([...week, { day: 'sunday', hours: [] }])[1], { name: 'Sunday', value: 'Nothing is sent' });
});

test('what callers are told of recording follows whether there is any', () => {
  assert.match(recordings(silent)[0].title, /not recorded/);
  assert.match(recordings({ ...silent, conversations: true })[0].text, /It is recorded/);
  assert.match(recordings(silent)[2].title, /not recorded/);
  const [, , people] = recordings({ ...silent, people: 'one_party_states' });
  assert.match(people.title, /one party’s consent is enough/);
  assert.match(people.text, /This call is recorded\./);
  assert.match(recordings({ ...silent, dialed: 'everywhere' })[3].title, /dashboard are recorded everywhere/);
  assert.equal(retentions({ conversationDays: 90 })[0].value, '90 days');
});

test('the page begins with what is not as it should be', () => {
  assert.equal(summary({ numbers: [tollFree], recording: silent }), 'Everything stands well.');
  assert.equal(summary({ numbers: [tollFree, local, { ...local, registration: null }], recording: silent }), '1 thing to do, 1 waiting.');
});

test('whether a number may be texted is one sentence, and an opt-out outshines every consent', () => {
  const said = (more) => mayBeTexted({ optedOut: null, marketingPaused: null, marketingConsent: null, informationalConsent: null, ...more });
  assert.match(said({}), /one to one\. Campaigns leave it out/);
  assert.match(said({ informationalConsent: 'a' }), /may send notices\.$/);
  assert.match(said({ marketingConsent: 'a' }), /may send offers and notices\.$/);
  assert.match(said({ marketingConsent: 'a', marketingPaused: {} }), /may send notices\.$/);
  assert.match(said({ marketingConsent: 'a', optedOut: {} }), /^wants no texts/);
});
