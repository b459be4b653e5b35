import { live } from '../lib/bound.js';
import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { at, e164, moved, put } from './editmodel.js';
import { lead, places } from './ways.js';

// Fields that hold several things. Each is one row; its errors stand beneath it.

/** @param {{it: any, pointer: string, label: string, rows: unknown[], add: unknown, note?: unknown}} list */
const list = ({ it, pointer, label, rows, add, note = nothing }) => html`
  <section class="callflow-list" aria-label=${label}>
    <h3 class="field-heading">${label}</h3>
    <div class="field-group">
      ${rows.length > 0 ? html`<ul>${rows.map((row) => html`<li class="callflow-item">${row}</li>`)}</ul>` : nothing}
      <div class="callflow-item">${add}</div>
    </div>
    ${error(it, pointer, label)} ${note}
  </section>
`;

export function error(it, pointer, label) {
  const message = it.errorAt(pointer);
  return message ? html`<p class="field-error sub callflow-error" dir="auto">${label} ${message}.</p>` : nothing;
}

export const removal = (label, act) => html`<button class="round" type="button" aria-label="Remove ${label}" @click=${act}>${icon('x')}</button>`;

/** A pop-up that adds what is chosen and is empty again. */
const adder = (label, options, choose) => html`
  <select
    class="field-input field-select callflow-adder"
    aria-label=${label}
    .value=${live('')}
    @change=${(event) => {
      choose(event.target.value);
      event.target.value = '';
    }}
  >
    <option value="" selected>${label}…</option>
    ${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
  </select>
`;

const placeSelect = (it, pointer, label, value) => html`
  <select class="field-input field-select callflow-grow" aria-label=${label} aria-invalid=${it.errorAt(pointer) ? 'true' : nothing} .value=${live(value)} @change=${(event) => lead(it, pointer, event.target.value, value)}>
    ${places(it, value).map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
  </select>
`;

/** Adds what was typed, by a button or Enter. */
const typing = (it, pointer, label, add, type = 'tel') => html`
  <form class="callflow-typing" novalidate @submit=${(event) => submit(event, add)}>
    <input class="callflow-input callflow-grow" name="typed" type=${type} maxlength="40" aria-label=${label} placeholder=${label} />
    <button class="button" type="submit">Add</button>
  </form>
`;

function submit(event, add) {
  event.preventDefault();
  const { typed } = event.target.elements;
  if (!typed.value.trim()) return;
  add(typed.value.trim());
  typed.value = '';
}

export function keys(it, pointer, { label }) {
  const value = at(it.plan, pointer) ?? {};
  const free = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*'].find((key) => !(key in value)) ?? '10';
  const rename = (key, other) => it.change((plan) => put(plan, pointer, Object.fromEntries(Object.entries(at(plan, pointer)).map(([each, to]) => [each === key ? other : each, to]))));
  const rows = Object.entries(value).map(([key, to]) => html`
    <input
      class="callflow-input callflow-key"
      aria-label="Key that leads to ${it.names.place(to)}"
      maxlength="3"
      inputmode="tel"
      .value=${live(it.typed.get(`${pointer}/${key}#`) ?? key)}
      @input=${(event) => it.typed.set(`${pointer}/${key}#`, event.target.value)}
      @blur=${(event) => {
        it.typed.delete(`${pointer}/${key}#`);
        if (event.target.value !== key && !(event.target.value in value)) rename(key, event.target.value);
        else event.target.value = key;
      }}
    />
    ${placeSelect(it, `${pointer}/${key}`, `Key ${key} leads to`, to)}
    ${removal(`key ${key}`, () => it.change((plan) => put(plan, `${pointer}/${key}`, undefined)))}
    ${error(it, `${pointer}/${key}`, `Key ${key}`)}
  `);
  const add = html`<button class="button button-plain" type="button" @click=${() => it.change((plan) => put(plan, `${pointer}/${free}`, 'operator'))}>${icon('plus')}Add Key</button>`;
  return list({ it, pointer, label, rows, add, note: '0' in value ? nothing : html`<p class="field-note sub">0 leads to the operator.</p>` });
}

const STEPS = [
  { word: 'up', by: -1, symbol: 'arrow-up' },
  { word: 'down', by: 1, symbol: 'arrow-down' },
];

/** Moves a row by one; the focus goes with it, so that it can be pressed again. */
const mover = (name, { word, by, symbol }, isThere, move) => html`
  <button
    class="round"
    type="button"
    aria-label="Move ${name} ${word}"
    ?disabled=${!isThere}
    @click=${(event) => {
      const row = event.currentTarget.closest('li');
      const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
      move();
      requestAnimationFrame(() => (other?.querySelector(`[aria-label$="${word}"]:not(:disabled)`) ?? other?.querySelector('button:not(:disabled)'))?.focus());
    }}
  >
    ${icon(symbol)}
  </button>
`;

export function members(it, pointer, { label }) {
  const value = at(it.plan, pointer) ?? [];
  const inOrder = at(it.plan, pointer.replace(/members$/, 'strategy')) !== 'all';
  const set = (change) => it.change((plan) => put(plan, pointer, change(at(plan, pointer) ?? [])));
  const rows = value.map((ext, index) => html`
    <span class="callflow-grow" dir="auto">${inOrder ? html`<span class="muted digits">${index + 1}. </span>` : nothing}${it.names.person(ext)} <span class="muted">${ext}</span></span>
    ${inOrder ? STEPS.map((step) => mover(it.names.person(ext), step, Boolean(value[index + step.by]), () => set((all) => moved(all, index, step.by)))) : nothing}
    ${removal(it.names.person(ext), () => set((all) => all.filter((each) => each !== ext)))}
    ${error(it, `${pointer}/${index}`, it.names.person(ext))}
  `);
  const others = it.world.people.filter(({ ext }) => !value.includes(ext)).map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` }));
  return list({ it, pointer, label, rows, add: adder('Add somebody', others, (ext) => ext && set((all) => [...all, ext])) });
}

