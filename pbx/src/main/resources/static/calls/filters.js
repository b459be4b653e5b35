import { extensionFeed, numberFeed } from '../lib/data.js';
import { html } from '../lib/html.js';
import { choice, field } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { DIRECTIONS, FILTERS, OUTCOMES, wrongDays } from './filtermodel.js';

const [FIRST, LAST] = FILTERS.slice(-2);

/**
 * Everything the log can be narrowed by. What is chosen is looked for at once, behind the sheet.
 *
 * @param {Record<string, string>} query of the address
 * @param {(change: Record<string, string>) => void} look
 */
export function showFilters(query, look) {
  let chosen = { ...query };
  const change = (part) => {
    chosen = { ...chosen, ...part };
    sheet.update();
    if (!wrongDays(chosen)) look(Object.fromEntries(FILTERS.map((name) => [name, chosen[name] ?? ''])));
  };
  const none = Object.fromEntries(FILTERS.map((name) => [name, '']));
  const sheet = openSheet({
    title: 'Filter Calls',
    content: () => form(chosen, change),
    footer: (close) => html`
      <button class="button" type="button" @click=${() => change(none)}>Clear</button>
      <button class="button button-filled" type="button" @click=${close}>Done</button>
    `,
    onClose: () => stops.forEach((stop) => stop()),
  });
  const lists = [extensionFeed(), numberFeed()];
  const stops = lists.map((list) => list.subscribe(() => sheet.update()));
  lists.forEach((list) => list.refresh());
}

const form = (chosen, change) => html`
  <div class="field-group">
    ${pick('direction', 'Direction', DIRECTIONS, chosen, change)} ${pick('outcome', 'Ended', OUTCOMES, chosen, change)}
    ${pick('ext', 'Extension', extensions(chosen.ext), chosen, change)} ${pick('number', 'Your number', numbers(chosen.number), chosen, change)}
    ${pick('recorded', 'Recording', [{ value: '', label: 'With or without' }, { value: 'true', label: 'Can be played' }], chosen, change)}
  </div>
  <div class="field-group">
    ${field({ ...day('First day', chosen.from), name: FIRST, onInput: (from) => change({ from }) })}
    ${field({ ...day('Last day', chosen.to), name: LAST, error: wrongDays(chosen), onInput: (to) => change({ to }) })}
  </div>
`;

const day = (label, value) => ({ label, type: 'date', value, optional: true });

const pick = (name, label, options, chosen, change) =>
  choice({ name, label, options, value: chosen[name] ?? '', onInput: (value) => change({ [name]: value }) });

/** One that is no longer in use can still be looked for by its address. */
function known(options, value) {
  return !value || options.some((each) => each.value === value) ? options : [...options, { value, label: value }];
}

const extensions = (ext) =>
  known([{ value: '', label: 'Anybody' }, ...extensionFeed().items.map((each) => ({ value: each.ext, label: `${each.name} · ${each.ext}` }))], ext);

const numbers = (number) =>
  known(
    [{ value: '', label: 'Any' }, ...numberFeed().items.filter((each) => each.number).map((each) => ({ value: each.number, label: each.display }))],
    number,
  );
