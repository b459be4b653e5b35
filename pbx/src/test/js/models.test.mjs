import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as access from '../../main/resources/static/access/model.js';
import * as calls from '../../main/resources/static/calls/model.js';
import * as chart from '../../main/resources/static/components/chart/model.js';
import * as palette from '../../main/resources/static/components/palette/model.js';
import { needs } from '../../main/resources/static/components/shell/rooms.js';
import * as standing from '../../main/resources/static/components/standing/model.js';
import * as player from '../../main/resources/static/components/player/model.js';
import { days } from '../../main/resources/static/dashboard/days.js';
import * as overview from '../../main/resources/static/dashboard/model.js';
import * as extensionFields from '../../main/resources/static/lib/extensionfields.js';
import * as extensions from '../../main/resources/static/extensions/model.js';
import { callSeries, useZone } from '../../main/resources/static/lib/format.js';
import * as numbers from '../../main/resources/static/numbers/model.js';
import * as phone from '../../main/resources/static/phone/model.js';
import { countryNames } from '../../main/resources/static/lib/countries.js';
import * as calling from '../../main/resources/static/settings/callingmodel.js';
import * as claude from '../../main/resources/static/settings/claudemodel.js';
import * as week from '../../main/resources/static/lib/week.js';
import * as knowledge from '../../main/resources/static/settings/knowledgemodel.js';
import * as messages from '../../main/resources/static/settings/messagesmodel.js';
import * as parking from '../../main/resources/static/settings/parkingmodel.js';
import * as settings from '../../main/resources/static/settings/model.js';
import * as person from '../../main/resources/static/components/person/model.js';
import * as voicemail from '../../main/resources/static/voicemail/model.js';

useZone('America/Los_Angeles');

const hours = (used = {}) =>
  Array.from({ length: 24 }, (_, hour) => ({ hour, answered: 0, receptionist: 0, voicemail: 0, missed: 0, abandoned: 0, turnedAway: 0, inProgress: 0, ...used[hour] }));

test('what was said is kept for one of a few times, whatever an API once chose', () => {
  assert.deepEqual(settings.keptOptions(45).map(({ value }) => value), ['7', '30', '45', '90', '180', '365', '730']);
  assert.equal(settings.keptOptions(90).length, 6);
});

test('the chart shows the working day, and earlier or later hours when there were calls', () => {
  assert.deepEqual(overview.columns(hours()).map((each) => each.label).slice(0, 2), ['8 AM', '9 AM']);
  assert.equal(overview.columns(hours()).length, 10);
  const early = overview.columns(hours({ 6: { missed: 1 }, 21: { answered: 1 } }));
  assert.equal(early[0].label, '6 AM');
  assert.equal(early.at(-1).label, '9 PM');
});

test('campaigns that are under way are shown with how many have had their turn', () => {
  const counts = { total: 100, waiting: 40, leaving: 5, canceled: 0, failed: 3 };
  const campaign = { id: 'c', name: 'Recall', state: 'running', endsAbout: null, counts };
  const shown = overview.underWay([campaign, { ...campaign, state: 'draft' }, { ...campaign, state: 'paused', name: '' }, { ...campaign, gone: true }]);
  assert.equal(overview.underWay([{ ...campaign, waits: { until: '2026-11-25T18:00:00Z' } }])[0].goesOn, '2026-11-25T18:00:00Z');
  assert.deepEqual(shown.map(({ name, state, done, total }) => [name, state, done, total]), [['Recall', 'running', 55, 100], ['Without a name', 'paused', 55, 100]]);
});

test('the chart’s sentence carries its sum and its peak', () => {
  assert.equal(overview.sentence(hours()), 'Calls by hour: none yet today.');
  assert.equal(
    overview.sentence(hours({ 10: { answered: 7, missed: 1 }, 12: { voicemail: 2 } })),
    'Calls by hour: 10 calls today, most at 10 AM with 8.',
  );
});

test('a tile’s line ends now, not later, and has two ends from the first hour on', () => {
  const line = (now, used) => overview.perHour(hours(used), now, overview.allOf);
  assert.deepEqual(line(7, { 7: { missed: 3 } }), [0, 3]);
  assert.deepEqual(line(8, { 8: { answered: 2 } }), [0, 2]);
  assert.deepEqual(line(6, {}), [0, 0]);
  assert.deepEqual(line(10, { 9: { answered: 4 }, 10: { voicemail: 1 } }), [0, 4, 1]);
});

test('every call of the day is in a bar, those that are still on and those that hung up among them', () => {
  const day = hours({ 10: { answered: 1, receptionist: 1, abandoned: 2, inProgress: 1 } });
  const bars = overview.columns(day);
  const drawn = bars.flatMap(({ values }) => callSeries(bars).map(({ key }) => values[key])).reduce((sum, each) => sum + each);
  assert.equal(drawn, 5);
  assert.equal(overview.sentence(day), 'Calls by hour: 5 calls today, most at 10 AM with 5.');
});

