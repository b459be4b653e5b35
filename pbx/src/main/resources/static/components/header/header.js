import { html, nothing } from '../../lib/html.js';
import { modKey } from '../../lib/keys.js';
import { icon } from '../icon/icon.js';
import { openPalette } from '../shell/open.js';
import '../banner/banner.js';

/**
 * The top of every page: its title, one line of state, its actions and the search.
 *
 * @param {{title: string, note?: unknown, actions?: unknown, sandboxNote?: boolean}} page
 */
export const header = ({ title, note = nothing, actions = nothing, sandboxNote = false }) => html`
  <header class="header">
    <div class="header-words">
      <h1 class="header-title" tabindex="-1">${title}</h1>
      <p class="header-note sub muted cut">${note}</p>
    </div>
    <pbx-reconnecting></pbx-reconnecting>
    <div class="header-actions">${actions}</div>
    <button class="header-search" type="button" @click=${openPalette}>
      ${icon('search')}<span class="header-search-word">Search</span>
      <kbd class="kbd" aria-hidden="true">${modKey('K')}</kbd>
    </button>
  </header>
  <pbx-banner ?sandbox=${sandboxNote}></pbx-banner>
`;