function ringsFor(it, pointer, before, text) {
  it.typed.delete(pointer);
  if (text !== String(before)) it.change((plan) => put(plan, pointer, Number(text) || text));
}

export function phones(it, pointer, { label }) {
  const value = at(it.plan, pointer) ?? [];
  const rows = value.map(({ number, seconds }, index) => html`
    <span class="callflow-grow" dir="ltr">${number}</span>
    <input
      class="callflow-input callflow-key"
      inputmode="numeric"
      maxlength="3"
      aria-label="${number} rings for, in seconds"
      aria-invalid=${it.errorAt(`${pointer}/${index}/seconds`) ? 'true' : nothing}
      .value=${live(it.typed.get(`${pointer}/${index}/seconds`) ?? String(seconds))}
      @input=${(event) => it.typed.set(`${pointer}/${index}/seconds`, event.target.value)}
      @blur=${(event) => ringsFor(it, `${pointer}/${index}/seconds`, seconds, event.target.value)}
    />
    <span class="muted" aria-hidden="true">s</span>
    ${removal(number, () => it.change((plan) => put(plan, `${pointer}/${index}`, undefined)))}
    ${error(it, `${pointer}/${index}/number`, 'This number')} ${error(it, `${pointer}/${index}/seconds`, 'Ringing')}
  `);
  const add = (text) => it.change((plan) => put(plan, pointer, [...(at(plan, pointer) ?? []), { number: e164(text), seconds: 20 }]));
  return list({ it, pointer, label, rows, add: typing(it, pointer, 'Another phone', add), note: html`<p class="field-note sub">Up to five, one after the other; each is asked to press 1.</p>` });
}

export function blocked(it, pointer, { label }) {
  const value = at(it.plan, pointer) ?? [];
  const rows = value.map((number, index) => html`
    <span class="callflow-grow" dir="ltr">${number}</span>
    ${removal(number, () => it.change((plan) => put(plan, pointer, at(plan, pointer).filter((each) => each !== number))))}
    ${error(it, `${pointer}/${index}`, 'This number')}
  `);
  const add = (text) => it.change((plan) => put(plan, pointer, [...new Set([...(at(plan, pointer) ?? []), e164(text)])]));
  return list({ it, pointer, label, rows, add: typing(it, pointer, 'Number to block', add), note: html`<p class="field-note sub">They hear a goodbye.</p>` });
}

export function vips(it, pointer, { label }) {
  const value = at(it.plan, pointer) ?? {};
  const rows = Object.entries(value).map(([number, to]) => html`
    <span dir="ltr">${number}</span>
    ${placeSelect(it, `${pointer}/${number}`, `${number} begins at`, to)}
    ${removal(number, () => it.change((plan) => put(plan, `${pointer}/${number}`, undefined)))}
    ${error(it, `${pointer}/${number}`, number)}
  `);
  const add = (text) => it.change((plan) => put(plan, `${pointer}/${e164(text)}`, 'operator'));
  return list({ it, pointer, label, rows, add: typing(it, pointer, 'Number of a VIP', add), note: html`<p class="field-note sub">They begin there, whatever number they call.</p>` });
}