test('the texts of a day are told by their way, and those that did not arrive apart', () => {
  const told = (received, sent, failed) => overview.textsToday({ received, sent, failed });
  assert.deepEqual(told(0, 0, 0), { figure: '0', text: 'None yet' });
  assert.deepEqual(told(3, 1204, 0), { figure: '1,207', text: '3 received, 1,204 sent' });
  assert.equal(told(3, 4, 2).text, '3 received, 4 sent, 2 not delivered');
});

test('the time to answer is compared with yesterday, where there was one', () => {
  const told = (medianSeconds, yesterdaySeconds) => overview.answerToday({ medianSeconds, yesterdaySeconds });
  assert.deepEqual(told(null, 12), { figure: '—', text: 'Nobody was answered yet' });
  assert.deepEqual(told(12, null), { figure: '0:12', text: 'for half of those answered' });
  assert.equal(told(12, 15).text, '0:03 faster than yesterday by now');
  assert.equal(told(75, 10).text, '1:05 slower than yesterday by now');
  assert.equal(told(10, 10).text, 'as yesterday by now');
});

test('tiles of today and of more days have the same names, and figures that charts add up to', () => {
  const none = { answered: 0, receptionist: 0, voicemail: 0, missed: 0, abandoned: 0, turnedAway: 0, inProgress: 0, total: 0 };
  const day = (answered, more = {}) => ({ day: '2026-11-24', hours: 24, unfinished: false, received: 4, sent: { total: 2 }, calls: { ...none, answered, missed: 1, total: answered + 1 }, ...more });
  const range = { from: '2026-11-24', to: '2026-11-30', until: '2026-11-30T16:22:00Z' };
  const waits = (count, medianSeconds) => ({ count, medianSeconds });
  const calls = {
    range,
    summary: { calls: { ...none, answered: 5, missed: 2, inProgress: 1, total: 8 }, timeToAnswer: waits(5, 9) },
    previous: { calls: { ...none, missed: 2, total: 4 }, timeToAnswer: waits(0, null) },
    days: [day(2), day(3)],
  };
  const texts = {
    summary: { received: 8, sent: { total: 4 }, outcomes: { failed: 1 } },
    previous: { received: 12, sent: { total: 0 } },
    days: calls.days,
  };
  const lately = days(calls, texts, { live: 1, unheard: 3 });
  const now = overview.today(
    { calls: { total: 8, live: 1, answered: 5, missed: 2 }, texts: { received: 8, sent: 4, failed: 1 }, voicemail: { today: 0, unheard: 3 }, timeToAnswer: { medianSeconds: 9, yesterdaySeconds: null }, hours: hours({ 10: { answered: 5 } }) },
    { hour: 12, live: 1 },
  );
  assert.deepEqual(lately.tiles.map(({ name, figure, href }) => [name, figure, href]), now.tiles.map(({ name, figure, href }) => [name, figure, href]));
  assert.deepEqual(lately.tiles.map(({ before = '' }) => before), ['100% more than before', 'as before', '', 'as before', '', '']);
  assert.deepEqual([lately.tiles[0].lead, lately.tiles[0].course, lately.tiles[1].text], ['71%', [3, 4], '8 received, 4 sent, 1 not delivered']);
  assert.equal(lately.chart.sentence, 'Calls by day: 7 calls, most on Nov 24 with 4.');
  assert.match(lately.note, /^Nov 24 – Nov 30, 2026 · as of \d/);
});

test('the day says until when the business is open, or when it opens', () => {
  const now = Date.parse('2026-11-24T20:30:00Z');
  const said = (state, changesAt) => overview.openWords({ state, changesAt }, now);
  assert.equal(said('open', '2026-11-25T01:00:00Z'), 'Open until 5:00 PM');
  assert.equal(said('closed', '2026-11-24T21:00:00Z'), 'Closed, opens at 1:00 PM');
  assert.equal(said('closed', '2026-11-25T16:00:00Z'), 'Closed, opens tomorrow at 8:00 AM');
  assert.equal(said('open', null), 'Open');
  assert.equal(said('unknown', null), '');
});

test('whoever is on the line is called by name, or by the number on the other side', () => {
  const call = { name: null, direction: 'inbound', fromDisplay: '(415) 555-0148', toDisplay: '(833) 555-0100' };
  assert.equal(overview.otherSide(call), '(415) 555-0148');
  assert.equal(overview.otherSide({ ...call, direction: 'outbound' }), '(833) 555-0100');
  assert.equal(overview.otherSide({ ...call, name: 'Maria Santos' }), 'Maria Santos');
});

test('nonsense in the address shows today', () => {
  assert.deepEqual([{}, { period: '7d' }, { period: '1y' }].map(overview.periodOf), ['', '7d', '']);
});

test('the share of answered calls leaves calls out that are not over', () => {
  assert.equal(overview.answeredShare({ total: 3, live: 1, answered: 1 }), 50);
  assert.equal(overview.answeredShare({ total: 1, live: 1, answered: 0 }), null);
});

