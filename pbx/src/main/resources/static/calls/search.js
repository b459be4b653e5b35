import { extensionFeed, numberFeed } from '../lib/data.js';
import { downloadLink } from '../lib/download.js';
import { html, nothing } from '../lib/html.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';
import { chips, queryOf } from './filtermodel.js';

const SEARCH_PAUSE_MS = 250;
let soon = null;

/**
 * What is looked for, above the list.
 *
 * @param {Record<string, string>} query of the address
 * @param {(change: Record<string, string>) => void} look for something else
 */
export function search(query, look) {
  const set = chips(query, { extensions: extensionFeed().items, numbers: numberFeed().items });
  return html`
    <div class="calls-search">
      <div class="calls-find">
        <label class="list-search">
          ${icon('search')}<span class="unseen">Search calls</span>
          <input type="search" placeholder="Name or number" autocomplete="off" dir="auto" maxlength="200" .value=${query.q ?? ''} @input=${(event) => later(event.target.value.trim(), look)} />
        </label>
        <button class="round calls-filter" type="button" aria-haspopup="dialog" aria-label=${set.length > 0 ? `Filter, ${set.length} set` : 'Filter'} title="Filter" @click=${async () => (await import('./filters.js')).showFilters(query, look)}>
          ${icon('list-filter')}${set.length > 0 ? html`<span class="calls-filter-dot"></span>` : nothing}
        </button>
        ${may('admin')
          ? html`<a class="round" href="/api/calls/log.csv?${queryOf(query)}" download="calls.csv" aria-label="Export CSV" title="Export CSV" @click=${downloadLink}>${icon('download')}</a>`
          : nothing}
      </div>
      ${set.length > 0
        ? html`<ul class="calls-chips" aria-label="Filters">
            ${set.map(
              ({ name, label }) => html`<li>
                <button class="calls-chip" type="button" @click=${() => look({ [name]: '' })}>
                  <span class="cut" dir="auto">${label}</span>${icon('x')}<span class="unseen">, remove</span>
                </button>
              </li>`,
            )}
          </ul>`
        : nothing}
    </div>
  `;
}

function later(q, look) {
  clearTimeout(soon);
  soon = setTimeout(() => look({ q }), SEARCH_PAUSE_MS);
}
