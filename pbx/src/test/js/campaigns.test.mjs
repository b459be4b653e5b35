import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as draft from '../../main/resources/static/campaigns/draftmodel.js';
import * as model from '../../main/resources/static/campaigns/model.js';
import * as pictures from '../../main/resources/static/campaigns/picturemodel.js';
import * as timeline from '../../main/resources/static/campaigns/timelinemodel.js';
import * as chart from '../../main/resources/static/components/chart/model.js';
import * as format from '../../main/resources/static/lib/format.js';
import * as phrases from '../../main/resources/static/lib/phrases.js';

const OURS = 'America/Los_Angeles';
format.useZone(OURS);

const NOW = Date.parse('2026-11-24T20:00:00Z');
const none = { total: 0, waiting: 0, leaving: 0, checking: 0, sent: 0, delivered: 0, failed: 0, skipped: 0, notConfirmed: 0, canceled: 0 };
const counts = { ...none, total: 100, waiting: 40, leaving: 5, checking: 3, sent: 2, delivered: 44, failed: 3, skipped: 2, notConfirmed: 1 };
const campaign = (more = {}) => ({ id: 'a', name: 'Recall', state: 'running', counts, perSecond: 5, endsAbout: null, ...more });

test('the parts of the bar are the whole audience, and nobody is in two of them', () => {
  assert.equal(model.groups(counts).reduce((sum, { figure }) => sum + figure, 0), counts.total);
  assert.deepEqual(Object.keys(none).filter((key) => key !== 'total').sort(), model.GROUPS.map(({ key }) => key).sort());
  assert.equal(new Set(model.GROUPS.map(({ tone }) => tone)).size, model.GROUPS.length, 'no two parts look alike');
  assert.equal(model.barInWords(counts), 'Delivered 44, Sent 2, Leaving now 5, Checking 3, Not confirmed 1, Failed 3, Skipped 2, Waiting 40');
  assert.equal(model.barInWords(none), 'Nobody yet');
});

test('a hundred percent means everybody', () => {
  assert.equal(model.percent(counts), 55);
  assert.equal(model.percent({ ...none, total: 1000, delivered: 999, waiting: 1 }), 99);
  assert.equal(model.percent({ ...none, total: 10, delivered: 4, canceled: 6 }), 40, 'whom a canceled campaign left out was not reached');
  assert.equal(model.percent(none), 0);
});

test('a list is summed up in what is not over', () => {
  assert.equal(model.note([campaign(), campaign({ state: 'paused' }), campaign({ state: 'done' }), campaign({ state: 'scheduled' })]), '1 sending · 1 paused · 1 scheduled');
  assert.equal(model.note([]), '');
  assert.equal(model.rowCounts(campaign()), '44 delivered · 2 sent · 3 failed · 2 skipped · 1 not confirmed · 3 checking · 40 waiting');
  assert.equal(model.rowCounts(campaign({ state: 'scheduled' })), '100 people');
  assert.equal(model.rowCounts(campaign({ state: 'draft', counts: none })), 'Nobody chosen yet');
});

test('what people did after it is said in words', () => {
  assert.equal(model.outcomeLine({ replied: 1, optedOut: 0 }), '1 person replied');
  assert.equal(model.outcomeLine({ replied: 1200, optedOut: 3 }), '1,200 people replied · 3 opted out');
  assert.equal(model.outcomeLine({ replied: 0, optedOut: 0 }), '');
  assert.deepEqual([0, 1, 2].map((replies) => model.repliesWord({ replies })), ['', 'Replied', 'Replied 2 times']);
});

test('what has not left is not said to have left by something that is lost', () => {
  assert.match(model.unproven({ state: 'skipped' }), /^This has not left/);
  assert.match(model.unproven({ state: 'delivered' }), /^By what this left was not kept/);
});