test('who waits is sorted by when, and leads to the thing itself', () => {
  const items = [
    { kind: 'missed_call', id: 'c 1', at: '2026-11-24T10:00:00Z' },
    { kind: 'voicemail', id: 'v1', at: '2026-11-24T11:00:00Z' },
    { kind: 'conversation', id: 't1', at: '2026-11-24T10:30:00Z' },
  ];
  assert.deepEqual(needs(items).map(({ path }) => path), ['/voicemail/v1', '/inbox/t1', '/calls/missed/c%201']);
});

test('an axis ends on a round number above the highest bar', () => {
  assert.deepEqual([0, 1, 3, 4, 17, 18, 19, 200, 4000].map(chart.axisTop), [3, 3, 3, 6, 18, 18, 24, 240, 4500]);
});

test('the parts of a bar stand on each other and fill its share of the height', () => {
  const series = [{ key: 'a' }, { key: 'b' }];
  const { bars, top } = chart.stack([{ label: 'x', values: { a: 2, b: 1 } }], series, { width: 100, height: 90, barWidth: 20 });
  assert.equal(top, 3);
  assert.deepEqual(bars[0].parts, [
    { key: 'a', y: 30, height: 60, last: false },
    { key: 'b', y: 0, height: 30, last: true },
  ]);
  assert.equal(bars[0].x, 40);
});

test('bars grow with their chart, and never meet', () => {
  assert.deepEqual([chart.frameOf(700, 10).barWidth, chart.frameOf(1150, 7).barWidth, chart.frameOf(346, 10).barWidth], [28, 46, 15]);
  assert.ok(chart.frameOf(346, 92).barWidth * 92 < 346 - 30);
});

test('a small line spans its box from first to last', () => {
  assert.deepEqual(chart.sparkPath([0, 2, 1], { width: 100, height: 34 }).end, [97, 17]);
  assert.deepEqual(chart.sparkPath([0, 0], { width: 100, height: 34 }).end, [97, 31]);
});

test('a waveform has one stroke per peak and never a gap', () => {
  const path = player.wavePath([0, 1, 2], { width: 30, height: 100 });
  assert.equal(path, 'M5 47V53M15 0V100M25 0V100');
  assert.equal(player.wavePath(null, { width: 100, height: 10 }).match(/M/g).length, 100);
});

test('keys move by five seconds, with shift by one, within the recording', () => {
  assert.equal(player.seek('ArrowRight', false, 45, 47), 47);
  assert.equal(player.seek('ArrowLeft', true, 10, 47), 9);
  assert.equal(player.seek('Home', false, 10, 47), 0);
  assert.equal(player.seek('x', false, 10, 47), null);
});

test('a message is heard after three seconds of playing, not of jumping', () => {
  let total = 0;
  for (let at = 0; at < 2.9; at += 0.25) total = player.played(total, at, at + 0.25);
  total = player.played(total, 3, 40);
  assert.equal(player.heard(total, 47, false), true);
  assert.equal(player.heard(player.played(0, 0, 40), 47, false), false);
  assert.equal(player.heard(1.2, 1.4, true), true);
  assert.equal(player.heard(1.2, 47, true), false);
});

test('speeds go round', () => {
  assert.deepEqual([1, 1.25, 1.5, 2].map(player.nextSpeed), [1.25, 1.5, 2, 1]);
});

test('a transcript is read sentence by sentence, and a title is no end', () => {
  assert.deepEqual(voicemail.sentences('Hi, I’m a patient of Dr. Cole. Can you call? Thanks!'), [
    'Hi, I’m a patient of Dr. Cole.',
    'Can you call?',
    'Thanks!',
  ]);
  assert.deepEqual(voicemail.sentences('no stop at all'), ['no stop at all']);
});

test('a missing transcript says why', () => {
  const item = (transcript, state = 'stored') => ({ transcript, state });
  assert.equal(
    voicemail.whyNoTranscript(item({ status: 'none', reason: 'The message is shorter than two seconds.' })),
    'Not transcribed: the message is shorter than two seconds.',
  );
  assert.equal(voicemail.whyNoTranscript(item({ status: 'none', reason: null })), 'Not transcribed.');
  assert.equal(voicemail.snippet(item({ status: 'none' })), 'Not transcribed');
  assert.equal(voicemail.snippet(item({ status: 'pending' })), 'Transcript on its way…');
  assert.match(voicemail.snippet(item({ status: 'none' }, 'lost')), /could not be fetched/);
});

test('a message is known by who left it, and the number stands beside the name', () => {
  const now = Date.parse('2026-11-24T18:00:00Z');
  const left = { from: '+12125550147', fromDisplay: '(212) 555-0147', name: null, contactId: null, receivedAt: '2026-11-24T17:00:00Z', extensionName: 'Dana', ext: '101' };
  assert.equal(voicemail.callerName(left), '(212) 555-0147');
  assert.doesNotMatch(voicemail.headline(left, now), /555-0147/);
  const known = { ...left, name: 'Ada Reyes', contactId: 'c 1' };
  assert.equal(voicemail.callerName(known), 'Ada Reyes');
  assert.match(voicemail.headline(known, now), /^\(212\) 555-0147 · .* · Dana · ext 101$/);
  assert.doesNotMatch(voicemail.headline({ ...left, ext: null, extensionName: 'General mailbox' }, now), /ext/);
  assert.deepEqual(voicemail.caller(known), { number: '+12125550147', display: '(212) 555-0147', name: 'Ada Reyes', contactId: 'c 1' });
});

