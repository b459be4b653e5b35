import { html, nothing } from '../../lib/html.js';
import { go } from '../../lib/router.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';
import { failed, skeletonRows, stale } from '../empty/empty.js';
import './rows.js';

stylesheet('./list.css', import.meta.url);

/**
 * A list beside what is chosen in it; on a phone the choice covers the list.
 *
 * @param {{feed: import('../../lib/store.js').Feed, list: object, detail: unknown, open: boolean, back: string,
 *   none: unknown, top?: unknown, inspector?: unknown, label: string}} page
 */
export const listDetail = ({ feed, list, detail, open, back, none, top = nothing, inspector = nothing, label }) => html`
  <div class="list ${open ? 'list-open' : ''}">
    <section class="list-side" aria-label=${label} tabindex="-1">
      ${top}
      ${feed.problem && feed.items.length > 0 ? stale(feed.problem, () => feed.load()) : nothing}
      ${listBody(feed, list, none)}
    </section>
    <section class="list-detail" aria-label="Details">
      <a class="round list-back" href=${back} aria-label="Back">${icon('chevron-left')}</a>
      ${detail}
    </section>
    ${inspector === nothing ? nothing : html`<aside class="list-inspector" aria-label="About">${inspector}</aside>`}
  </div>
`;

function listBody(feed, list, none) {
  if (feed.items.length > 0) return html`<pbx-rows .list=${{ ...list, more: Boolean(feed.next) }}></pbx-rows>`;
  if (feed.ready) return none;
  return feed.problem ? failed(feed.problem, () => feed.load()) : skeletonRows(6, 'card');
}

/**
 * Goes to the item `by` rows away from the chosen one, or to the first when nothing is chosen.
 *
 * @param {HTMLElement & {params: {id?: string}}} page
 * @param {{id: string}[]} items in the order they stand
 * @param {number} by
 * @param {(id: string) => string} addressOf
 */
export function step(page, items, by, addressOf) {
  const { id } = page.params;
  const next = neighbour(items, id, by);
  if (!next || next.id === id) return;
  go(addressOf(next.id), { replace: Boolean(id) });
  /** @type {any} */ (page.querySelector('pbx-rows'))?.reveal(next.id);
}

function neighbour(items, id, by) {
  const at = items.findIndex((item) => item.id === id);
  if (at < 0) return items[0];
  return items[Math.min(items.length - 1, Math.max(0, at + by))];
}