test('when a campaign was or will be is said from its state', () => {
  const times = { createdAt: '2026-11-23T18:00:00Z', startsAt: null, startedAt: null, endedAt: null };
  assert.equal(model.whenLine({ state: 'draft', ...times }, NOW), 'Written yesterday at 10:00 AM');
  assert.equal(model.whenLine({ state: 'scheduled', ...times, startsAt: '2026-11-25T18:00:00Z' }, NOW), 'Starts tomorrow at 10:00 AM');
  assert.equal(model.whenLine({ state: 'running', ...times, startedAt: '2026-11-24T19:58:00Z' }, NOW), 'Started today at 11:58 AM');
  assert.equal(model.whenLine({ state: 'done', ...times, startedAt: '2026-11-01T19:58:00Z', endedAt: '2026-11-02T18:00:00Z' }, NOW), 'Ended Nov 2 at 10:00 AM');
});

test('the pace is measured over what was seen, not guessed', () => {
  let samples = [];
  for (let second = 0; second <= 30; second++) samples = model.sampled(samples, { ...none, total: 900, waiting: 900 - 5 * second }, NOW + second * 1000);
  assert.ok(samples.length <= 21, 'only what is needed is remembered');
  assert.equal(model.measured(samples, NOW + 30_000), 5);
  assert.equal(model.measured(samples.slice(-1), NOW + 30_000), null);
  assert.equal(model.measured([], NOW), null);
  const still = model.sampled(samples, { ...none, total: 900, waiting: 750 }, NOW + 60_000);
  assert.equal(still.length, 1, 'what stands still is forgotten');
});

test('pace and end are one line, and none when nothing is sent', () => {
  assert.equal(model.paceLine(campaign({ endsAbout: '2026-11-24T20:12:00Z' }), 4.83, OURS, NOW), '4.8 per second now · up to 5 segments a second · ends about 12:12 PM');
  assert.equal(model.paceLine(campaign({ perSecond: 1 }), null, OURS, NOW), 'Up to 1 segment a second');
  assert.equal(model.paceLine(campaign({ perSecond: 0, endsAbout: '2026-11-25T20:12:00Z' }), null, OURS, NOW), 'Ends about tomorrow at 12:12 PM');
  assert.equal(model.paceLine(campaign({ state: 'paused' }), 4, OURS, NOW), '');
});

test('progress is announced every fifteen seconds at most, a new state at once', () => {
  const first = model.announcement(null, campaign(), NOW);
  assert.equal(first.text, '', 'what a page opens with is read on it');
  assert.equal(model.announcement(first, campaign(), NOW + 14_999), first);
  const second = model.announcement(first, campaign(), NOW + 15_000);
  assert.equal(second.text, 'Recall: Sending, 55 of 100');
  assert.equal(model.announcement(second, campaign({ state: 'paused' }), NOW + 15_001).text, 'Recall: Paused, 55 of 100');
  assert.equal(model.announcement(second, campaign({ id: 'b' }), NOW + 60_000).text, '');
});

test('one of which nothing can leave waits, and says for what and until when', () => {
  const sleeping = campaign({ counts: { ...none, total: 12, delivered: 4, waiting: 8 }, waits: { until: '2026-11-25T18:00:00Z', because: 'hours', zones: ['Pacific/Honolulu'] } });
  assert.deepEqual(model.standing(sleeping), { label: 'Waiting', symbol: 'moon', tone: 'blue' });
  assert.equal(
    model.paceLine(sleeping, 4, OURS, NOW),
    'Quiet hours for everybody who is left. Goes on tomorrow at 10:00 AM at the earliest, 8:00 AM Hawaii-Aleutian Standard Time.',
  );
  assert.equal(model.rowCounts(sleeping, NOW), 'until tomorrow at 10:00 AM · 4 delivered · 8 waiting');
  assert.equal(model.note([sleeping, campaign()]), '1 sending · 1 waiting');
  const here = { ...sleeping, waits: { ...sleeping.waits, zones: [OURS] } };
  assert.equal(model.paceLine(here, 4, OURS, NOW), 'Quiet hours for everybody who is left. Goes on tomorrow at 10:00 AM at the earliest.');
  const many = { ...sleeping, waits: { ...sleeping.waits, zones: ['America/Denver', 'America/Chicago'] } };
  assert.match(model.paceLine(many, 4, OURS, NOW), /, between 11:00 AM and 12:00 PM for them\.$/);
  const full = campaign({ waits: { until: '2026-11-24T20:10:00Z', because: 'carrier', zones: [] } });
  assert.equal(model.standing(full).symbol, 'clock');
  assert.equal(model.paceLine(full, 4, OURS, NOW), 'The carrier takes no more from its numbers for now. Goes on today at 12:10 PM at the earliest.');
  const spent = campaign({ waits: { until: '2026-11-25T08:00:00Z', because: 'daily_cap', zones: [] } });
  assert.equal(model.standing(spent).symbol, 'clock');
  assert.equal(model.paceLine(spent, 4, OURS, NOW), 'Its numbers have sent what they may today. Goes on tomorrow at 12:00 AM at the earliest.');
  assert.equal(model.restLine({ until: '2026-11-25T08:00:00Z', because: 'daily_cap' }, NOW), 'Rests until tomorrow at 12:00 AM');
  assert.equal(model.restLine({ until: '2026-11-24T20:10:00Z', because: 'carrier' }, NOW), 'Rests until 12:10 PM');
  assert.equal(model.restLine({ until: '2026-11-24T20:10:00Z', because: 'fault' }, NOW), 'Is tried again today at 12:10 PM');
  const first = model.announcement(null, campaign(), NOW);
  assert.equal(model.announcement(first, sleeping, NOW + 1).text, 'Recall: Waiting, 4 of 12', 'that it waits is said at once');
});