test('a message may go to every mailbox but its own', () => {
  const people = [{ ext: '101', name: 'Dana' }, { ext: '102', name: 'Luis' }];
  assert.deepEqual(voicemail.mailboxes(people, '101').map(({ value }) => value), ['', '102']);
  assert.deepEqual(voicemail.mailboxes(people, null).map(({ label }) => label), ['Choose…', 'Dana · 101', 'Luis · 102']);
});

test('a deleted message says until when it can be brought back', () => {
  const now = Date.parse('2026-11-24T18:00:00Z');
  const words = voicemail.deletedWords({ deletedAt: '2026-11-24T17:00:00Z', deletedBy: 'Dana', erasedAt: '2026-12-24T17:00:00Z' }, now);
  assert.match(words, /^Deleted by Dana today at .*\. It can be brought back until .*\.$/);
  assert.equal(voicemail.deletedWords({ deletedAt: '2026-11-24T17:00:00Z' }, now), 'Deleted.');
});

test('a person leads to their contact, or to a new one with their number', () => {
  assert.equal(person.contactAddress({ number: '+12125550147', display: '', contactId: 'c 1' }), '/contacts/c%201');
  assert.equal(person.contactAddress({ number: '+12125550147', display: '', contactId: null }), '/contacts/new?number=%2B12125550147');
  assert.equal(person.textAddress({ number: '+12125550147', display: '' }), '/inbox/new?to=%2B12125550147');
  assert.equal(person.isBlocked(null, '+12125550147'), false);
  assert.equal(person.isBlocked({ items: [{ number: '+12125550147' }] }, '+12125550147'), true);
  assert.equal(person.isBlocked({ items: [{ number: '+12125550147' }] }, '+12125550148'), false);
});

test('the line under the title counts only what is known', () => {
  assert.equal(voicemail.note(2, [1, 2, 3], null), '2 not heard · 3 in all');
  assert.equal(voicemail.note(0, [1, 2, 3], 'more'), 'All heard');
});

test('a call looks like what became of it', () => {
  assert.equal(calls.look({ live: true, where: 'ringing' }).label, 'Ringing');
  assert.equal(calls.look({ live: true, where: 'held' }).label, 'On hold');
  assert.equal(calls.look({ live: true, where: 'waiting' }).label, 'Waiting in line');
  assert.equal(calls.look({ live: true, where: 'receptionist' }).label, 'With the receptionist');
  for (const outcome of ['answered', 'handled', 'voicemail', 'missed', 'abandoned', 'failed', 'rejected']) {
    assert.notEqual(calls.look({ live: false, outcome }).label, 'Ended', outcome);
  }
});

test('a live call is shown as it stands with whoever has the caller', () => {
  const colleague = { name: 'Luis Ortega' };
  const aside = (colleagueThere) => ({ where: 'held', inHands: { stage: 'aside', colleague, colleagueThere } });
  const all = { where: 'talking', inHands: { stage: 'all', colleague, colleagueThere: true } };
  assert.equal(calls.held({ where: 'ringing', inHands: null }), '');
  assert.equal(calls.held({ where: 'talking', inHands: null }), 'talking');
  assert.equal(calls.held({ where: 'held', inHands: { stage: 'held', colleague: null, colleagueThere: false } }), 'held');
  assert.equal(calls.held(aside(false)), 'asking');
  assert.equal(calls.held(aside(true)), 'aside');
  assert.equal(calls.held(all), 'all');
  const parked = { live: true, where: 'held', inHands: { stage: 'parked', colleague: null, colleagueThere: false, slot: 2 } };
  assert.equal(calls.held(parked), 'parked');
  assert.equal(calls.held({ ...parked, where: 'talking' }), 'talking');
  assert.equal(calls.look(parked).label, 'Parked · 2');
  assert.equal(calls.company(aside(false)), 'Calling Luis Ortega');
  assert.match(calls.company(aside(true)), /without the caller/);
  assert.match(calls.company(all), /with both/);
  assert.equal(calls.company({ where: 'talking', inHands: null }), '');
});

test('a live call counts on, a finished one does not', () => {
  const startedAt = '2026-11-24T10:00:00Z';
  const now = Date.parse('2026-11-24T10:01:42Z');
  assert.equal(calls.length({ live: true, startedAt }, now), '1:42');
  assert.equal(calls.length({ live: false, startedAt, durationSeconds: 9.6 }, now), '0:09');
});

test('steps are told by their distance from the start', () => {
  const steps = [{ at: '2026-11-24T10:00:04Z', kind: 'menu', text: 'Pressed 101', reason: null }];
  assert.equal(calls.timeline({ startedAt: '2026-11-24T10:00:00Z', steps })[0].offset, '0:04');
});

