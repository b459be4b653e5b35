import { html, nothing } from '../lib/html.js';
import { barChart, legend } from '../components/chart/chart.js';
import { columns, isAny, sentence, SERIES, stepWords } from './timelinemodel.js';

/** How a campaign comes on over time. @param {{value: any}} document of `/timeline` @param {{asTable: boolean, flip: () => void}} how */
export function timeline({ value }, { asTable, flip }) {
  if (!isAny(value)) return nothing;
  const those = columns(value);
  return html`
    <section aria-labelledby="over-time">
      <div class="campaigns-timeline-head">
        <h3 class="title-3" id="over-time">When Texts Left</h3>
        <button class="button button-plain" type="button" @click=${flip}>${asTable ? 'Show as Chart' : 'Show as Table'}</button>
      </div>
      <div class="campaigns-timeline card">
        ${barChart({ columns: those, series: SERIES, sentence: sentence(value), caption: 'Texts by when they left', first: 'From', asTable })}
        <div class="campaigns-timeline-foot">${legend(those, SERIES)}<p class="sub muted">Each bar is ${article(stepWords(value.stepSeconds))}.</p></div>
      </div>
    </section>
  `;
}

const article = (words) => (/^\d/.test(words) ? words : `${words === 'hour' ? 'an' : 'a'} ${words}`);
