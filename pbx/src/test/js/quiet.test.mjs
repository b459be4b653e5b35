import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quietChoices } from '../../main/resources/static/components/quiet/model.js';
import { quietWords, useZone, wishOf } from '../../main/resources/static/lib/format.js';
import { standing } from '../../main/resources/static/components/standing/model.js';

useZone('America/Los_Angeles');
const AFTERNOON = Date.parse('2026-12-01T23:10:00Z');

test('a wish lasts until its end, or until it is taken back', () => {
  const until = new Date(AFTERNOON).toISOString();
  assert.equal(wishOf({ doNotDisturb: { until } }, AFTERNOON), null);
  assert.deepEqual(wishOf({ doNotDisturb: { until } }, AFTERNOON - 1), { until });
  assert.deepEqual(wishOf({ doNotDisturb: { until: null } }, AFTERNOON), { until: null });
  assert.equal(wishOf({ doNotDisturb: null }, AFTERNOON), null);
  assert.equal(wishOf(undefined, AFTERNOON), null);
});

test('an hour, the next morning and without an end are offered, by the clock of the business', () => {
  assert.deepEqual(quietChoices(AFTERNOON), [
    { label: 'For an Hour', until: '2026-12-02T00:10:00.000Z' },
    { label: 'Until Tomorrow at 7:00 AM', until: '2026-12-02T15:00:00.000Z' },
    { label: 'Until I Turn It Off', until: null },
  ]);
  const night = Date.parse('2026-12-02T09:30:00Z');
  assert.deepEqual(quietChoices(night)[1], { label: 'Until 7:00 AM', until: '2026-12-02T15:00:00.000Z' });
  const soon = Date.parse('2026-12-02T14:00:00Z');
  assert.deepEqual(quietChoices(soon)[1], { label: 'Until Tomorrow at 7:00 AM', until: '2026-12-03T15:00:00.000Z' });
});

test('what is on is told with its end', () => {
  assert.equal(quietWords({ until: null }, AFTERNOON), 'Do not disturb');
  assert.equal(quietWords({ until: '2026-12-02T00:10:00Z' }, AFTERNOON), 'Do not disturb until 4:10 PM');
  assert.equal(quietWords({ until: '2026-12-02T15:00:00Z' }, AFTERNOON), 'Do not disturb until tomorrow at 7:00 AM');
});

test('whoever is not to be disturbed stands so among the extensions, unless they are in a call', () => {
  const item = { provisioning: { state: 'ready' }, doNotDisturb: { until: null } };
  assert.equal(standing(item, AFTERNOON).label, 'Do not disturb');
  assert.equal(standing({ ...item, inCall: true }, AFTERNOON).label, 'In a call');
  assert.equal(standing({ ...item, doNotDisturb: null }, AFTERNOON).label, 'Ready');
});