test('the next free extension is suggested', () => {
  assert.equal(extensionFields.nextFree([{ ext: '101' }, { ext: '103' }]), '102');
  assert.equal(extensionFields.nextFree(Array.from({ length: 99 }, (_, index) => ({ ext: String(101 + index) }))), '');
});

test('numbers are sent in the form the server takes', () => {
  assert.equal(extensionFields.e164('(415) 555-0190'), '+14155550190');
  assert.equal(extensionFields.e164('1 415 555 0190'), '+14155550190');
  assert.equal(extensionFields.e164('+44 20 7946 0018'), '+442079460018');
  assert.equal(extensionFields.e164(''), '');
  assert.equal(extensionFields.e164('call me'), 'call me');
});

test('a form says what is wrong before it is sent', () => {
  const fine = { name: 'Jamie Rivera', ext: '106', department: '', email: 'jamie@harbordental.example', forwardTo: '', areaCode: '' };
  assert.deepEqual(extensionFields.checkAll(fine), {});
  const wrong = extensionFields.checkAll({ ...fine, name: ' ', ext: '200', email: 'x', forwardTo: '12', areaCode: '15' });
  assert.deepEqual(Object.keys(wrong), ['name', 'ext', 'email', 'forwardTo', 'areaCode']);
  assert.equal(extensionFields.check('ext', '100'), 'Choose three digits from 101 to 199.');
});

test('optional fields that are empty are not sent', () => {
  const sent = extensionFields.request({ name: ' J ', ext: '106', department: '', email: 'j@x.y', forwardTo: ' ', areaCode: '628' }, 3);
  assert.deepEqual(sent, { ext: '106', name: 'J', department: '', email: 'j@x.y', soundsLike: [], areaCode: '628', version: 3 });
});

test('how a name sounds is written with commas between', () => {
  const fields = { ...extensionFields.fieldsOf({ soundsLike: ['hor hay', 'or hay'] }), ext: '106', name: 'Jorge' };
  assert.equal(fields.soundsLike, 'hor hay, or hay');
  assert.deepEqual(extensionFields.request({ ...fields, soundsLike: ' hor hay,, or hay , hor hay' }).soundsLike, ['hor hay', 'or hay']);
  assert.equal(extensionFields.check('soundsLike', 'hor hay, or hay'), null);
  assert.match(extensionFields.check('soundsLike', 'a, b, c, d, e, f'), /at most 5/);
  assert.match(extensionFields.check('soundsLike', 'x'.repeat(41)), /comma/);
});

test('what callers also say tells how often, and why they are still asked', () => {
  assert.equal(extensions.saidHow({ count: 3, callers: 2, standing: 'in_use' }), '3 times, by 2 callers.');
  assert.equal(extensions.saidHow({ count: 1, callers: 1, standing: 'one_caller' }), 'Once, by one caller. One caller so far: others are still asked.');
  assert.match(extensions.saidHow({ count: 4, callers: 3, standing: 'ambiguous' }), /somebody else/);
});

test('each state of a purchase has its word', () => {
  const at = (state, inCall = false) => standing.standing({ inCall, provisioning: { state } });
  assert.equal(at('searching').busy, true);
  assert.equal(at('failed').failed, true);
  assert.equal(at('ready').label, 'Ready');
  assert.equal(at('ready', true).label, 'In a call');
  assert.equal(at('failed').label, 'No number');
  assert.equal(standing.standing({ number: '+14155550123', provisioning: { state: 'failed' } }).label, 'Not working');
  assert.deepEqual(standing.progress({ provisioning: { state: 'buying' } }), { at: 2, of: 4 });
  assert.equal(standing.progress({ provisioning: { state: 'ready' } }), null);
});

test('the palette finds by start of a word, by accent-free letters and by digits', () => {
  const entries = [
    { kind: 'page', label: 'Open Calls' },
    { kind: 'person', label: 'Dana Whitfield', note: '101 · (415) 555-0101' },
    { kind: 'person', label: 'Élodie Martin', note: '102' },
  ];
  assert.equal(palette.find(entries, 'whit')[0].label, 'Dana Whitfield');
  assert.equal(palette.find(entries, 'elo')[0].label, 'Élodie Martin');
  assert.equal(palette.find(entries, '4155550101')[0].label, 'Dana Whitfield');
  assert.equal(palette.find(entries, 'nobody').length, 0);
  assert.equal(palette.find(entries, '').length, 3);
});

test('the palette leads to conversations by name, number and last words', () => {
  const conversations = [
    { id: 'c 1', name: 'Maria Santos', fromDisplay: '(415) 555-0148', lastText: 'Can I talk to someone?', contact: { name: 'Maria Santos' } },
    { id: 'c2', name: '(510) 555-0172', fromDisplay: '(510) 555-0172', lastText: 'Thanks', contact: { name: '' } },
  ];
  const entries = palette.entriesFor({ rooms: [], people: [], voicemails: [], conversations, mode: 'twilio', may: () => true, describe: () => '' });
  assert.equal(palette.find(entries, 'santos')[0].to, '/inbox/c%201');
  assert.equal(palette.find(entries, '5550172')[0].to, '/inbox/c2');
  assert.equal(palette.find(entries, 'talk to')[0].to, '/inbox/c%201');
});

