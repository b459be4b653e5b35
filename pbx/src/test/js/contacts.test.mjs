import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as contacts from '../../main/resources/static/contacts/model.js';
import { useZone } from '../../main/resources/static/lib/format.js';
import * as phrases from '../../main/resources/static/lib/phrases.js';

useZone('America/Los_Angeles');

const contact = (more = {}) => ({
  id: 'a',
  name: 'Maria Santos',
  displayName: 'Maria Santos',
  company: '',
  email: '',
  notes: '',
  numbers: [{ number: '+14155550148', display: '(415) 555-0148', optedOut: false }],
  fields: {},
  ...more,
});

test('a form has a line for every field of the company, filled or not', () => {
  const form = contacts.fieldsOf(contact({ fields: { Insurance: 'Delta' } }), ['Insurance', 'Doctor']);
  assert.deepEqual(form.fields, { Insurance: 'Delta', Doctor: '' });
  assert.deepEqual(form.numbers, ['(415) 555-0148']);
  assert.deepEqual(contacts.fieldsOf(undefined, []).numbers, [''], 'a new contact begins with a line for a number');
});

test('what was left empty is not sent, and an error finds its line all the same', () => {
  const form = { ...contacts.fieldsOf(contact(), []), name: ' Maria ', numbers: ['', '(415) 555-0148', ' ', '12'] };
  assert.deepEqual(contacts.request(form, 4).numbers, ['(415) 555-0148', '12']);
  assert.equal(contacts.request(form, 4).name, 'Maria');
  assert.equal(contacts.request(form, 4).version, 4);
  assert.equal('version' in contacts.request(form), false);
  assert.equal(contacts.placeOf('numbers.1', form.numbers), 'numbers.3');
  assert.equal(contacts.placeOf('numbers', form.numbers), 'numbers.0');
  assert.equal(contacts.placeOf('email', form.numbers), 'email');
});

test('the line under a name says how they are reached, and how often', () => {
  assert.equal(contacts.line(contact({ company: 'Santos Bakery' })), 'Santos Bakery · (415) 555-0148');
  const nameless = contact({ name: '', displayName: '(415) 555-0148' });
  assert.equal(contacts.line(nameless), '');
  const two = [...contact().numbers, { number: '+14155550149', display: '(415) 555-0149', optedOut: true }];
  assert.equal(contacts.line(contact({ numbers: two })), '(415) 555-0148 · +1');
  assert.equal(contacts.isOptedOut(contact({ numbers: two })), true);
  assert.equal(contacts.isOptedOut(contact()), false);
});

test('merging asks only where both say something, and something else', () => {
  const kept = contact({ email: 'm@x.example', notes: 'Mornings', fields: { Insurance: 'Delta', Doctor: 'Cole' } });
  const other = contact({ name: 'M. Santos', notes: 'Penicillin', fields: { Insurance: 'MetLife', Doctor: 'Cole', Referred: 'Tom' } });
  assert.deepEqual(contacts.differences(kept, other).map(({ part }) => part), ['name', 'notes', 'fields.Insurance']);
  assert.deepEqual(contacts.differences(kept, kept), []);
});

test('columns are guessed from their names, the company’s own fields first', () => {
  assert.deepEqual(contacts.guessColumns(['First Name', 'Mobile Phone', 'E-mail', 'Organization', 'Insurance', 'Notes', 'Zip'], ['insurance']), {
    'First Name': 'name',
    'Mobile Phone': 'number',
    'E-mail': 'email',
    Organization: 'company',
    Insurance: 'fields.insurance',
    Notes: 'notes',
    Zip: '',
  });
  const choices = contacts.columnChoices(['Insurance']).map(({ value }) => value);
  for (const value of Object.values(contacts.guessColumns(['Name', 'Phone', 'Insurance'], ['Insurance']))) assert.ok(choices.includes(value));
});

test('a file is not run before a column holds numbers, nor with consent that says nothing', () => {
  const none = { category: '', source: '', date: '', method: '', wording: '' };
  assert.deepEqual(Object.keys(contacts.importProblems({ columns: { A: 'name' }, consent: none })), ['columns']);
  assert.deepEqual(contacts.importProblems({ columns: { A: 'number' }, consent: none }), {});
  const vague = { ...none, category: 'marketing', source: 'Form' };
  assert.deepEqual(Object.keys(contacts.importProblems({ columns: { A: 'number' }, consent: vague })), ['date', 'method']);
  assert.deepEqual(contacts.importRequest({ columns: { A: 'number', B: '' }, overwrite: true, consent: none }), {
    columns: { A: 'number' },
    overwrite: true,
    consent: null,
  });
});