test('only what a state allows is offered', () => {
  const offered = (state) => Object.entries(model.allowed(state)).filter(([, may]) => may).map(([name]) => name);
  assert.deepEqual(offered('draft'), ['edit', 'discard']);
  assert.deepEqual(offered('scheduled'), ['edit', 'cancel', 'copy']);
  assert.deepEqual(offered('running'), ['pause', 'cancel', 'copy']);
  assert.deepEqual(offered('paused'), ['numbers', 'resume', 'cancel', 'copy']);
  assert.deepEqual(offered('done'), ['copy']);
  assert.deepEqual(offered('canceled'), ['copy']);
});

test('a campaign can be said again to others: its words and numbers, not its people and pictures', () => {
  const old = { name: 'x'.repeat(200), message: 'We have moved.', kind: 'informational', policy: 'at_least_once', senders: ['+18335550100'], media: [{ id: 'm' }] };
  const made = draft.again(old);
  assert.equal(made.name.length, 200);
  assert.match(made.name, / \(again\)$/);
  assert.deepEqual({ ...made, name: '' }, { name: '', message: old.message, kind: old.kind, policy: old.policy, fromNumbers: old.senders, media: [], startAt: null, recipients: [], draft: true });
});

test('numbers are shown as people write them', () => {
  assert.equal(model.shown('+14155550148'), '(415) 555-0148');
  assert.equal(model.shown('+442079460123'), '+442079460123');
  assert.equal(model.fromLine(['+18335550199', '+14155550100']), 'From (833) 555-0199 and 1 more');
  assert.equal(model.fromLine([]), '');
});

test('what is pasted becomes a file: a list of numbers, or cells with their names', () => {
  assert.equal(draft.pasted(' (415) 555-0101\n+14155550102; 415-555-0103,\n\n'), 'number\n(415) 555-0101\n+14155550102\n415-555-0103');
  assert.equal(draft.pasted('Phone\tName\n4155550101\tAna "A", B'), 'Phone,Name\n4155550101,"Ana ""A"", B"');
  assert.equal(draft.pasted(' \n'), 'number');
});

test('the first rows of a file are read as they are meant', () => {
  const text = '\ufeffFirst Name,Mobile,Note\r\nAna,4155550101,"likes, ""commas""\nand lines"\r\n\r\nBo,4155550102,';
  assert.deepEqual(draft.head(text, true), {
    columns: ['First Name', 'Mobile', 'Note'],
    rows: [['Ana', '4155550101', 'likes, "commas"\nand lines'], ['Bo', '4155550102', '']],
  });
  assert.equal(draft.head(text, false).rows.length, 1, 'a row that may be cut off is not shown');
  assert.deepEqual(draft.head('', true), { columns: [], rows: [] });
  assert.deepEqual(draft.head('Nombre;Tel\nAna;4155550101', true), { columns: ['Nombre', 'Tel'], rows: [['Ana', '4155550101']] });
  assert.deepEqual(draft.head('Ana,(415) 555-0101\nBo,4155550102', true), { columns: ['', ''], rows: [['Ana', '(415) 555-0101'], ['Bo', '4155550102']] });
});