test('what the server finds comes after what is at hand, once, and says what it is', () => {
  const found = palette.SOURCES.map(({ entry }) => entry);
  const [contact, , , call] = found;
  const maria = contact({ id: 'p 1', name: 'Maria Santos', displayName: 'Maria Santos', company: 'Bakery', numbers: [{ display: '(415) 555-0148' }] });
  assert.deepEqual([maria.label, maria.note, maria.to], ['Maria Santos', 'Contact · Bakery · (415) 555-0148', '/contacts/p%201']);
  const nobody = contact({ id: 'p2', name: '', displayName: '(415) 555-0149', company: '', numbers: [{ display: '(415) 555-0149' }] });
  assert.equal(nobody.note, 'Contact');
  assert.equal(call({ id: 'a', direction: 'outbound', name: '', toDisplay: '(415) 555-0148' }, () => 'Answered').label, 'Call to (415) 555-0148');
  assert.equal(call({ id: 'a', direction: 'inbound', name: '', fromDisplay: '' }, () => '').label, 'Call from an unknown caller');

  const near = [{ kind: 'page', label: 'Open Calls', to: '/calls' }, maria];
  assert.deepEqual(palette.joined(near, [{ ...maria }, nobody]).map(({ label }) => label), ['Open Calls', 'Maria Santos', '(415) 555-0149']);
});

test('the palette leads to campaigns and settings by their names', () => {
  const entries = palette.entriesFor({
    rooms: [],
    people: [],
    voicemails: [],
    campaigns: [{ id: 'k1', name: 'December recall' }],
    settings: [{ id: 'audit', name: 'Audit Log', symbol: 'list-filter' }],
    mode: 'twilio',
    may: () => true,
    describe: () => '',
  });
  assert.equal(palette.find(entries, 'recall')[0].to, '/campaigns/k1');
  assert.equal(palette.find(entries, 'audit')[0].to, '/settings/audit');
});

test('the palette makes only what whoever is signed in may make', () => {
  const made = (...roles) =>
    palette
      .entriesFor({ rooms: [], people: [], voicemails: [], mode: 'twilio', may: (role) => roles.includes(role), describe: () => '' })
      .filter(({ to }) => to?.endsWith('/new'))
      .map(({ label }) => label);
  assert.deepEqual(made(), []);
  assert.deepEqual(made('agent'), ['New Text', 'New Contact']);
  assert.equal(made('agent', 'admin').length, 4);
});

test('the phone’s frame keeps its address and gains what it needs', () => {
  const address = new URL(phone.frameAddress('http://localhost:8090/phone/', { theme: 'dark', dial: '+18335550100' }));
  assert.equal(address.origin + address.pathname, 'http://localhost:8090/phone/');
  assert.equal(address.searchParams.get('dial'), '+18335550100');
  assert.equal(address.searchParams.get('theme'), 'dark');
  assert.ok(address.searchParams.has('embed'));
});

test('signing in leads only to places of our own', () => {
  assert.equal(access.destination('?next=%2Fvoicemail%2Fv1'), '/voicemail/v1');
  for (const bad of ['//evil.example', 'https://evil.example', '/\\evil.example', '/sign-in', 'x']) {
    assert.equal(access.destination(`?next=${encodeURIComponent(bad)}`), '/', bad);
  }
});

test('the set-up form names each empty field', () => {
  assert.deepEqual(Object.keys(access.problems({ name: '', email: '', password: '', businessName: '', timeZone: 'UTC' }, { least: 12 })), ['name', 'email', 'password', 'businessName']);
  const fine = { name: 'D', email: 'd@x.y', password: 'twelve chars', businessName: 'B' };
  assert.deepEqual(access.problems(fine, { least: 12 }), {});
});

test('a token tells when it was used and when it ends', () => {
  const now = Date.parse('2026-11-24T20:30:00Z');
  const token = { createdAt: '2026-11-24T19:00:00Z', lastUsedAt: null, expiresAt: null };
  assert.equal(settings.tokenStory(token, now), 'Made today · never used · does not expire');
  assert.equal(
    settings.tokenStory({ ...token, lastUsedAt: '2026-11-23T19:00:00Z', expiresAt: '2026-11-20T19:00:00Z' }, now),
    'Made today · last used yesterday · expired Friday',
  );
});

test('a tile’s little line ends at the present hour', () => {
  const day = hours({ 9: { answered: 2 } });
  assert.deepEqual(overview.perHour(day, 10, overview.allOf), [0, 2, 0]);
  assert.equal(overview.perHour(day, 3, overview.allOf).length, 2);
});

test('a number says what it does', () => {
  const extension = { ext: '104', name: 'Luis Ortega', extensionId: 'e1' };
  assert.equal(numbers.purpose({ use: 'extension', extension }), 'Rings Luis Ortega · 104');
  assert.match(numbers.purpose({ use: 'main', extension: null }), /^Main number/);
  assert.match(numbers.purpose({ use: 'kept', extension: null }), /^Kept/);
  assert.match(numbers.purpose({ use: 'company', extension: null }), /^Of the company/);
  assert.equal(numbers.note([{ use: 'company' }, { use: 'kept' }]), '2 numbers, 1 of them kept for later');
  assert.equal(numbers.note([{ use: 'main' }]), '1 number');
});

