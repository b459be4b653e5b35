import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { extensionFeed } from '../lib/data.js';
import { downloadLink } from '../lib/download.js';
import { count, number } from '../lib/format.js';
import { money } from '../lib/phrases.js';
import { notices } from '../lib/notices.js';
import { skeletonRows } from '../components/empty/empty.js';
import { field, sentence } from '../components/field/field.js';
import { help } from '../components/help/help.js';
import { icon } from '../components/icon/icon.js';
import { ending, shown } from './model.js';
import { sizeLine } from './picturemodel.js';
import { NUMBERS_WORDS, SPEED_WORDS } from './words.js';

/** What stands in the way, who is left out, and whether the numbers may send. @param {import('./editor.js').Editor} editor @param {unknown} report of the file that came last @param {() => void} again */
export function safety({ launch, campaign }, report, again) {
  if (!launch) return skeletonRows(4);
  const skipped = launch.skipped.reduce((sum, each) => sum + each.count, 0);
  return html`
    ${report} ${launch.blockers.length > 0 ? blockers(launch.blockers, again) : nothing} ${launch.warnings.map(doubt)}
    <ul class="campaigns-outcome">
      ${figure('Will get it', launch.willGet, 'green')}
      ${launch.waitForMorning > 0 ? figure('Of these, in their morning', launch.waitForMorning, 'plain') : nothing}
      ${figure('Are skipped', skipped, 'plain')}
    </ul>
    ${launch.waitForMorning > 0
      ? html`<p class="callout muted campaigns-moon">${icon('moon')}<span>It is night or a quiet day where ${launch.waitForMorning === 1 ? 'one of them lives' : `${number(launch.waitForMorning)} of them live`}: they get it when it is allowed there.</span></p>`
      : nothing}
    ${skipped > 0
      ? html`<h4 class="field-heading">Why people are skipped</h4>
          <ul class="campaigns-reasons campaigns-inset">
            ${launch.skipped.map((each) => html`<li><strong class="digits">${number(each.count)}</strong><span dir="auto">${each.sentence}</span></li>`)}
          </ul>
          <p class="field-note sub"><a class="link" href="/api/campaigns/${encodeURIComponent(campaign.id)}/launch.csv" download @click=${downloadLink}>Download who gets it and who not (CSV)</a></p>`
      : nothing}
    <div class="campaigns-titled"><h4 class="field-heading">Your numbers</h4>${help('Numbers that may send', NUMBERS_WORDS)}</div>
    <ul class="campaigns-senders campaigns-inset">
      ${launch.senders.map(
        (sender) => html`<li class=${sender.ok ? 'campaigns-fine' : 'campaigns-bad'}>
          ${icon(sender.ok ? 'circle-check' : 'circle-alert')}<span><strong>${shown(sender.number)}</strong> <span dir="auto">${sender.sentence}</span></span>
        </li>`,
      )}
    </ul>
  `;
}

const blockers = (those, again) => html`
  <div class="campaigns-blockers" role="alert">
    <p><strong>It cannot start yet</strong></p>
    <ul>${those.map(({ sentence }) => html`<li dir="auto">${sentence}</li>`)}</ul>
    <button class="button" type="button" @click=${again}>Look Again</button>
  </div>
`;

const doubt = ({ sentence }) => html`<p class="campaigns-doubt callout">${icon('circle-alert')}<span dir="auto">${sentence}</span></p>`;

const figure = (label, value, tone) => html`
  <li class="campaigns-figure">
    <strong class="title-1 digits ${tone === 'green' ? 'campaigns-good' : ''}">${number(value)}</strong><span class="sub muted">${label}</span>
  </li>
`;

