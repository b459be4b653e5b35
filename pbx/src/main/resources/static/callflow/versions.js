import { html, nothing, repeat } from '../lib/html.js';
import { get } from '../lib/api.js';
import { whenLong } from '../lib/phrases.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { changed } from './changed.js';
import { placeOf } from './editmodel.js';

const PATH = '/api/callflow/versions';
const AS_IT_CAME = { number: 0, note: 'What a company that has set nothing answers with' };

/** Every version that led calls, with who and when, and the way back to it. @param {any} page */
export function show(page) {
  const versions = new Document(PATH);
  const plans = new Map();
  let problem = null;
  let busy = false;

  const look = async (number) => {
    try {
      const [after, before] = await Promise.all([number, number - 1].map((each) => get(`${PATH}/${each}`)));
      plans.set(number, { before, after });
    } catch (refused) {
      problem = refused;
    }
    sheet.update();
  };

  const restore = async (number) => {
    [busy, problem] = [true, null];
    sheet.update();
    try {
      await page.draft.restore(number);
      notices.say(number === 0 ? 'Calls are led as it came' : `Version ${number} leads new calls again`);
      await versions.load();
    } catch (refused) {
      problem = refused;
    }
    busy = false;
    sheet.update();
  };

  const row = (version) => html`
    <li class="callflow-version">
      <div class="callflow-version-words">
        <p><strong>${version.number === 0 ? 'As it came' : `Version ${version.number}`}</strong>
          ${version.number === page.draft.published ? html`<span class="pill pill-green">${icon('check')}In use</span>` : nothing}</p>
        <p class="sub muted" dir="auto">${version.publishedAt ? `${whenLong(version.publishedAt)}, by ${version.publishedBy}` : version.note}${version.publishedAt && version.note ? ` · ${version.note}` : ''}</p>
        ${version.number > 0
          ? html`<details class="callflow-details" @toggle=${(event) => event.target.open && !plans.has(version.number) && look(version.number)}>
              <summary class="link sub">What changed<span class="unseen"> in version ${version.number}</span></summary>
              ${plans.has(version.number) ? changed(plans.get(version.number).before, plans.get(version.number).after, page.it.world) : nothing}
            </details>`
          : nothing}
      </div>
      ${may('admin') && version.number !== page.draft.published
        ? html`<button class="button" type="button" ?disabled=${busy} @click=${() => restore(version.number)}>${icon('undo-2')}Restore<span class="unseen"> ${version.number === 0 ? 'as it came' : `version ${version.number}`}</span></button>`
        : nothing}
    </li>
  `;

  /** Somebody may publish while this is open. */
  const follow = () => {
    const { value } = versions;
    if (value && !isListed(value, page.draft.published)) versions.load();
    sheet.update();
  };
  const stops = [versions.subscribe(() => sheet.update()), page.draft.subscribe(follow)];
  const sheet = openSheet({
    title: 'Versions',
    content: () => html`
      ${problem ? refusal(problem, page.it) : nothing}
      ${versions.value
        ? html`<ol class="callflow-versions">${repeat([...versions.value.items, AS_IT_CAME], ({ number }) => number, row)}</ol>`
        : versions.problem
          ? failed(versions.problem, () => versions.load())
          : skeletonRows(3, 'card')}
      <p class="sub muted">The draft stays as it is. Calls in progress finish on the version they began with.</p>
    `,
    onClose: () => stops.forEach((stop) => stop()),
  });
  versions.load();
}

const isListed = ({ items }, published) => published === 0 || items.some(({ number }) => number === published);

/** Somebody an old version names may be gone by now. */
const refusal = ({ message, errors }, it) => html`
  <div class="field-problem callout" role="alert" dir="auto">
    ${errors?.length ? html`It would lose callers by now: ${errors.map(({ field, message: why }) => `${placeOf(field) ? it.names.place(placeOf(field)) : 'A saved call'} ${why}`).join('; ')}.` : message}
  </div>
`;
