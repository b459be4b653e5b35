import { html } from '../lib/html.js';
import { clock, number } from '../lib/format.js';
import { money } from '../lib/phrases.js';
import { card, figures, part } from './parts.js';

/** What it all cost, and what nobody has told. @param {any} report of the server */
export const costsPart = ({ costs, previous }, query) =>
  part({
    id: 'costs',
    title: 'Cost',
    file: `/api/analytics/costs.csv?${query}`,
    content: card({
      id: 'costs-known',
      title: `${money(costs.knownDollars)} that we know of`,
      content: html`
        ${figures({
          caption: 'What it cost',
          columns: ['For', 'How much', 'Cost', 'Before'],
          rows: [
            ['Calls', `${clock(costs.calls.talkSeconds)} with callers, ${clock(costs.calls.outgoingTalkSeconds)} in calls from here`, 'Not told', 'Not told'],
            ['Texts', `${number(costs.texts.segments)} segments, ${number(costs.texts.withMedia)} with pictures`, `about ${money(costs.texts.aboutDollars)}`, money(previous.texts.aboutDollars)],
            ['Claude', `${number(costs.claude.questions)} questions`, money(costs.claude.dollars), money(previous.claude.dollars)],
          ],
        })}
        <p class="sub muted">Calls: ${costs.calls.why} Texts: ${costs.texts.why} ${unpriced(costs.claude)}</p>
      `,
    }),
  });

const unpriced = ({ unpriced: those }) => (those > 0 ? `Claude: ${number(those)} questions went to a model whose price is not known.` : '');