/** The last look: what is read, what it costs, and when it leaves. @param {import('./editor.js').Editor} editor @param {import('./draft.js').Draft} draft */
export function review(editor, draft) {
  const { launch } = editor;
  if (!launch) return skeletonRows(4);
  return html`
    <div class="campaigns-writing">
      <div class="campaigns-writing-form">${facts(launch)} ${when(editor)} ${launch.needsConfirmation ? confirmation(editor) : nothing}</div>
      <section class="campaigns-phone" aria-label="Preview">
        ${draft.readers.template(launch.recipients, draft.campaign.media, () => editor.update())} ${tryOut(editor, draft)}
      </section>
    </div>
  `;
}

const facts = (launch) => html`
  <dl class="campaigns-facts campaigns-inset">
    ${fact('Will get it', `${number(launch.willGet)} of ${count(launch.recipients, 'person', 'people')}`)}
    ${fact('Cost', `about ${money(launch.cost)} for ${sizeLine(launch)}`)}
    ${fact(html`Speed ${help('Speed', SPEED_WORDS)}`, launch.perSecond > 0 ? `up to ${number(launch.perSecond)} a second` : 'Not known')}
    ${launch.endsAbout ? fact('Ends', `about ${ending(launch.endsAbout)} when started now`) : nothing}
  </dl>
`;

const fact = (name, value) => html`<div><dt class="muted">${name}</dt><dd class="digits">${value}</dd></div>`;

function when(editor) {
  const option = (later, label) => html`<label class="segment campaigns-way">
    <input class="unseen" type="radio" name="when" .checked=${editor.later === later} @change=${() => editor.set({ later, errors: {} })} />${label}
  </label>`;
  return html`
    <fieldset class="campaigns-source">
      <legend class="unseen">When</legend>
      <div class="segments">${option(false, 'Now')} ${option(true, 'At a Time')}</div>
    </fieldset>
    ${editor.later
      ? html`<div class="field-group">
          ${field({
            name: 'startAt',
            label: 'Starts',
            type: 'datetime-local',
            dir: 'ltr',
            value: editor.at,
            error: editor.errors.startAt,
            hint: `By the clock of ${editor.zone.replaceAll('_', ' ')}`,
            onInput: (at) => editor.set({ at, errors: {} }),
          })}
        </div>`
      : nothing}
  `;
}

const confirmation = (editor) => html`
  <div class="field-group">
    ${field({
      name: 'confirm',
      label: `Type ${number(editor.launch.recipients)} to confirm`,
      value: editor.typed,
      error: editor.errors.confirm,
      inputmode: 'numeric',
      dir: 'ltr',
      maxlength: 15,
      onInput: (typed) => editor.set({ typed }),
    })}
  </div>
`;

/** To one of our own people, to see it on a real phone first. */
function tryOut(editor, draft) {
  const people = extensionFeed().items.filter(({ forwardTo }) => forwardTo);
  if (people.length === 0) return nothing;
  const error = editor.errors.test;
  const send = ({ currentTarget }) => {
    const person = people.find(({ id }) => id === currentTarget.parentElement.querySelector('select').value);
    if (person) test(editor, draft, person);
  };
  return html`<div class="campaigns-try">
    <select
      class="campaigns-select"
      aria-label="Who gets a test"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'test-error' : nothing}
      @change=${() => editor.set({ errors: {} })}
    >
      ${people.map(({ id, name, forwardTo, forwardToDisplay }) => html`<option value=${id}>${name} · ${forwardToDisplay ?? shown(forwardTo)}</option>`)}
    </select>
    ${error ? html`<p class="field-error sub" id="test-error" role="alert" dir="auto">${error}</p>` : nothing}
    <button class="button" type="button" @click=${send}>${icon('smartphone')}Send Test</button>
  </div>`;
}

async function test(editor, draft, { forwardTo, name }) {
  try {
    await post(draft.path('/test'), { to: forwardTo });
    editor.set({ errors: {} });
    notices.say(`A test is on its way to ${name}`);
  } catch (problem) {
    const about = problem.about?.('to');
    if (about) editor.set({ errors: { test: sentence('It', about) } });
    else notices.say(problem.message, { kind: 'problem' });
  }
}
