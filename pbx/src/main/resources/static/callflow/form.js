import { live } from '../lib/bound.js';
import { html, nothing } from '../lib/html.js';
import { session } from '../lib/data.js';
import { timeZones } from '../lib/zones.js';
import { choice, field } from '../components/field/field.js';
import { help } from '../components/help/help.js';
import { at, e164, put } from './editmodel.js';
import { blocked, keys, members, phones, vips } from './lists.js';
import { LANGUAGES, STRATEGIES } from './planmodel.js';
import { sound } from './sound.js';
import { lead, places } from './ways.js';
import { dates, week } from './week.js';
import { FIELD_WORDS } from './words.js';

const explained = ({ name, label }) => (FIELD_WORDS[name] ? help(label, FIELD_WORDS[name]) : nothing);

const LARGE = { keys, members, phones, blocked, vips, week, dates };

/** The fields of a place; each change is saved in the draft at once. @param {any} it see page.js @param {string} base where they are in the plan */
export function fields(it, base, specs) {
  const parts = [];
  for (const spec of specs) {
    if (LARGE[spec.kind]) parts.push(LARGE[spec.kind](it, `${base}/${spec.name}`, spec));
    else if (parts.at(-1)?.simple) parts.at(-1).simple.push(one(it, `${base}/${spec.name}`, spec));
    else parts.push({ simple: [one(it, `${base}/${spec.name}`, spec)] });
  }
  return parts.map((part) => (part.simple ? html`<div class="field-group">${part.simple}</div>` : part));
}

/** What somebody has typed stays theirs until they leave the field. */
export function typedText(it, pointer, { label, value, error = it.errorAt(pointer), parse = (text) => text, commit, ...rest }) {
  const save = (text) => it.change((plan) => put(plan, pointer, parse(text)));
  return field({
    name: pointer,
    label,
    value: it.typed.get(pointer) ?? value,
    error,
    ...rest,
    onInput: (text) => it.typed.set(pointer, text),
    onBlur: (text) => {
      it.typed.delete(pointer);
      if (text !== String(value ?? '')) (commit ?? save)(text);
    },
  });
}

function one(it, pointer, spec) {
  const value = at(it.plan, pointer);
  switch (spec.kind) {
    case 'area':
      return area(it, pointer, spec, value);
    case 'count':
      return typedText(it, pointer, {
        label: spec.label,
        words: explained(spec),
        value: value ?? (spec.name === 'seconds' ? 20 : ''),
        type: 'number',
        inputmode: 'numeric',
        parse: (text) => (/^\d+$/.test(text) ? Number(text) : text),
      });
    case 'switch':
      return toggle(it, pointer, spec.label, Boolean(value));
    case 'sound':
      return sound(it, pointer, spec, value);
    case 'place':
      return placeChoice(it, pointer, spec, value);
    case 'text':
    case 'number':
      return typedText(it, pointer, { label: spec.label, value, ...(spec.kind === 'number' ? { type: 'tel', dir: 'ltr', parse: e164 } : { maxlength: 60 }) });
    default:
      return select(it, pointer, spec, value, OPTIONS[spec.kind](it));
  }
}

const listOf = (names) => Object.entries(names).map(([value, label]) => ({ value, label }));

const OPTIONS = {
  strategy: () => listOf(STRATEGIES),
  language: () => listOf(LANGUAGES),
  person: (it) => it.world.people.map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` })),
  schedule: (it) => Object.keys(it.plan.hours).map((name) => ({ value: name, label: name })),
  zone: (it) => timeZones(session.value.business.timeZone),
};

function select(it, pointer, spec, value, options, choose = (next) => it.change((plan) => put(plan, pointer, next || undefined))) {
  const known = !value || options.some((option) => option.value === value);
  return choice({
    name: pointer,
    label: spec.label,
    words: explained(spec),
    value: value ?? '',
    error: it.errorAt(pointer),
    options: [
      ...(spec.optional || !value ? [{ value: '', label: spec.optional ?? 'Choose…' }] : []),
      ...(known ? [] : [{ value, label: value }]),
      ...options,
    ],
    onInput: choose,
  });
}

/** Where a way leads, or a new place for it to lead to. */
export const placeChoice = (it, pointer, spec, value) =>
  select(it, pointer, spec, value, places(it, value), (next) => lead(it, pointer, next, value));

export function toggle(it, pointer, label, on) {
  return html`
    <div class="field">
      <label class="field-line"><span class="field-label">${label}</span>
        <input class="field-switch" type="checkbox" role="switch" .checked=${live(on)} @change=${(event) => it.change((plan) => put(plan, pointer, event.target.checked))} />
      </label>
    </div>
  `;
}

function area(it, pointer, { label, hint }, value) {
  const error = it.errorAt(pointer);
  const commit = (text) => {
    it.typed.delete(pointer);
    if (text !== value) it.change((plan) => put(plan, pointer, text));
  };
  return html`
    <div class="field callflow-area-field ${error ? 'field-wrong' : ''}">
      <label class="field-label" for=${pointer}>${label}</label>
      <textarea
        class="callflow-area"
        id=${pointer}
        rows="3"
        dir="auto"
        maxlength="1000"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error || hint ? `${pointer}-note` : nothing}
        .value=${live(it.typed.get(pointer) ?? value ?? '')}
        @input=${(event) => it.typed.set(pointer, event.target.value)}
        @blur=${(event) => commit(event.target.value)}
      ></textarea>
      ${error
        ? html`<p class="field-error sub" id="${pointer}-note" dir="auto">${label} ${error}.</p>`
        : hint
          ? html`<p class="field-hint sub muted" id="${pointer}-note">${hint}</p>`
          : nothing}
    </div>
  `;
}