test('a number is got under a name, in an area code or anywhere', () => {
  assert.equal(numbers.nameProblem('Emergency line'), null);
  assert.match(numbers.nameProblem('  '), /name/);
  assert.deepEqual(['', ' 510 '].map(numbers.areaProblem), [null, null]);
  for (const wrong of ['51', '110', 'abc', '5101']) assert.match(numbers.areaProblem(wrong), /three digits/, wrong);
  assert.equal(numbers.place({ locality: 'Oakland', region: 'CA' }), 'Oakland, CA');
  assert.equal(numbers.place({ locality: '', region: 'CA' }), 'CA');
  const vain = { use: 'company', number: null, provisioning: { state: 'failed' } };
  assert.equal(numbers.isInVain(vain), true);
  assert.equal(numbers.isInVain({ ...vain, number: '+15105550100' }), false);
  assert.equal(numbers.isInVain({ ...vain, provisioning: { state: 'searching' } }), false);
});

test('the receptionist of a number is chosen where callers may come to it', () => {
  assert.equal(numbers.leadsToMenu({ use: 'main', number: '+18335550100' }), true);
  assert.equal(numbers.leadsToMenu({ use: 'kept', number: '+16505550100' }), true);
  assert.equal(numbers.leadsToMenu({ use: 'extension', number: '+16505550100' }), false);
  assert.equal(numbers.leadsToMenu({ use: 'kept', number: null }), false);
});

test('only the very number typed gives it back, with or without its country code', () => {
  const is = (typed) => numbers.isTyped(typed, '+14155550123');
  assert.deepEqual(['(415) 555-0123', '4155550123', '+1 415 555 0123', '1-415-555-0123'].map(is), [true, true, true, true]);
  assert.deepEqual(['', '(415) 555-0124', '555-0123', '14155550123 5', 'yes'].map(is), [false, false, false, false, false]);
});

test('the main number stands first and what is on its way last', () => {
  const list = [
    { id: 'a', use: 'extension', number: null },
    { id: 'b', use: 'kept', number: '+16285550177' },
    { id: 'c', use: 'extension', number: '+14155550101' },
    { id: 'd', use: 'main', number: '+18335550100' },
  ];
  assert.deepEqual(list.sort(numbers.inOrder).map(({ id }) => id), ['d', 'c', 'b', 'a']);
});

test('what texts may cost is written in dollars and kept in cents', () => {
  const kept = { assistantOn: true, countries: ['CA', 'US'], centsPerDay: 2550, campaignTextsADay: 1, frozen: false, version: 3 };
  const form = messages.formOf(kept);
  assert.deepEqual(form, { countries: 'CA, US', dollarsPerDay: '25.50', campaignTextsADay: '1' });
  assert.deepEqual(messages.problems(form), {});
  assert.deepEqual(messages.request(kept, form), kept);
  assert.deepEqual(messages.request(kept, { ...form, countries: 'us us;mx', dollarsPerDay: '10', campaignTextsADay: '3' }), {
    ...kept,
    countries: ['US', 'MX'],
    centsPerDay: 1000,
    campaignTextsADay: 3,
  });
  assert.equal(countryNames('us, ca'), 'Canada, United States');
  const wrong = messages.problems({ countries: 'USA', dollarsPerDay: 'ten', campaignTextsADay: '4' });
  assert.deepEqual(Object.keys(wrong), ['countries', 'centsPerDay', 'campaignTextsADay']);
});

test('what may be called, and for how much, is checked field by field before it is sent', () => {
  const company = { callsPerHour: 300, callsPerDay: 2000, centsPerDay: 20_000 };
  const kept = { countries: ['CA', 'US'], callsPerDay: 100, centsPerDay: 1000, company, version: 4 };
  const form = calling.formOf(kept);
  assert.deepEqual(form, {
    countries: 'CA, US',
    callsPerDay: '100',
    dollarsPerDay: '10.00',
    companyPerHour: '300',
    companyPerDay: '2000',
    companyDollars: '200.00',
  });
  assert.deepEqual(calling.problems(form), {});
  assert.deepEqual(calling.request(4, form), kept);
  assert.deepEqual(calling.request(4, { ...form, countries: 'us, mx us', callsPerDay: ' 0 ', dollarsPerDay: '0,29', companyDollars: '0.5' }), {
    countries: ['US', 'MX'],
    callsPerDay: 0,
    centsPerDay: 29,
    company: { ...company, centsPerDay: 50 },
    version: 4,
  });
  assert.deepEqual(Object.keys(calling.problems({ ...form, companyPerHour: '100001', companyPerDay: 'x', companyDollars: '100000.01' })), [
    'company.callsPerHour',
    'company.callsPerDay',
    'company.centsPerDay',
  ]);
  const wrong = calling.problems({ ...form, countries: 'USA', callsPerDay: '10001', dollarsPerDay: '10000.01' });
  assert.deepEqual(Object.keys(wrong), ['countries', 'callsPerDay', 'centsPerDay']);
  assert.deepEqual(Object.keys(calling.problems({ ...form, callsPerDay: '-1', dollarsPerDay: '' })), ['callsPerDay', 'centsPerDay']);
  const all = Array.from({ length: 31 }, (_, index) => String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))).join(' ');
  assert.equal(calling.problems({ ...form, countries: all }).countries, 'Enter 30 countries at most.');
});

