import { html, nothing, repeat } from '../lib/html.js';
import { post, remove } from '../lib/api.js';
import { fromField, toField } from '../lib/calendar.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { address } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { e164 } from './editmodel.js';
import { keysOf } from './explainmodel.js';

const PATH = '/api/routing/scenarios';
const BYES = [
  { value: 'goodbye', label: 'A goodbye' },
  { value: 'blocked', label: 'A goodbye to a blocked caller' },
];

/** Calls of which somebody has said where they must end, and whether they do by the draft. @param {any} page */
export function show(page) {
  const scenarios = new Document(PATH);
  const { zone } = page.it;
  let typed = begin(page, zone);
  let errors = {};
  let problem = '';

  const reload = () => Promise.all([scenarios.load(), page.draft.load()]);
  const change = (part) => {
    typed = { ...typed, ...part };
    sheet.update();
  };

  const save = async (event) => {
    event.preventDefault();
    [errors, problem] = [{}, ''];
    const at = fromField(zone, typed.at);
    if (Number.isNaN(at)) errors.at = 'must be a day and a time';
    else await send(at);
    sheet.update();
    focusFirstError(event.target);
  };

  const send = async (at) => {
    try {
      const keys = keysOf(typed.keys).split(',').filter(Boolean);
      await post(PATH, { ...typed, from: typed.from ? e164(typed.from) : null, at: new Date(at).toISOString(), keys });
      notices.say(`Saved “${typed.name.trim()}”`);
      typed = { ...typed, name: '' };
      await reload();
    } catch (refused) {
      errors = Object.fromEntries(refused.errors.map((error) => [error.field, error.message]));
      problem = refused.errors.length > 0 ? '' : refused.message;
    }
  };

  const drop = async (scenario) => {
    try {
      await remove(`${PATH}/${encodeURIComponent(scenario.id)}`);
      await reload();
    } catch (refused) {
      problem = refused.message;
      sheet.update();
    }
  };

  const stops = [scenarios.subscribe(() => sheet.update()), page.draft.subscribe(() => sheet.update())];
  const sheet = openSheet({
    title: 'Saved Calls',
    content: (close) => html`
      <p class="callout muted">A call flow by which one of these ends elsewhere is not published.</p>
      ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
      ${scenarios.value
        ? list(scenarios.value.items, (each) => row(page, each, close, drop))
        : scenarios.problem
          ? failed(scenarios.problem, () => scenarios.load())
          : skeletonRows(2, 'card')}
      ${may('admin') ? form(page, { typed, errors, change, save }) : nothing}
    `,
    onClose: () => stops.forEach((stop) => stop()),
  });
  reload();
}

const list = (items, rowOf) =>
  items.length > 0
    ? html`<ul class="callflow-versions" aria-label="Saved calls">${repeat(items, ({ id }) => id, rowOf)}</ul>`
    : html`<p class="callout">None is saved yet. The call that you are looking at can be the first.</p>`;

/** The call that is being asked about, as it ends. */
function begin(page, zone) {
  const { to, from, keys, instant } = page.question;
  return { name: '', to, from, keys, at: toField(zone, instant), ends: page.explained.value?.ends.place ?? 'mailbox-general' };
}

function row(page, scenario, close, drop) {
  const { names, zone, draft } = page.it;
  const fault = draft.checks.find(({ field: pointer }) => pointer === `/scenarios/${scenario.id}`);
  const seen = address('/call-flow', { show: 'draft', to: scenario.to, from: scenario.from, at: scenario.at, keys: scenario.keys.join(','), steps: '1' });
  const ends = BYES.find(({ value }) => value === scenario.ends)?.label ?? names.place(scenario.ends);
  return html`
    <li class="callflow-version">
      <div class="callflow-version-words">
        <p dir="auto"><strong>${scenario.name}</strong>
          ${fault ? html`<span class="pill pill-red">${icon('circle-x')}Fails</span>` : html`<span class="pill pill-green">${icon('check')}Passes</span>`}</p>
        <p class="sub muted" dir="auto">${toField(zone, Date.parse(scenario.at)).replace('T', ' at ')} · ends at: ${ends}</p>
        ${fault ? html`<p class="sub callflow-fault" dir="auto">${fault.message}.</p>` : nothing}
        <a class="link sub" href=${seen} @click=${close}>Step by Step<span class="unseen"> of ${scenario.name}</span></a>
      </div>
      ${may('admin') ? html`<button class="round" type="button" aria-label="Delete ${scenario.name}" @click=${() => drop(scenario)}>${icon('trash-2')}</button>` : nothing}
    </li>
  `;
}

function form(page, { typed, errors, change, save }) {
  const { world, names } = page.it;
  const text = (name, label, more = {}) =>
    field({ name, label, value: typed[name], error: errors[name], ...more, onInput: (value) => change({ [name]: value }) });
  const boxes = ['mailbox-general', ...world.people.map(({ ext }) => `mailbox-${ext}`)].map((value) => ({ value, label: names.place(value) }));
  return html`
    <form class="callflow-sheet" novalidate @submit=${save}>
      <h3 class="title-3">Save a Call</h3>
      <div class="field-group">
        ${text('name', 'Name', { maxlength: 80, placeholder: 'Christmas Eve after five' })}
        ${choice({ name: 'to', label: 'To', value: typed.to, error: errors.to, options: world.numbers.map(({ number, display }) => ({ value: number, label: display })), onInput: (to) => change({ to }) })}
        ${text('from', 'From', { type: 'tel', optional: true, placeholder: 'Number withheld', maxlength: 40 })}
        ${text('at', 'When', { type: 'datetime-local' })}
        ${text('keys', 'Presses', { optional: true, placeholder: 'Nothing', maxlength: 60 })}
        ${choice({ name: 'ends', label: 'Must end at', value: typed.ends, error: errors.ends, options: [...boxes, ...BYES], onInput: (ends) => change({ ends }) })}
      </div>
      <div class="callflow-buttons"><button class="button button-filled" type="submit">Save Call</button></div>
    </form>
  `;
}
