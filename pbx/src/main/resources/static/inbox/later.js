import { whenToCome } from '../lib/format.js';
import { html, nothing } from '../lib/html.js';
import { session } from '../lib/data.js';
import { fromField, toField } from '../lib/calendar.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { openSheet } from '../components/sheet/sheet.js';
import { choices, isNight, theirTime } from './latermodel.js';

const zone = () => session.value.business.timeZone;

/** Asks until when; the menu has what is chosen most, the sheet everything else. @param {HTMLElement} button */
export function askWhen(button, { title, verb, zones = [], symbol, chosen, more = [] }) {
  openMenu(button, [
    ...choices(Date.now(), zone()).map(({ label, at }) => ({
      label: `${label} · ${whenToCome(at).replace(/^(Today|Tomorrow) at /, '')}${suffix(zones, at)}`,
      symbol,
      act: () => chosen(new Date(at).toISOString()),
    })),
    { label: 'Another Time…', symbol: 'clock', rule: true, act: () => askExactly({ title, verb, zones, chosen }) },
    ...more,
  ]);
}

const suffix = (zones, at) => {
  const said = theirTime(zones, zone(), at);
  return said ? ` (${said})` : '';
};

function askExactly({ title, verb, zones, chosen }) {
  const earliest = Date.now();
  let wanted = toField(zone(), earliest + 3_600_000);
  let error = '';
  const at = () => fromField(zone(), wanted);
  const submit = (event, close) => {
    event.preventDefault();
    if (!(at() > Date.now())) {
      error = 'Choose a time to come.';
      sheet.update();
      return focusFirstError(event.target);
    }
    close();
    return chosen(new Date(at()).toISOString());
  };
  const sheet = openSheet({
    title,
    size: 'small',
    content: (close) => html`
      <form id="later" novalidate @submit=${(event) => submit(event, close)}>
        <div class="field-group">
          ${field({
            name: 'at',
            label: 'When',
            type: 'datetime-local',
            dir: 'ltr',
            value: wanted,
            error,
            onInput: (value) => {
              wanted = value;
              error = '';
              sheet.update();
            },
          })}
        </div>
      </form>
      ${Number.isNaN(at()) ? nothing : told(zones, at())}
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="later">${verb}</button>
    `,
  });
}

const told = (zones, at) => html`
  <p class="callout ${isNight(zones, at) ? 'inbox-night' : 'muted'}">
    ${isNight(zones, at) ? icon('moon') : nothing} ${whenToCome(at)}${suffix(zones, at)}
  </p>
`;
