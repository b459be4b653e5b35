import { html, nothing } from '../lib/html.js';
import { liveCalls } from '../lib/data.js';
import { hourOf, number } from '../lib/format.js';
import { sparkline } from '../components/chart/chart.js';
import { icon } from '../components/icon/icon.js';
import * as model from './model.js';

/** The day in four figures. */
export function tiles({ calls: figures, voicemail, hours }) {
  const hour = hourOf(Date.now());
  const answered = model.answeredShare(figures);
  return [
    tile({
      name: 'Calls',
      symbol: 'phone',
      tone: 'green',
      figure: figures.total,
      text: answered === null ? 'None finished yet' : html`<strong class="overview-good">${answered}%</strong> answered by a person`,
      spark: sparkline(model.perHour(hours, hour, model.allOf), 'green'),
      href: '/calls',
    }),
    tile({
      name: 'Voicemail',
      symbol: 'voicemail',
      tone: 'orange',
      figure: voicemail.today,
      text: voicemail.unheard > 0 ? html`<strong>${number(voicemail.unheard)}</strong> not heard yet` : 'All heard',
      spark: sparkline(model.perHour(hours, hour, (each) => each.voicemail), 'orange'),
      href: voicemail.unheard > 0 ? '/voicemail?show=unheard' : '/voicemail',
    }),
    tile({
      name: 'Missed',
      symbol: 'phone-missed',
      tone: 'red',
      figure: figures.missed,
      text: figures.missed > 0 ? 'No message left' : 'Nobody was missed',
      spark: sparkline(model.perHour(hours, hour, (each) => each.missed), 'red'),
      href: '/calls?outcome=missed',
    }),
    tile({
      name: 'On the Line',
      symbol: 'phone-call',
      tone: 'indigo',
      figure: liveCalls().ready ? liveCalls().items.length : figures.live,
      text: 'right now',
      spark: nothing,
      href: '/calls',
    }),
  ];
}

const tile = ({ name, symbol, tone, figure, text, spark, href }) => html`
  <a class="overview-tile card" href=${href}>
    <span class="overview-tile-name callout"><span class="glyph glyph-${tone}">${icon(symbol)}</span>${name}</span>
    <span class="overview-tile-row">
      <span class="overview-figure digits">${number(figure)}</span>${spark}
    </span>
    <span class="sub muted">${text}</span>
  </a>
`;