test('the column of numbers is found by its name, else by what it holds', () => {
  assert.equal(draft.numberColumn({ columns: ['Name', 'Mobile phone'], rows: [] }), 1);
  assert.equal(draft.numberColumn({ columns: ['Cancelled', 'Phone type', 'Phone number'], rows: [] }), 2);
  assert.equal(draft.numberColumn({ columns: ['Order number', 'Cell'], rows: [['4155550101', '(415) 555-0101']] }), 1);
  assert.equal(draft.numberColumn({ columns: ['Who', 'Where'], rows: [['Ana', '(415) 555-0101'], ['Bo', '+14155550102']] }), 1);
  assert.equal(draft.numberColumn({ columns: ['Who', 'Town'], rows: [['Ana', 'Fresno']] }), -1);
});

test('the other columns are what a message may say', () => {
  assert.equal(draft.fieldName('First Name'), 'firstName');
  assert.equal(draft.fieldName('ZIP code/2'), 'zIPCode2');
  assert.equal(draft.fieldName('2nd visit'), '', 'a place in a message begins with a letter');
  assert.equal(draft.fieldName('—'), '');
  const file = { columns: ['First Name', 'Mobile', '—'], rows: [['Ana ', '4155550101', 'x']] };
  assert.deepEqual(draft.samples(file, 1), [{ to: '4155550101', fields: { firstName: 'Ana' } }]);
  assert.deepEqual(draft.fieldsIn('Hi {{firstName|there}}, {{ date }} {{firstName}}'), ['firstName', 'date']);
});

test('what a message may say of a file has each name once, and two columns are not called the same', () => {
  const file = { columns: ['firstName', 'First name', 'Phone', ''], rows: [['Ana', 'Ana Maria', '4155550101', 'x']] };
  assert.deepEqual(draft.known(file, 2).fields, ['firstName']);
  assert.equal(draft.calledTwice(['', 'town', '', 'town']), 'town');
  assert.equal(draft.calledTwice(['', 'town', '', 'firstName']), '');
});

test('a step is not left with something missing', () => {
  const form = draft.formOf(null);
  const audience = { total: 0, chosen: false, method: '', words: '' };
  assert.deepEqual(Object.keys(draft.problems('audience', form, audience)), ['name', 'recipients']);
  const named = { ...form, name: 'Recall' };
  assert.deepEqual(draft.problems('audience', named, { ...audience, total: 5 }), {});
  assert.deepEqual(Object.keys(draft.problems('audience', named, { ...audience, chosen: true, method: 'verbal' })), ['consentWords', 'consentDate', 'consentMethod']);
  assert.deepEqual(Object.keys(draft.problems('message', form, audience)), ['message', 'fromNumbers']);
  assert.deepEqual(draft.problems('review', form, audience), {});
});

test('of a list whose people agreed, somebody says when, and it was before tomorrow', () => {
  const named = { ...draft.formOf(null), name: 'Recall' };
  const agreed = (date) => draft.problems('audience', named, { total: 0, chosen: true, method: 'paper', words: 'I agree', date, today: '2026-11-24' });
  assert.equal(agreed('').consentDate, 'Say when they agreed.');
  assert.equal(agreed('2026-11-25').consentDate, 'That day is yet to come.');
  assert.deepEqual(agreed('2026-11-24'), {});
  assert.deepEqual(draft.placed([{ field: 'consent.date', message: 'is in the future' }]), { errors: { consentDate: 'is in the future' }, step: 'audience' });
  assert.equal(draft.placed([{ field: 'consent.reference', message: 'is too long' }]).step, 'audience');
});

test('whoever changes one that is scheduled hears that it is a draft again', () => {
  assert.match(draft.savedWord({ state: 'scheduled' }), /draft again/);
  assert.doesNotMatch(draft.savedWord({ state: 'draft' }), /again/);
});

