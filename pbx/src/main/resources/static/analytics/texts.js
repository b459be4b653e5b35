import { html, nothing } from '../lib/html.js';
import { change, columns, first, percent, sentence, waited } from '../lib/figures.js';
import { number } from '../lib/format.js';
import { barChart, legend } from '../components/chart/chart.js';
import { SENT_SERIES } from './model.js';
import { card, figures, flipper, part, tile } from './parts.js';

/** What became of texts and campaigns. @param {any} report of the server @param {any} view which keeps what is shown as a table */
export const textsPart = (report, view, query) =>
  part({
    id: 'texts',
    title: 'Texts',
    file: `/api/analytics/sms.csv?${query}`,
    content: html`
      <div class="analytics-tiles">${tiles(report)}</div>
      ${byDay(report, view)} ${report.campaigns.length > 0 ? campaigns(report) : nothing}
    `,
  });

function tiles({ summary, previous }) {
  const { received, sent, outcomes, optOuts, firstAnswers } = summary;
  const { all, byAssistant } = firstAnswers;
  return [
    tile({ name: 'Received', figure: received, text: `${number(optOuts)} of them wanted no more texts`, before: change(received, previous.received) }),
    tile({
      name: 'Sent',
      figure: sent.total,
      text: `${percent(outcomes.delivered, sent.total)} delivered, ${number(outcomes.failed)} failed, ${number(outcomes.unconfirmed)} without a receipt`,
      before: change(sent.total, previous.sent.total),
    }),
    tile({
      name: 'Time to First Answer',
      figure: waited(all.medianSeconds),
      text: all.count > 0 ? `Half within this, nine of ten within ${waited(all.ninetiethSeconds)}` : 'Nobody was answered',
      before: previous.firstAnswers.all.count > 0 ? `${waited(previous.firstAnswers.all.medianSeconds)} before` : '',
    }),
    tile({ name: 'Without a Person', figure: percent(byAssistant.count, all.count), text: `of ${number(all.count)} who wrote were answered by the assistant first` }),
  ];
}

function byDay({ days }, view) {
  const bars = columns(days, ({ sent }) => sent);
  return card({
    id: 'texts-by-day',
    title: first(days) === 'Day' ? 'Texts Sent by Day' : 'Texts Sent by Week',
    action: flipper(view, 'texts', 'texts sent by day'),
    content: html`
      ${barChart({ columns: bars, series: SENT_SERIES, sentence: sentence('Texts sent by day', 'text', bars, SENT_SERIES), caption: 'Texts sent by day', first: first(days), asTable: view.asTable('texts') })}
      <div class="analytics-foot">${legend(bars, SENT_SERIES)}</div>
    `,
  });
}

const campaigns = ({ campaigns: those }) =>
  card({
    id: 'campaigns',
    title: 'Campaigns',
    content: figures({
      caption: 'Campaigns that sent something',
      columns: ['Campaign', 'Sent', 'Delivered', 'Failed', 'Replied', 'Opted out'],
      rows: those.map(({ name, sent, outcomes, replied, optedOut }) => [
        name || 'Without a name',
        sent,
        percent(outcomes.delivered, sent),
        percent(outcomes.failed, sent),
        replied,
        `${number(optedOut)} (${percent(optedOut, sent)})`,
      ]),
    }),
  });
