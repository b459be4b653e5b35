import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as analytics from '../../main/resources/static/analytics/model.js';
import * as figures from '../../main/resources/static/lib/figures.js';
import { CALL_SERIES, callSeries } from '../../main/resources/static/lib/format.js';

const nothing = { answered: 0, receptionist: 0, voicemail: 0, missed: 0, abandoned: 0, turnedAway: 0, inProgress: 0, total: 0 };
const days = (count, first = '2026-01-01') =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(`${first}T12:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10);
    return { day, hours: 24, unfinished: index === count - 1, calls: { ...nothing, answered: 2, missed: 1, total: 3 } };
  });

test('the address decides what is asked for, and nonsense asks for the last week', () => {
  assert.equal(analytics.asked({}), 'period=7d');
  assert.equal(analytics.asked({ period: '90d' }), 'period=90d');
  assert.equal(analytics.asked({ period: '1y' }), 'period=7d');
  assert.equal(analytics.asked({ from: '2026-11-01', to: '2026-11-30', period: '7d' }), 'from=2026-11-01&to=2026-11-30');
});

test('a day is a bar, and so is a week when there are too many days; nothing gets lost', () => {
  const pick = ({ calls }) => calls;
  const month = figures.columns(days(30), pick);
  assert.equal(month.length, 30);
  assert.deepEqual([month[0].label, month.at(-1).label], ['Jan 1', 'Jan 30 so far']);
  const year = figures.columns(days(365), pick);
  assert.equal(year.length, 53);
  assert.equal(year.reduce((sum, { values }) => sum + values.total, 0), 3 * 365);
  assert.deepEqual([figures.first(days(30)), figures.first(days(365))], ['Day', 'Week of']);
});

test('a chart’s sentence carries its sum and its peak', () => {
  const bars = figures.columns(days(3), ({ calls }) => calls);
  assert.equal(figures.sentence('Calls by day', 'call', bars, CALL_SERIES), 'Calls by day: 9 calls, most on Jan 1 with 3.');
  assert.equal(figures.sentence('Calls by day', 'call', [], CALL_SERIES), 'Calls by day: none.');
});

test('a call that is still on is a part of its day’s bar, and named while there is one', () => {
  const over = figures.columns(days(2), ({ calls }) => calls);
  assert.ok(!callSeries(over).some(({ key }) => key === 'inProgress'));
  const [first, today] = days(2);
  const bars = figures.columns([first, { ...today, calls: { ...today.calls, inProgress: 1, total: 4 } }], ({ calls }) => calls);
  const series = callSeries(bars);
  assert.equal(series.at(-1).label, 'On the line');
  for (const { values } of bars) assert.equal(series.reduce((sum, { key }) => sum + values[key], 0), values.total);
});

test('whoever was turned away is a part of the bar by themselves, and named where there are such', () => {
  const [first, today] = days(2);
  const bars = figures.columns([first, { ...today, calls: { ...today.calls, turnedAway: 2, total: 5 } }], ({ calls }) => calls);
  const series = callSeries(bars);
  assert.equal(series.at(-1).label, 'Turned away');
  for (const { values } of bars) assert.equal(series.reduce((sum, { key }) => sum + values[key], 0), values.total);
  const ends = analytics.endings({ calls: bars[1].values }, { calls: bars[0].values });
  assert.deepEqual(ends.find(({ name }) => name === 'Missed').value, 1);
});

test('calls from here are told by what came of them, and not at all where nobody calls out', () => {
  const none = { total: 0, answered: 0, unreached: 0, notTaken: 0, failed: 0, inProgress: 0 };
  const of = (calls) => ({ outgoing: { calls: { ...none, ...calls }, talkSeconds: 0 }, calls: { total: 0 } });
  assert.deepEqual(analytics.reached(of({}), of({})), []);
  assert.deepEqual(analytics.reached(of({ total: 4, answered: 3, notTaken: 1 }), of({ total: 1, failed: 1 })), [
    { name: 'They answered', value: 3, share: '75%', before: 0 },
    { name: 'Not picked up here', value: 1, share: '25%', before: 0 },
    { name: 'Could not be placed', value: 0, share: '0%', before: 1 },
  ]);
  const texts = { summary: { received: 0, sent: { total: 0 } }, previous: { received: 0, sent: { total: 0 } } };
  assert.ok(analytics.isEmpty({ summary: of({}), previous: of({}) }, texts));
  assert.ok(!analytics.isEmpty({ summary: of({ total: 1, answered: 1 }), previous: of({}) }, texts));
});

test('hours of the heat map are named as often as their words have room', () => {
  const named = (width) => analytics.heatFrame(width).every;
  assert.deepEqual([1150, 660, 346, 240].map(named), [2, 2, 6, 6]);
  for (const width of [1150, 660, 346, 240]) {
    const { left, cell, every } = analytics.heatFrame(width);
    assert.ok(every * cell >= 42, `${width}`);
    assert.ok(left + 24 * cell <= width + 0.001, `${width}`);
  }
});

test('a figure is compared in words, and not with nothing', () => {
  assert.equal(figures.change(120, 100), '20% more than before');
  assert.equal(figures.change(50, 100), '50% less than before');
  assert.equal(figures.change(100, 100), 'as before');
  assert.equal(figures.change(7, 0), '');
});

test('nobody who waited and nothing to share are dashes, not zeros', () => {
  assert.equal(figures.waited(null), '—');
  assert.equal(figures.waited(0), '0:00');
  assert.equal(figures.percent(0, 0), '—');
  assert.equal(figures.percent(1, 3), '33%');
});

test('the busiest hour of the heat map is the darkest, and any call is a shade', () => {
  const cells = Array.from({ length: 168 }, (_, place) => ({ weekday: Math.floor(place / 24) + 1, hour: place % 24, missed: 0 }));
  cells[34].missed = 20;
  cells[35].missed = 1;
  const [monday, tuesday] = analytics.heat(cells, 'missed');
  assert.deepEqual([monday.cells[10].shade, tuesday.cells[10].shade, tuesday.cells[11].shade], [0, 5, 1]);
  assert.equal(analytics.heatSentence(cells, 'missed'), 'Missed calls by weekday and hour: most on Tuesday at 10 AM with 20.');
  assert.equal(analytics.heatSentence(cells.map((cell) => ({ ...cell, missed: 0 })), 'missed'), 'Missed calls by weekday and hour: none.');
});

test('where calls end stands with the most frequent first, and without what never happened', () => {
  const now = { calls: { ...nothing, total: 4, answered: 1, voicemail: 3 } };
  const before = { calls: { ...nothing, total: 1, missed: 1 } };
  assert.deepEqual(
    analytics.endings(now, before).map(({ name, value, share }) => [name, value, share]),
    [['Voicemail', 3, '75%'], ['Person', 1, '25%'], ['Missed', 0, '0%']],
  );
});

test('days that somebody chooses have an order, and have begun', () => {
  assert.equal(analytics.wrong('2026-11-01', '2026-11-30', '2026-11-30'), '');
  assert.match(analytics.wrong('2026-11-02', '2026-11-01', '2026-11-30'), /before the first/);
  assert.match(analytics.wrong('2026-12-01', '2026-12-02', '2026-11-30'), /still to come/);
  assert.match(analytics.wrong('', '2026-12-02', '2026-11-30'), /Choose/);
});

test('a range is written as people write it', () => {
  assert.equal(figures.rangeWords({ from: '2026-11-24', to: '2026-11-30' }), 'Nov 24 – Nov 30, 2026');
  assert.equal(figures.rangeWords({ from: '2026-11-30', to: '2026-11-30' }), 'Nov 30, 2026');
});
