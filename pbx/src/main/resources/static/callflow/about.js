import { html, nothing } from '../lib/html.js';
import { count } from '../lib/format.js';
import { go } from '../lib/router.js';
import { icon } from '../components/icon/icon.js';
import { closedNow } from './closing.js';
import { freeKey, placeOf, put } from './editmodel.js';
import { head } from './head.js';
import { titleOf } from './planmodel.js';

/** What is said of the whole flow while no place of it is chosen. @param {any} it see page.js */
export const about = (it) => html`
  ${head(it.isDraft ? { title: 'Draft', note: 'Leads no calls until it is published' } : { title: 'Published Call Flow', note: 'Leads every call that comes in' })}
  <div class="callflow-panel">
    ${it.isDraft ? checks(it) : nothing}
    <p class="callout muted">${it.editable ? 'Choose a place in the picture to change it.' : 'Choose a place in the picture to read about it.'}</p>
    ${hours(it)}
    <h3 class="field-heading">More</h3>
    <ul class="field-group callflow-links">
      ${link(it, 'callers', 'Certain callers', `${it.plan.callers.blocked.length} blocked`)}
      ${link(it, 'operator', 'Operator', '')} ${link(it, 'people', 'Rules of each extension', '')}
    </ul>
  </div>
`;

const link = (it, id, title, note) => html`
  <li><a class="callflow-link" href=${it.hrefOf(id)}><span class="cut" dir="auto">${title}</span><span class="muted cut" dir="auto">${note}</span>${icon('chevron-right')}</a></li>
`;

/** What speaks against publishing: each leads to where it is mended. */
export function checks(it) {
  const all = [...it.draft.errors.map((problem) => ({ ...problem, unsaved: true })), ...it.draft.checks];
  if (all.length === 0) {
    return html`<p class="callflow-fine callout">${icon('circle-check')}Nothing speaks against publishing it: every caller comes to an end, in every minute of the next 12 months.</p>`;
  }
  return html`
    <section aria-labelledby="callflow-checks">
      <h3 class="title-3" id="callflow-checks">${count(all.length, 'thing')} to mend before it can be published</h3>
      <ul class="callflow-checks">${all.map((problem) => check(it, problem))}</ul>
    </section>
  `;
}

function check(it, { field, message, unsaved }) {
  const id = placeOf(field);
  const name = id ? (id.startsWith('hours:') ? `Hours “${id.slice(6)}”` : titleOf(it.plan, id, it.world)) : 'Saved call';
  return html`
    <li class="callflow-check">
      ${icon('circle-alert')}
      <span dir="auto">
        ${id
          ? html`<a class="link" href=${it.hrefOf(id)}>${name}</a>`
          : html`<button class="link" type="button" @click=${() => it.open('scenarios')}>${name}</button>`}
        ${message}${unsaved ? html`. <strong>Not saved yet.</strong>` : '.'}
      </span>
    </li>
  `;
}

function hours(it) {
  const names = Object.keys(it.plan.hours);
  const add = () => {
    const name = freeKey(it.plan.hours, 'office');
    const day = [{ opens: '09:00', closes: '17:00' }];
    const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((each) => [each, day]));
    it.change((plan) => put(plan, `/hours/${name}`, { zone: it.zone, week, dates: [] }));
    go(it.hrefOf(`hours:${name}`));
  };
  if (names.length === 0 && !it.editable) return nothing;
  return html`
    <h3 class="field-heading">Hours</h3>
    ${names.length > 0
      ? html`<ul class="field-group callflow-links">${names.map((name) => link(it, `hours:${name}`, name, closedNow(it.closures, name) ? 'Closed by hand' : it.plan.hours[name].zone.replaceAll('_', ' ')))}</ul>`
      : nothing}
    ${it.editable ? html`<button class="button callflow-remove" type="button" @click=${add}>${icon('plus')}Add Hours</button>` : nothing}
  `;
}
