import { change, columns, percent, rangeWords, sentence, waited } from '../lib/figures.js';
import { callSeries, number, share, time } from '../lib/format.js';
import { answeredWords, onTheLine, TILES, unheardWords } from './model.js';

/**
 * More days than one in tiles and a chart, compared with as many before. Its figures are those of analytics.
 *
 * @param {any} calls report of the server @param {any} texts report of the server @param {{live: number, unheard: number}} now
 */
export function days(calls, texts, now) {
  const bars = columns(calls.days, (day) => day.calls);
  const series = callSeries(bars);
  return {
    note: `${rangeWords(calls.range)} · as of ${time(calls.range.until)}`,
    tiles: [ofCalls(calls), ofTexts(texts), ofVoicemail(calls, now), ofMissed(calls), ofAnswers(calls), onTheLine(now.live)],
    chart: { title: 'Calls by Day', caption: 'Calls by day', first: 'Day', columns: bars, series, sentence: sentence('Calls by day', 'call', bars, series) },
  };
}

const course = ({ days: those }, pick) => those.map(pick);

function ofCalls({ summary: { calls }, previous, ...report }) {
  const answered = answeredWords(share(calls.answered, calls.total - calls.inProgress));
  return { ...TILES.calls, figure: number(calls.total), ...answered, before: change(calls.total, previous.calls.total), course: course(report, (day) => day.calls.total) };
}

function ofTexts({ summary: { received, sent, outcomes }, previous, ...report }) {
  const all = received + sent.total;
  const failed = outcomes.failed > 0 ? `, ${number(outcomes.failed)} not delivered` : '';
  return {
    ...TILES.texts,
    figure: number(all),
    text: all === 0 ? 'None' : `${number(received)} received, ${number(sent.total)} sent${failed}`,
    before: change(all, previous.received + previous.sent.total),
    course: course(report, (day) => day.received + day.sent.total),
  };
}

function ofVoicemail({ summary: { calls }, previous, ...report }, { unheard }) {
  return {
    ...TILES.voicemail,
    figure: number(calls.voicemail),
    ...unheardWords(unheard),
    before: change(calls.voicemail, previous.calls.voicemail),
    course: course(report, (day) => day.calls.voicemail),
  };
}

function ofMissed({ summary: { calls }, previous, ...report }) {
  return {
    ...TILES.missed,
    figure: number(calls.missed),
    text: calls.missed > 0 ? `${percent(calls.missed, calls.total)} of calls` : 'Nobody was missed',
    before: change(calls.missed, previous.calls.missed),
    course: course(report, (day) => day.calls.missed),
  };
}

function ofAnswers({ summary: { timeToAnswer: now }, previous: { timeToAnswer: before } }) {
  const text = now.count > 0 ? 'for half of those answered' : 'Nobody was answered';
  return { ...TILES.answer, figure: waited(now.medianSeconds), text, before: before.count > 0 ? `${waited(before.medianSeconds)} before` : '' };
}
