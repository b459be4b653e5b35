import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';

/**
 * What stands above the details.
 *
 * @param {{kind?: {symbol: string, tone: string}, title: string, note: string, words?: unknown, away?: string, actions?: unknown}} head `words` explain
 *   the note; `away` leads back to the whole flow
 */
export const head = ({ kind, title, note, words = nothing, away, actions = nothing }) => html`
  <div class="list-head">
    ${kind ? html`<span class="glyph glyph-${kind.tone}">${icon(kind.symbol)}</span>` : nothing}
    <div class="list-head-words">
      <h2 class="title-2 cut" dir="auto">${title}</h2>
      <p class="callflow-note"><span class="sub muted cut" dir="auto">${note}</span>${words}</p>
    </div>
    ${actions}
    ${away ? html`<a class="round callflow-away" href=${away} aria-label="Close Details">${icon('x')}</a>` : nothing}
  </div>
`;