test('how long a caller stays parked is from 1 to 30 whole minutes', () => {
  assert.deepEqual(parking.formOf({ minutes: 3, version: 4 }), { minutes: '3' });
  assert.deepEqual(parking.request(4, { minutes: ' 12 ' }), { minutes: 12, version: 4 });
  for (const minutes of ['1', '30', ' 3 ']) assert.deepEqual(parking.problems({ minutes }), {});
  for (const minutes of ['', '0', '31', '2.5', '-1', 'three']) {
    assert.deepEqual(parking.problems({ minutes }), { minutes: 'Enter a whole number from 1 to 30.' });
  }
});

test('a week is filled in day after day like the one before', () => {
  const form = knowledge.formOf({ hours: { monday: [{ opens: '08:00', closes: '12:00' }], sunday: null }, specialDays: null, website: '' });
  assert.deepEqual(form.hours.sunday, []);
  assert.deepEqual(form.specialDays, []);
  assert.deepEqual(week.likeBefore(form.hours, 'tuesday'), form.hours.monday);
  assert.deepEqual(week.likeBefore(form.hours, 'monday'), [{ opens: '09:00', closes: '17:00' }]);
  assert.deepEqual(week.withSpan(form.hours.monday)[1], { opens: '13:00', closes: '16:00' });
  assert.deepEqual(knowledge.problems(form), {});
  const half = { ...form, hours: { ...form.hours, friday: [{ opens: '08:00', closes: '' }] }, specialDays: [{ date: '' }], website: 'http://x.example' };
  assert.deepEqual(Object.keys(knowledge.problems(half)), ['hours.friday', 'specialDays', 'website']);
});

const LIMITS = {
  textsPerNumber: 20,
  callsPerNumber: 5,
  readPerCall: 30000,
  writtenPerCall: 1500,
  centsPerDay: 1000,
  centsPerMonth: 10050,
  version: 3,
};

test('the limits of Claude are written in dollars and come back in cents', () => {
  const form = claude.formOf(LIMITS);
  assert.equal(form.centsPerMonth, '100.50');
  assert.deepEqual(claude.problems(form), {});
  assert.deepEqual(claude.request(3, form), LIMITS);
  assert.equal(claude.request(3, { ...form, centsPerDay: ' 0,29 ' }).centsPerDay, 29);
});

test('limits that are none are said before the server is asked', () => {
  const form = { ...claude.formOf(LIMITS), textsPerNumber: '-1', readPerCall: '10000001', centsPerDay: '10000.01', centsPerMonth: 'much' };
  assert.deepEqual(Object.keys(claude.problems(form)), ['textsPerNumber', 'readPerCall', 'centsPerDay', 'centsPerMonth']);
  assert.equal(claude.problems(form).centsPerDay, 'Enter an amount up to 10,000 dollars.');
});

test('what Claude has cost is told with what it may, and without a price it is only counted', () => {
  assert.equal(claude.spent({ questions: 1, dollars: 0.4249 }, 1000, true), '$0.42 of $10.00 · 1 question');
  assert.equal(claude.spent({ questions: 1200, dollars: 0 }, 1000, false), '1,200 questions');
  assert.equal(claude.caution({ key: true, priced: true }), '');
  assert.match(claude.caution({ key: false, priced: true }), /no key/);
  assert.match(claude.caution({ key: true, priced: false, model: 'claude-new' }), /claude-new costs is not configured/);
});

test('whether a number may text is said in words with what to make of it', () => {
  const listed = (status, detail = '') => numbers.texting({ number: '+14155550123', registration: { status, detail } });
  assert.equal(listed('approved').label, 'May text');
  assert.match(listed('pending').why, /block/);
  assert.equal(listed('rejected', 'No opt-in shown').why, 'No opt-in shown');
  assert.equal(listed('rejected').why, 'The carrier does not say why.');
  assert.equal(listed('none').label, 'No text registration');
  assert.equal(numbers.texting({ number: '+14155550123', registration: null }), null);
  assert.equal(numbers.texting({ number: null, registration: { status: 'none', detail: '' } }), null);
});

test('when the carrier last said so is told, and that it never did', () => {
  const at = (checkedAt) => ({ registration: { checkedAt } });
  const told = numbers.asked([at('2026-11-28T15:00:00Z'), { registration: null }, at('2026-11-28T17:00:00Z')], Date.parse('2026-11-28T20:00:00Z'));
  assert.match(told, /^Last answered: Today at /);
  assert.equal(numbers.asked([{ registration: null }]), 'The carrier has not answered yet.');
});
