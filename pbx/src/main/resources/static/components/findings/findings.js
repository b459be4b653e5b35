import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';

stylesheet('./findings.css', import.meta.url);

const STANDINGS = {
  good: { word: 'Fine', symbol: 'circle-check', tone: 'green' },
  waiting: { word: 'Waiting', symbol: 'clock', tone: 'orange' },
  missing: { word: 'To do', symbol: 'circle-dashed', tone: 'orange' },
  wrong: { word: 'Not right', symbol: 'circle-alert', tone: 'red' },
  note: { word: 'Good to know', symbol: 'circle-dashed', tone: 'grey' },
};

/**
 * What stands well and what does not, each with where to do something about it.
 *
 * @param {{id: string, standing: 'good' | 'waiting' | 'missing' | 'wrong' | 'note', title: unknown, text?: unknown, href?: string, action?: string, word?: string}[]} items
 */
export const findings = (items) => html`<ul class="findings field-group">${items.map(finding)}</ul>`;

function finding({ standing, title, text, href, action, word }) {
  const look = STANDINGS[standing];
  return html`
    <li class="findings-one">
      <span class="findings-icon findings-${look.tone}">${icon(look.symbol)}</span>
      <div class="findings-words">
        <p class="findings-title"><span dir="auto">${title}</span> ${standingWord(standing, word ?? look.word, look.tone)}</p>
        ${text ? html`<p class="sub muted" dir="auto">${text}</p>` : nothing}
      </div>
      ${href ? html`<a class="button findings-act" href=${href}>${action}<span class="unseen">: ${title}</span></a>` : nothing}
    </li>
  `;
}

/** What is fine is told by its mark; for who does not see that, in a word as well. */
const standingWord = (standing, word, tone) =>
  standing === 'good' ? html`<span class="unseen">${word}</span>` : html`<span class="pill pill-${tone}">${word}</span>`;