test('a report’s figures are all its rows', () => {
  const counts = { added: 2, changed: 1, unchanged: 3, refused: 4, optedOut: 1, consents: 0 };
  assert.equal(contacts.outcome(counts).reduce((sum, { figure }) => sum + figure, 0), 10);
  assert.match(contacts.remarks(counts)[0], /1 number had opted out and stays so/);
  assert.match(contacts.remarks(counts)[1], /nobody of this file gets marketing/);
  assert.match(contacts.remarks({ ...counts, consents: 2 })[1], /2 consents/);
});

test('how a number stands: an opt-out outshines every consent', () => {
  const standing = (more) => phrases.standings({ optedOut: null, marketingPaused: null, marketingConsent: null, informationalConsent: null, ...more }).map(({ label }) => label);
  assert.deepEqual(standing({}), ['No marketing']);
  assert.deepEqual(standing({ marketingConsent: 'x', informationalConsent: 'y' }), ['Marketing agreed', 'Information agreed']);
  assert.deepEqual(standing({ marketingConsent: 'x', marketingPaused: {} }), ['Marketing paused', 'Marketing agreed']);
  const [label, ...others] = standing({ optedOut: { since: '2026-03-04T20:00:00Z' }, marketingConsent: 'x' });
  assert.match(label, /^Opted out Mar 4/);
  assert.deepEqual(others, []);
});

test('every act and source of the record has its words', () => {
  const proof = { method: 'web form', wording: 'I agree.' };
  for (const act of ['granted', 'revoked', 'opted_out', 'opted_in', 'paused', 'resumed', 'undone']) {
    for (const source of ['keyword', 'phrase', 'assistant', 'person', 'carrier', 'voice', 'import']) {
      const line = contacts.ledgerLine({ act, category: 'marketing', source, quote: 'q', actor: 'Dana', proof });
      assert.doesNotMatch(`${line.what} ${line.how}`, /_/, `${act} ${source}`);
      assert.notEqual(line.what, act);
    }
  }
  const granted = contacts.ledgerLine({ act: 'granted', category: 'marketing', source: 'import', quote: '', actor: 'Dana', proof });
  assert.equal(granted.what, 'Agreed to marketing');
  assert.equal(granted.how, 'from a file · by web form · Dana');
  const known = { act: 'granted', category: 'marketing', quote: '', reference: 'Folder 7', actor: 'Dana', proof };
  assert.equal(contacts.ledgerLine({ ...known, source: 'import' }).kept, 'Proof: Folder 7');
  assert.equal(contacts.ledgerLine({ ...known, source: 'keyword' }).kept, '', 'the name of a text says nothing to people');
});

test('consent to marketing is in writing and says what was shown', () => {
  const given = { category: 'informational', method: 'verbal', words: 'Yes, text me', wording: '' };
  assert.deepEqual(contacts.consentProblems(given), {});
  assert.deepEqual(Object.keys(contacts.consentProblems({ ...given, category: 'marketing' })), ['method', 'wording']);
  assert.deepEqual(Object.keys(contacts.consentProblems({ ...given, words: ' ' })), ['words']);
  assert.deepEqual(contacts.consentsHeld({ marketingConsent: 'x', informationalConsent: null }).map(({ value }) => value), ['marketing']);
});

test('whoever is deleted is told to be, and what the carrier still has', () => {
  const notice = (left, kept = []) => contacts.deletionNotice('Chen Wu', { atCarrier: { done: 0, left, refused: 0 }, kept });
  assert.equal(notice(0), 'Chen Wu deleted');
  assert.equal(notice(1), 'Chen Wu deleted. 1 text or recording will be deleted at the carrier, too.');
  assert.match(notice(1200), /1,200 texts and recordings/);
  assert.equal(notice(0, ['block_list']), 'Chen Wu deleted. Their number stays blocked.');
  assert.match(notice(2, ['block_list']), /carrier, too\. Their number stays blocked\.$/);
});
