import { html, nothing } from '../lib/html.js';
import { change, columns, first, percent, sentence, shortDay, waited } from '../lib/figures.js';
import { callSeries, clock, count, number } from '../lib/format.js';
import { barChart, legend } from '../components/chart/chart.js';
import { heatMap } from './heatmap.js';
import { endings, reached } from './model.js';
import { card, figures, flipper, part, tile } from './parts.js';

const SHOWN = [
  { key: 'total', label: 'All' },
  { key: 'answered', label: 'Answered' },
  { key: 'missed', label: 'Missed' },
];

/** What became of calls. @param {any} report of the server @param {any} view which keeps what is shown as a table */
export const callsPart = (report, view, query) =>
  part({
    id: 'calls',
    title: 'Calls',
    file: `/api/analytics/calls.csv?${query}`,
    content: html`
      <div class="analytics-tiles">${tiles(report)}</div>
      ${byDay(report, view)} ${byHour(report, view)}
      <div class="analytics-pair">${ends(report)} ${reception(report)}</div>
      <div class="analytics-pair">${byExtension(report)} ${byNumber(report)}</div>
      ${fromHere(report)}
    `,
  });

function tiles({ summary, previous }) {
  const { calls, timeToAnswer, receptionist } = summary;
  return [
    tile({ name: 'Calls', figure: calls.total, text: `${percent(calls.answered, calls.total)} answered by a person`, before: change(calls.total, previous.calls.total) }),
    tile({ name: 'Missed', figure: calls.missed, text: `${number(calls.abandoned)} more hung up before reaching anybody`, before: change(calls.missed, previous.calls.missed) }),
    tile({
      name: 'Time to Answer',
      figure: waited(timeToAnswer.medianSeconds),
      text: timeToAnswer.count > 0 ? `Half within this, nine of ten within ${waited(timeToAnswer.ninetiethSeconds)}` : 'No call was answered',
      before: previous.timeToAnswer.count > 0 ? `${waited(previous.timeToAnswer.medianSeconds)} before` : '',
    }),
    tile({
      name: 'Receptionist',
      figure: percent(receptionist.contained, receptionist.total),
      text: `of ${count(receptionist.total, 'caller')} got from it what they called for`,
      before: previous.receptionist.total > 0 ? `${percent(previous.receptionist.contained, previous.receptionist.total)} before` : '',
    }),
  ];
}

function byDay({ days }, view) {
  const bars = columns(days, ({ calls }) => calls);
  const series = callSeries(bars);
  return card({
    id: 'calls-by-day',
    title: first(days) === 'Day' ? 'Calls by Day' : 'Calls by Week',
    action: flipper(view, 'days', 'calls by day'),
    content: html`
      ${barChart({ columns: bars, series, sentence: sentence('Calls by day', 'call', bars, series), caption: 'Calls by day', first: first(days), asTable: view.asTable('days') })}
      <div class="analytics-foot">${legend(bars, series)}${oddDays(days)}</div>
    `,
  });
}

/** Days on which clocks are changed, and today, are not as long as others. */
function oddDays(days) {
  const odd = days.filter(({ hours }) => hours !== 24).map(({ day, hours }) => `${shortDay(day)} has ${hours} hours.`);
  const today = days.filter(({ unfinished }) => unfinished).map(({ day }) => `${shortDay(day)} is not over.`);
  return html`<p class="sub muted">${[...(odd.length > 2 ? [] : odd), ...today].join(' ')}</p>`;
}

function byHour({ heatMap: cells }, view) {
  return card({
    id: 'calls-by-hour',
    title: 'When People Call',
    action: html`
      <div class="analytics-acts">
        <div class="segments" role="group" aria-label="Which calls">
          ${SHOWN.map(
            ({ key, label }) => html`
              <button class="segment" type="button" aria-pressed=${view.heatOf === key ? 'true' : 'false'} @click=${() => view.showHeat(key)}>${label}</button>
            `,
          )}
        </div>
        ${flipper(view, 'hours', 'hours of the week')}
      </div>
    `,
    content: heatMap({ cells, key: view.heatOf, asTable: view.asTable('hours') }),
  });
}

const ends = ({ summary, previous }) =>
  card({
    id: 'calls-end',
    title: 'Where Calls End',
    content: figures({
      caption: 'Where calls end',
      columns: ['Ended with', 'Calls', 'Share', 'Before'],
      rows: endings(summary, previous).map(({ name, value, share, before }) => [name, value, share, before]),
    }),
  });

function reception({ summary: { receptionist: now }, previous: { receptionist: before } }) {
  const row = (name, key) => [name, now[key], percent(now[key], now.total), before[key]];
  return card({
    id: 'receptionist',
    title: 'The Receptionist',
    content: figures({
      caption: 'Callers that came to the receptionist',
      columns: ['What came of it', 'Callers', 'Share', 'Before'],
      rows: [row('Got what they called for', 'contained'), row('Put through to a person', 'transferred'), row('Left a message', 'message'), row('Hung up', 'abandoned')],
    }),
  });
}

/** Nothing where nobody calls out. */
function fromHere({ summary, previous }) {
  const rows = reached(summary, previous);
  if (rows.length === 0) return nothing;
  const { calls, talkSeconds } = summary.outgoing;
  return card({
    id: 'calls-out',
    title: 'Outgoing Calls',
    content: html`
      ${figures({
        caption: 'Calls that somebody here began',
        columns: ['What came of it', 'Calls', 'Share', 'Before'],
        rows: rows.map(({ name, value, share, before }) => [name, value, share, before]),
      })}
      <p class="sub muted">${count(calls.total, 'call')}, ${clock(talkSeconds)} of conversation. The figures above are of calls that came in.</p>
    `,
  });
}

const COLUMNS = ['Calls', 'Answered', 'Voicemail', 'Missed'];
const cells = ({ total, answered, voicemail, missed }) => [total, answered, voicemail, missed];

const byExtension = ({ extensions }) =>
  card({
    id: 'by-extension',
    title: 'By Extension',
    content: figures({ caption: 'Calls by extension', columns: ['Extension', ...COLUMNS], rows: extensions.map(({ ext, name, calls }) => [`${ext} ${name}`, ...cells(calls)]) }),
  });

const byNumber = ({ numbers }) =>
  card({
    id: 'by-number',
    title: 'By Number',
    content: figures({ caption: 'Calls by number', columns: ['Number', ...COLUMNS], rows: numbers.map(({ display, calls }) => [display, ...cells(calls)]) }),
  });
