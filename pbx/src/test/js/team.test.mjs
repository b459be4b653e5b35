import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems } from '../../main/resources/static/access/model.js';
import { browserName } from '../../main/resources/static/lib/browsers.js';
import { passkeySentence, passkeysPossible } from '../../main/resources/static/lib/passkeys.js';
import { actionName, actionOptions, actorName, auditQuery } from '../../main/resources/static/settings/auditmodel.js';
import {
  factorStory, invitationStory, isAdmin, passkeyStory, personStory, reaches, rolesWithin,
} from '../../main/resources/static/settings/peoplemodel.js';

const NOW = Date.parse('2026-11-27T18:00:00Z');
const luis = { role: 'read-only', active: true, activeAt: null, secondFactor: false };

test('how somebody stands is one line', () => {
  assert.equal(personStory(luis, NOW), 'Read Only · not signed in · password only');
  assert.match(personStory({ ...luis, role: 'owner', activeAt: '2026-11-27T17:00:00Z', secondFactor: true }, NOW), /^Owner · active .+ · second factor$/);
  assert.match(personStory({ ...luis, passkeys: 1 }, NOW), / · passkey$/);
  assert.equal(personStory({ ...luis, active: false }, NOW), 'Read Only · Deactivated');
});

test('a second factor says since when, and how many codes are left', () => {
  assert.equal(factorStory({ since: '2026-11-27T17:00:00Z', recoveryCodesLeft: 1 }, NOW), 'On since today. 1 recovery code left.');
});

test('a passkey says when it came and when it was last used', () => {
  const came = { createdAt: '2026-11-27T17:00:00Z', lastUsedAt: null };
  assert.equal(passkeyStory(came, NOW), 'Added today · never used');
  assert.match(passkeyStory({ ...came, lastUsedAt: '2026-11-27T17:30:00Z' }, NOW), /· last used today$/);
  assert.match(passkeyStory({ ...came, backedUp: true }, NOW), /· never used · synced$/);
  assert.match(passkeyStory({ ...came, backedUp: false }, NOW), /· never used · on one device only$/);
});

test('passkeys are for names, and what goes wrong with them is told in words', () => {
  globalThis.PublicKeyCredential = class {};
  assert.deepEqual(['phones.example', 'localhost', '127.0.0.1', '[::1]'].map((hostname) => passkeysPossible({ hostname })), [true, true, false, false]);
  delete globalThis.PublicKeyCredential;
  assert.equal(passkeysPossible({ hostname: 'phones.example' }), false);
  assert.match(passkeySentence({ name: 'NotAllowedError' }), /cancelled/);
  assert.match(passkeySentence({ name: 'InvalidStateError' }), /already/);
  assert.equal(passkeySentence({ name: 'Problem', message: 'Too many.' }), 'Too many.');
  assert.match(passkeySentence({ name: 'UnknownError' }), /could not/);
});

test('an invitation says until when, or that it is over', () => {
  const asked = { role: 'agent', invitedBy: 'Dana', expiresAt: '2026-12-04T18:00:00Z' };
  assert.match(invitationStory(asked, NOW), /^Agent · Invited by Dana · until /);
  assert.match(invitationStory({ ...asked, expiresAt: '2026-11-20T18:00:00Z' }, NOW), /expired$/);
});

test('nobody reaches above their own role', () => {
  assert.deepEqual(rolesWithin('admin').map(({ value }) => value), ['admin', 'agent', 'read-only']);
  assert.equal(reaches('admin', 'owner'), false);
  assert.equal(reaches('owner', 'owner'), true);
  assert.equal(reaches(undefined, 'agent'), false);
  assert.deepEqual(['owner', 'admin', 'agent', 'read-only', undefined].map(isAdmin), [true, true, false, false, false]);
});

test('browsers are called as people call them', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
  assert.equal(browserName(`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`), 'Safari on Mac');
  assert.equal(browserName('Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0'), 'Edge on Windows');
  assert.equal(browserName('Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36'), 'Chrome on Android');
  assert.equal(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'), 'Firefox on Linux');
  assert.equal(browserName(null), 'Unknown browser');
});

test('a link’s form asks for what it has fields for', () => {
  const rule = { least: 12 };
  assert.deepEqual(problems({ name: '', password: 'short' }, rule), { name: 'Enter your name.', password: 'Use at least 12 characters.' });
  assert.deepEqual(Object.keys(problems({ password: 'short' }, rule)), ['password']);
  assert.deepEqual(problems({ password: 'long enough for us' }, rule), {});
  assert.deepEqual(problems({ password: 'long enough for us' }, { least: 20 }), { password: 'Use at least 20 characters.' });
});

test('the audit log is asked for what was chosen and told in words', () => {
  assert.equal(auditQuery({ action: '', actor: '', days: '' }, NOW), '');
  assert.equal(
    auditQuery({ action: 'sign_in', actor: 'a&b', days: '7' }, NOW),
    'action=sign_in&actor=a%26b&from=2026-11-20T18%3A00%3A00.000Z',
  );
  assert.equal(actionName('role_changed'), 'Changed a role');
  assert.equal(actionName('claude_limits_changed'), 'Claude limits changed');
  assert.deepEqual(actionOptions(['sign_out', 'denied']).map(({ label }) => label), ['Everything', 'Refused: not allowed', 'Signed out']);
  assert.equal(actorName({ name: null, actor: 'x@example.com' }), 'x@example.com');
});
