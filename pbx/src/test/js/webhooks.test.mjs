import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../../main/resources/static/components/shell/rooms.js';
import {
  attemptStory, deliveryStory, eventName, isTroubled, laidOut, place, since, webhookStory, wish,
} from '../../main/resources/static/settings/webhooksmodel.js';

const NOW = Date.parse('2026-11-27T18:00:00Z');
const crm = { state: 'active', pausedWhy: null, events: ['call.ended'], waiting: 0, failed: 0, lastDeliveredAt: null };

test('how it goes with a webhook is one line', () => {
  assert.equal(webhookStory(crm, NOW), '1 kind of event · nothing delivered yet');
  const busy = { ...crm, events: ['call.ended', 'text.sent'], waiting: 1200, failed: 2, lastDeliveredAt: '2026-11-27T17:59:00Z' };
  assert.match(webhookStory(busy, NOW), /^2 kinds of event · last delivered Today at .+ · 1,200 events waiting · 2 failed$/);
  const paused = { ...crm, state: 'paused', pausedWhy: 'It took nothing for three days.', waiting: 1 };
  assert.equal(webhookStory(paused, NOW), 'Paused. It took nothing for three days. 1 event waiting.');
  assert.deepEqual([crm, busy, paused].map(isTroubled), [false, true, true]);
});

test('what became of a delivery is one line', () => {
  const fresh = { state: 'waiting', tries: 0, nextTryAt: '2026-11-27T18:00:00Z', lastTry: null };
  assert.equal(deliveryStory(fresh, NOW), 'Waiting');
  const refused = { ...fresh, tries: 2, nextTryAt: '2026-11-27T18:02:00Z', lastTry: { status: 503 } };
  assert.match(deliveryStory(refused, NOW), /^Waiting · answered 503 · 2 tries · next try Today at /);
  const unreached = { state: 'failed', tries: 12, nextTryAt: null, lastTry: { status: null, failure: 'It does not accept connections.' } };
  assert.equal(deliveryStory(unreached, NOW), 'Failed · It does not accept connections. · 12 tries');
  assert.match(attemptStory({ at: '2026-11-27T17:00:00Z', status: 204, failure: null, tookMillis: 12 }, NOW), /^Today at .+ · answered 204 · 12 ms$/);
});

test('an address is asked for with at least one event', () => {
  const values = { url: ' https://crm.example/hooks ', description: ' CRM ', events: new Set(['call.ended']) };
  assert.deepEqual(wish(values).body, { url: 'https://crm.example/hooks', description: 'CRM', events: ['call.ended'] });
  assert.deepEqual(Object.keys(wish({ url: 'crm.example', description: '', events: new Set() }).errors), ['url', 'events']);
  assert.equal(wish({ ...values, events: new Set() }).body, undefined);
});

test('what is not known yet is told as the server writes it', () => {
  assert.equal(eventName('call.missed'), 'Call missed');
  assert.equal(eventName('call.started'), 'Call started');
  assert.equal(eventName('fax.received'), 'fax.received');
  assert.equal(place('https://crm.example/hooks/'), 'crm.example/hooks');
  assert.equal(laidOut({ type: 'call.ended' }), '{\n  "type": "call.ended"\n}');
  assert.equal(since('24', NOW), '2026-11-26T18:00:00.000Z');
});

test('a webhook that was paused is among what needs you, and leads to its settings', () => {
  assert.equal(needs([{ kind: 'webhook', id: 'x' }])[0].path, '/settings/webhooks');
  assert.equal(needs([{ kind: 'webhook', id: 'x' }])[0].symbol, 'triangle-alert');
  assert.equal(needs([{ kind: 'call_ceiling', id: 'x' }])[0].path, '/settings/calls');
  assert.equal(needs([{ kind: 'missed_call', id: 'a/b' }])[0].path, '/calls/missed/a%2Fb');
});
