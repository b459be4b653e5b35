import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { countries, notice, orNothing, strangers, summary } from './examinationmodel.js';

/** Our numbers beside what the carrier says of them; asked of it anew each time. */
export const examination = new Document('/api/numbers/examination');

/** For whoever could do something about it. */
export const examine = () => may('admin') && examination.refresh();

const of = (item) => examination.value?.numbers.find(({ id }) => id === item.id);

/** What somebody changed at the carrier, with the way to set it right. */
export function examinationOf(item) {
  const it = notice(of(item), item);
  if (!it) return nothing;
  return html`
    <span class="pill pill-${it.tone}">${icon('circle-alert')}${it.label}</span>
    <span class="sub muted numbers-why">
      ${it.why}
      ${it.repairable
        ? html`<button class="link" type="button" @click=${() => askToRepair(item)}>Repair…<span class="unseen"> ${item.display}</span></button>`
        : nothing}
    </span>
  `;
}

/** How all of them stand, and whom the carrier has besides. */
export function examinationNote() {
  const { value, problem } = examination;
  if (problem) {
    return html`The carrier could not be asked how your numbers are set.
      <button class="link" type="button" @click=${() => examination.load()}>Try Again</button>`;
  }
  return value ? html`${summary(value)} <span dir="auto">${strangers(value.unknown)}</span> ${countries(value.refusedCountries)}` : nothing;
}

/** Shows what stands there and what will, before anything is changed. */
function askToRepair(item) {
  let problem = '';
  let busy = false;
  const repair = async (close) => {
    if (busy) return;
    busy = true;
    sheet.update();
    try {
      examination.set(await post(`/api/numbers/${encodeURIComponent(item.id)}/repair`, {}));
      const after = of(item);
      if (after?.standing === 'changed') {
        problem = 'The carrier does not keep what is set there. Look in its console.';
      } else {
        notices.say(`${item.display} is set right`);
        close();
      }
    } catch (refusal) {
      problem = refusal.message;
    } finally {
      busy = false;
      sheet.update();
    }
  };
  const sheet = openSheet({
    title: `Repair ${item.display}?`,
    size: 'small',
    content: () => html`
      <div class="numbers-release">
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <p class="callout">This is set otherwise at the carrier than it should be. Repairing sets it right at once, and calls and texts come here from then on.</p>
        <ul class="field-group numbers-differences">
          ${(of(item)?.differences ?? []).map(difference)}
        </ul>
        ${touchesOthers(of(item)) ? html`<p class="field-note sub">The messaging service leaves texts to their numbers from then on: all numbers in it.</p>` : nothing}
      </div>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="button" ?disabled=${busy} @click=${() => repair(close)}>Repair</button>
    `,
  });
}

const touchesOthers = (examined) => examined?.differences.some(({ setting }) => setting === 'text_service');

const difference = ({ label, there, wanted }) => html`
  <li class="numbers-difference">
    <span class="callout">${label}</span>
    <dl class="sub">
      <div><dt class="muted">Is</dt><dd dir="ltr">${orNothing(there)}</dd></div>
      <div><dt class="muted">Will be</dt><dd dir="ltr">${orNothing(wanted)}</dd></div>
    </dl>
  </li>
`;