test('an error of the server finds its field and the step that has it', () => {
  assert.deepEqual(draft.placed([{ field: 'fromNumbers.1', message: 'is not ours' }]), { errors: { fromNumbers: 'is not ours' }, step: 'message' });
  assert.deepEqual(draft.placed([{ field: 'consent.words', message: 'must not be empty' }]), { errors: { consentWords: 'must not be empty' }, step: 'audience' });
  assert.deepEqual(draft.placed([{ field: 'confirm', message: 'is another number' }]), { errors: { confirm: 'is another number' }, step: 'safety' });
  assert.deepEqual(draft.placed([{ field: 'file', message: 'is empty' }]), { errors: { recipients: 'is empty' }, step: 'audience' });
  assert.deepEqual(draft.placed([]), { errors: {}, step: null });
});

test('a draft that was opened and not changed is the same', () => {
  const known = { name: 'Recall', message: 'Hi', kind: 'informational', policy: 'at_least_once', senders: ['+18335550199'] };
  assert.ok(draft.sameForm(draft.formOf(known), { ...draft.formOf(known), name: ' Recall ' }));
  assert.ok(!draft.sameForm(draft.formOf(known), { ...draft.formOf(known), kind: 'marketing' }));
  assert.equal(draft.request(draft.formOf(known), '2026-11-25T18:00:00.000Z').startAt, '2026-11-25T18:00:00.000Z');
});

test('a step is not left with a picture that is not there, or too many of them', () => {
  const fine = { size: 1000, share: 1, problem: '' };
  assert.equal(pictures.attachedError([], 5000), '');
  assert.equal(pictures.attachedError([fine, fine], 5000), '');
  assert.match(pictures.attachedError([fine, { ...fine, share: 0.5 }], 5000), /uploaded/);
  assert.match(pictures.attachedError([{ ...fine, problem: 'Too large.' }], 5000), /Remove/);
  assert.match(pictures.attachedError([fine, { ...fine, size: 4001 }], 5000), /5 MB in all/);
  const form = { ...draft.formOf(null), message: 'Hi', fromNumbers: ['+18335550199'] };
  assert.deepEqual(Object.keys(draft.problems('message', form, { pictures: 'Wait.' })), ['media']);
  assert.deepEqual(draft.placed([{ field: 'media', message: 'names a file that is not there' }]).step, 'message');
});

test('a text with a picture is priced as one message, not by its words', () => {
  assert.equal(pictures.priceLine({ segments: 3, cost: 0.033 }, 0, 'marketing'), '3 segments · $0.033 per person');
  assert.equal(pictures.priceLine({ segments: 3, cost: 0.03 }, 2, 'marketing'), 'Picture message · $0.03 per person');
  assert.equal(pictures.priceLine({ segments: 3, cost: 0.033 }, 0, 'informational'), 'Up to 3 segments · $0.033 per person');
  assert.equal(pictures.priceLine({ segments: 3, cost: 0.03 }, 2, 'informational'), 'Picture message · $0.03 per person');
  assert.equal(pictures.sizeLine({ segments: 0, pictureTexts: 1200 }), '1,200 picture messages');
  assert.equal(pictures.sizeLine({ segments: 2, pictureTexts: 0 }), '2 segments');
  assert.equal(pictures.sizeLine({ segments: 0, pictureTexts: 0 }), '0 segments');
});

test('what a draft carries is part of what was written', () => {
  const known = { name: 'Recall', message: 'Hi', kind: 'marketing', policy: 'at_most_once', senders: [], media: [{ id: 'm1' }] };
  assert.deepEqual(draft.request(draft.formOf(known)).media, ['m1']);
  assert.ok(!draft.sameForm(draft.formOf(known), { ...draft.formOf(known), media: [] }));
});

test('a list says what is done with it, and how much of it is done', () => {
  assert.deepEqual(draft.takingLine({ step: 'sending', done: 50, of: 200 }), { label: 'Sending… 25%', share: 0.25 });
  assert.deepEqual(draft.takingLine({ step: 'reading', done: 5000, of: 0 }), { label: 'Reading…', share: null });
  assert.deepEqual(draft.takingLine({ step: 'taking', done: 999, of: 1000 }), { label: 'Taking people in… 99%', share: 0.999 });
  assert.equal(draft.takingLine({ step: 'judging', done: 1, of: 4 }).label, 'Looking at everybody… 25%');
  assert.equal(draft.takingLine({ step: 'consent', done: 1000, of: 1000 }).label, 'Writing consent down… 100%');
});

