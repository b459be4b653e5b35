import { html, nothing } from '../lib/html.js';
import { notices } from '../lib/notices.js';
import { go } from '../lib/router.js';
import { help } from '../components/help/help.js';
import { icon } from '../components/icon/icon.js';
import { closing } from './closing.js';
import { at, freeKey, keyFor, put, renamed, renamedHours, usesHours, without } from './editmodel.js';
import { fields, placeChoice, typedText } from './form.js';
import { head } from './head.js';
import { KINDS, nodeAt, noteOf, titleOf, waysOf } from './planmodel.js';
import { played } from './sound.js';
import { CALLERS, FIELDS, NUMBER, RULES, said, SCHEDULE } from './specmodel.js';
import { KIND_WORDS } from './words.js';

const START = { name: 'main', label: 'Begins at', kind: 'place' };

/** What is said of one place: to read, or in a draft to change. @param {any} it see page.js @param {string} id */
export function panel(it, id) {
  return id.startsWith('hours:') ? hoursPanel(it, id.slice(6)) : placePanel(it, id);
}

function placePanel(it, id) {
  const node = nodeAt(it.plan, id);
  const kind = KINDS[node.type];
  return html`
    ${head({ kind, title: titleOf(it.plan, id, it.world), note: kind.name, words: explained(kind.name, node.type), away: it.hrefOf('') })}
    <div class="callflow-panel">
      ${it.problemsAt(id)} ${content(it, id, node)} ${ways(it, id)}
    </div>
  `;
}

const explained = (name, type) => (KIND_WORDS[type] ? help(name, KIND_WORDS[type]) : nothing);

function content(it, id, node) {
  if (node.type === 'gone') return html`<p class="callout">There is no such place. Choose another for the way that leads here.</p>`;
  if (node.type === 'people') return people(it);
  const [base, specs] = saysWhat(it, id, node);
  if (!it.editable) return html`<p class="callout" dir="auto">${noteOf(it.plan, id, it.world)}</p>${read(it, base, specs)}`;
  return html`${it.plan.nodes[id] ? nameOf(it, id, node) : nothing}${fields(it, base, specs)}${more(it, id, node)}`;
}

/** Where in the plan a place is written, and what can be said of it. */
function saysWhat({ plan }, id, node) {
  if (plan.nodes[id]) return [`/nodes/${id}`, FIELDS[node.type]];
  if (node.type === 'extension') return [`/extensions/${node.ext}`, RULES];
  if (id === 'main') return ['', [START]];
  if (id === 'callers') return ['/callers', CALLERS];
  return plan.numbers[id] ? [`/numbers/${id}`, NUMBER] : ['', []];
}

function read(it, base, specs) {
  if (specs.length === 0) return nothing;
  const told = specs.map((spec) => ({ spec, value: at(it.plan, `${base}/${spec.name}`) })).filter(({ spec, value }) => spec.kind !== 'sound' || value);
  return html`<dl class="callflow-facts">${told.map(({ spec, value }) => html`
    <div><dt class="sub muted">${spec.label}</dt><dd dir="auto">${spec.kind === 'sound' ? played(it, value) : said(spec, value, it.names)}</dd></div>`)}</dl>`;
}

/** Groups say their names to people; other places are called by their key. */
function nameOf(it, id, { type }) {
  if (type === 'ring' || type === 'queue') return nothing;
  const rename = (text) => {
    const { [id]: self, ...others } = it.plan.nodes;
    if (!keyFor(text) || keyFor(text) === id) return it.update();
    const key = freeKey(others, text);
    it.change((plan) => (plan.nodes[id] ? renamed(plan, id, key) : plan));
    return go(it.hrefOf(key), { replace: true });
  };
  return html`<div class="field-group">${renaming(it, `name-${id}`, titleOf(it.plan, id, it.world), rename)}</div>`;
}

function renaming(it, key, value, rename) {
  return typedText(it, key, { label: 'Name', value, error: null, maxlength: 40, commit: rename });
}

