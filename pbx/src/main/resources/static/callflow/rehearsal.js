import { html, repeat } from '../lib/html.js';
import { get } from '../lib/api.js';
import { count } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';

const DAYS = [1, 7, 30, 90];

/** Leads the calls of the last days through the draft: what is shown would end elsewhere. */
export function show() {
  let days = 7;
  let rehearsed = null;
  let problem = null;

  const load = async (wanted) => {
    [days, rehearsed, problem] = [wanted, null, null];
    sheet.update();
    try {
      const answer = await get(`/api/routing/rehearsal?days=${wanted}`);
      if (wanted === days) rehearsed = answer;
    } catch (refused) {
      if (wanted === days) problem = refused;
    }
    sheet.update();
  };

  const sheet = openSheet({
    title: 'Rehearse Past Calls',
    content: (close) => html`
      <p class="callout muted">Calls that were, with the keys that were pressed in them, led by the draft as if nobody answered.</p>
      <div class="segments" role="group" aria-label="How far back">
        ${DAYS.map((each) => html`<button class="segment" type="button" aria-pressed=${each === days ? 'true' : 'false'} @click=${() => load(each)}>${count(each, 'day')}</button>`)}
      </div>
      <div aria-live="polite">${problem ? failed(problem, () => load(days)) : rehearsed ? found(rehearsed, close) : skeletonRows(3, 'card')}</div>
    `,
  });
  load(days);
}

function found({ calls, all, items }, close) {
  const those = `${all ? '' : 'the newest '}${count(calls, 'call')}`;
  if (calls === 0) return empty({ symbol: 'phone', title: 'No calls in these days', text: 'Look further back, or come again when there were some.' });
  if (items.length === 0) {
    return empty({ symbol: 'circle-check', title: 'Nothing would end elsewhere', text: `Of ${those}, none would end elsewhere by the draft.` });
  }
  return html`
    <p class="callout"><strong>${count(items.length, 'call')}</strong> of ${those} would end elsewhere.</p>
    <ul class="callflow-versions" aria-label="Calls that would end elsewhere">${repeat(items, ({ call }) => call, (item) => row(item, close))}</ul>
  `;
}

const row = ({ call, from, at, keys, ends, wouldEnd }, close) => html`
  <li class="callflow-version">
    <div class="callflow-version-words">
      <p><a class="link" href="/calls/${encodeURIComponent(call)}" @click=${close}>${from ?? 'Number withheld'}<span class="unseen">, ${whenLong(at)}</span></a></p>
      <p class="sub muted">${whenLong(at)}${keys.length > 0 ? ` · pressed ${keys.join(', ')}` : ''}</p>
      <p class="sub" dir="auto"><span class="unseen">Ended at </span><del>${ends.says}</del> ${icon('chevron-right')}<span class="unseen"> and would end at </span><ins>${wouldEnd.says}</ins></p>
    </div>
  </li>
`;