test('the picture of a campaign over time says in words what it shows', () => {
  const part = (at, delivered, failed, sent) => ({ at, delivered, failed, sent });
  const minutes = { stepSeconds: 60, parts: [part('2026-11-24T20:00:00Z', 55, 5, 0), part('2026-11-24T20:01:00Z', 20, 0, 40)] };
  assert.equal(timeline.sentence(minutes), 'Texts that left by the minute: 75 delivered, 5 failed, 40 no receipt yet; most at 12:00 PM with 60.');
  assert.deepEqual(timeline.columns(minutes).map(({ label }) => label), ['12:00 PM', '12:01 PM']);
  assert.equal(timeline.columns({ ...minutes, stepSeconds: 5 })[0].label, '12:00:00 PM');
  assert.deepEqual([5, 60, 300, 3600, 7200, 86_400, 172_800].map(timeline.stepWords), ['5 seconds', 'minute', '5 minutes', 'hour', '2 hours', 'day', '2 days']);
  assert.ok(timeline.isAny(minutes));
  assert.ok(!timeline.isAny({ stepSeconds: 5, parts: [part('2026-11-24T20:00:00Z', 0, 0, 0)] }));
  assert.ok(!timeline.isAny(null));
});

test('no label of a chart is cut off or meets the next', () => {
  const bars = Array.from({ length: 32 }, (_, index) => ({ middle: index * 10, label: '12:00:00 PM' }));
  const labels = chart.barLabels(bars, { width: 316, most: 5 });
  assert.equal(labels.length, 3, 'five of so many letters would meet');
  labels.forEach(({ x }) => assert.ok(x >= 36 && x <= 316 - 36, `${x} lies within`));
  assert.deepEqual(chart.barLabels([{ middle: 158, label: '8 AM' }], { width: 316, most: 5 }), [{ text: '8 AM', x: 158 }]);
  assert.equal(chart.barLabels([{ middle: 310, label: '8:30 AM' }], { width: 316, most: 5 })[0].x < 300, true);
});

test('a line says what its text carries', () => {
  assert.equal(pictures.carriedWords([{ picture: true }]), 'a picture');
  assert.equal(pictures.carriedWords([{ picture: true }, { picture: false }, { picture: true }]), '2 pictures and a file');
});

test('only the very number confirms', () => {
  assert.ok(draft.isTyped('100,000', 100000));
  assert.ok(draft.isTyped(' 100000', 100000));
  assert.ok(!draft.isTyped('10000', 100000));
  assert.ok(!draft.isTyped('', 0));
});

test('nothing starts that is blocked, and nothing large without its number', () => {
  const launch = { recipients: 1200, needsConfirmation: true, blockers: [] };
  assert.ok(draft.mayGoOn('message', null, ''));
  assert.ok(!draft.mayGoOn('safety', null, ''), 'what is not known yet is not safe');
  assert.ok(draft.mayGoOn('safety', launch, ''));
  assert.ok(!draft.mayGoOn('safety', { ...launch, blockers: [{ code: 'x', sentence: 'X.' }] }, '1200'));
  assert.ok(!draft.mayGoOn('review', launch, '120'));
  assert.ok(draft.mayGoOn('review', launch, '1,200'));
  assert.ok(draft.mayGoOn('review', { ...launch, needsConfirmation: false }, ''));
});

test('dollars are never rounded to nothing, and the character that makes a text dear is named', () => {
  assert.equal(phrases.money(1234.5), '$1,234.50');
  assert.equal(phrases.money(1.999), '$2.00');
  assert.equal(phrases.money(0.0083), '$0.0083');
  assert.equal(phrases.money(0), '$0.00');
  assert.equal(model.forcing({ forcedBy: [] }), '');
  assert.equal(model.forcing({ forcedBy: ['’', '’'] }), '’ makes each segment hold 70 characters instead of 160.');
  assert.match(model.forcing({ forcedBy: [...'абвгдежз'] }), /^а б в г д and 3 more make /);
});
