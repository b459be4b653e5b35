import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';

/** Asked for with the first use, because a page that has its data never needs it. */
const styled = (template) => {
  stylesheet('./empty.css', import.meta.url);
  return template;
};

/** Nothing here yet: one line, one sentence, at most one thing to do. */
export const empty = ({ symbol, title, text, action = nothing }) => styled(html`
  <div class="empty">
    <span class="empty-icon">${icon(symbol)}</span>
    <p class="title-2">${title}</p>
    <p class="callout muted">${text}</p>
    ${action}
  </div>
`);

/** What to show in place of data that never came. */
export const failed = (problem, again) => styled(html`
  <div class="empty" role="alert">
    <span class="empty-icon">${icon('triangle-alert')}</span>
    <p class="title-2">This didn’t load</p>
    <p class="callout muted" dir="auto">${problem.message}</p>
    <button class="button" type="button" @click=${again}>Try Again</button>
  </div>
`);

/** A line above data that is old because the newest could not be fetched. */
export const stale = (problem, again) => styled(html`
  <div class="empty-stale callout" role="alert">
    ${icon('triangle-alert')}
    <span>Not up to date: <span dir="auto">${problem.message}</span></span>
    <button class="button button-plain" type="button" @click=${again}>Try Again</button>
  </div>
`);

/** Grey shapes where `count` rows are about to be; they appear only after a moment. */
export const skeletonRows = (count, height = 'row') => styled(html`
  <div class="empty-skeletons" aria-hidden="true">
    ${Array.from({ length: count }, () => html`<div class="skeleton empty-${height}"></div>`)}
  </div>
`);