/** What else can be done with a place of a draft. */
function more(it, id, node) {
  if (it.plan.nodes[id]) {
    const remove = () => {
      const before = it.plan;
      const title = titleOf(before, id, it.world);
      it.change((plan) => (plan.nodes[id] ? without(plan, id) : plan));
      notices.say(`Removed “${title}”`, { undo: () => it.change(() => before) });
      go(it.hrefOf(''), { replace: true });
    };
    const hours = node.type === 'hours' && it.plan.hours[node.hours];
    return html`
      ${node.type === 'hours'
        ? html`<div class="callflow-buttons">
            ${hours ? html`<a class="button" href=${it.hrefOf(`hours:${node.hours}`)}>${icon('clock')}Edit Hours</a>` : nothing}
          </div>`
        : nothing}
      <button class="button button-danger callflow-remove" type="button" @click=${remove}>${icon('trash-2')}Remove</button>
    `;
  }
  if (id === 'operator') return operator(it);
  if (id === 'main' || id === 'direct') return otherNumbers(it);
  if (it.plan.numbers[id]) {
    const back = () => {
      it.change((plan) => put(plan, `/numbers/${id}`, undefined));
      go(it.hrefOf(''), { replace: true });
    };
    return html`<button class="button button-danger callflow-remove" type="button" @click=${back}>${icon('undo-2')}Lead It as Before</button>`;
  }
  return nothing;
}

const operator = (it) => html`
  <p class="callout">Answers wherever a caller asks for a person.</p>
  <div class="field-group">
    ${placeChoice(it, '/operator', { label: 'Is', optional: `As in Settings: ${it.world.operator ? it.names.person(it.world.operator) : 'nobody'}` }, it.plan.operator)}
  </div>
`;

function otherNumbers(it) {
  const free = it.world.numbers.filter(({ number }) => number && !it.plan.numbers[number]);
  const choose = (number) => {
    if (!number) return;
    it.change((plan) => put(plan, `/numbers/${number}`, { start: plan.main, language: 'en' }));
    go(it.hrefOf(number));
  };
  return html`
    <div class="field-group"><div class="field"><div class="field-line">
      <label class="field-label" for="callflow-number">Lead a number elsewhere</label>
      <select class="field-input field-select" id="callflow-number" @change=${(event) => choose(event.target.value)}>
        <option value="">Choose…</option>
        ${free.map(({ number, display }) => html`<option value=${number}>${display}</option>`)}
      </select>
    </div></div></div>
    <p class="field-note sub">A direct number that is not led elsewhere rings its extension.</p>
  `;
}

const people = (it) => html`
  <p class="callout">Whoever is dialled is rung by their own rules.</p>
  <ul class="field-group callflow-links">${it.world.people.map(({ ext, name }) => linkTo(it, `ext-${ext}`, name, ext))}</ul>
`;

const linkTo = (it, id, title, note) => html`
  <li><a class="callflow-link" href=${it.hrefOf(id)}><span class="cut" dir="auto">${title}</span><span class="muted cut" dir="auto">${note}</span>${icon('chevron-right')}</a></li>
`;

function ways(it, id) {
  const out = waysOf(it.plan, id, it.world);
  if (out.length === 0) return nothing;
  return html`
    <h3 class="field-heading">Leads to</h3>
    <ul class="field-group callflow-links">${out.map(({ label, to }) => linkTo(it, to, titleOf(it.plan, to, it.world), label))}</ul>
  `;
}

function hoursPanel(it, name) {
  const kind = KINDS.hours;
  if (!it.plan.hours[name]) return html`${head({ kind, title: name, note: kind.name, away: it.hrefOf('') })}<div class="callflow-panel"><p class="callout">There are no such hours.</p></div>`;
  const rename = (text) => {
    const key = keyFor(text);
    if (!key || key in it.plan.hours) return it.update();
    it.change((plan) => (plan.hours[name] ? renamedHours(plan, name, key) : plan));
    return go(it.hrefOf(`hours:${key}`), { replace: true });
  };
  const remove = () => {
    it.change((plan) => put(plan, `/hours/${name}`, undefined));
    go(it.hrefOf(''), { replace: true });
  };
  return html`
    ${head({ kind, title: name, note: kind.name, away: it.hrefOf('') })}
    <div class="callflow-panel">
      ${it.problemsAt(`hours:${name}`)} ${closing(it, name)}
      ${it.editable
        ? html`<div class="field-group">${renaming(it, `name-hours-${name}`, name, rename)}</div>
            ${fields(it, `/hours/${name}`, SCHEDULE)}
            ${usesHours(it.plan, name) ? html`<p class="field-note sub">In use, so it stays.</p>` : html`<button class="button button-danger callflow-remove" type="button" @click=${remove}>${icon('trash-2')}Remove</button>`}`
        : read(it, `/hours/${name}`, SCHEDULE)}
    </div>
  `;
}
