import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { extensionFeed } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { choice, field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { act, foot, path, wrong } from './acting.js';
import { holding } from './holding.js';
import { callerName, held, isOutbound, otherSide } from './model.js';

const OPERATOR = 'operator';
const OUTSIDE = 'outside';
const WITH_US = ['talking', 'held', 'ringing', 'waiting'];
const WITH_COLLEAGUE = ['asking', 'aside', 'all'];
const TAKEN = ['talking', 'held'];

/** What can be done with a call while it lasts. @param {any} call */
export function acts(call) {
  if (!call.live || !may('agent')) return nothing;
  return html`<div class="calls-acts">
    ${holding(call)}
    ${canBeSentOn(call) && !WITH_COLLEAGUE.includes(held(call))
      ? html`<button class="button" type="button" aria-haspopup="dialog" @click=${() => askWhere(call)}>${icon('phone-forwarded')}Transfer…</button>`
      : nothing}
    <button class="button button-danger" type="button" aria-haspopup="dialog" @click=${() => askToHangUp(call)}>${icon('phone-off')}Hang Up…</button>
  </div>`;
}

/** Whoever was called from here has to answer first, or ring somewhere as somebody transferred. */
const canBeSentOn = (call) => WITH_US.includes(call.where) && (!isOutbound(call) || TAKEN.includes(call.where) || call.answeredAt);

function whatElse(call) {
  const { where } = call;
  if (where === 'waiting') return `${otherSide(call)} leaves the line in which they wait.`;
  if (!TAKEN.includes(where)) return 'Whoever is rung now is not rung any more.';
  const them = otherSide(call).toLowerCase();
  return `Whoever has ${them} now is let go. If nobody takes the call, ${them} comes back to them.`;
}

/** Asks where a caller is to go. */
function askWhere(call) {
  extensionFeed().refresh();
  const chosen = { to: '', how: 'ring', number: '' };
  const state = { problem: '', error: null, busy: false };

  const send = async (close, form) => {
    state.error = missing(call, chosen);
    sheet.update();
    if (!state.error) await act(state, sheet, close, () => post(`${path(call)}/transfer`, { to: place(chosen) }), 'The call was transferred');
    if (state.error) focusFirstError(form);
  };
  const choose = (name, value) => {
    chosen[name] = value;
    state.error = null;
    sheet.update();
  };

  const sheet = openSheet({
    title: `Send ${callerName(call)} On`,
    size: 'small',
    content: () => html`
      ${wrong(state)}
      <div class="field-group">
        ${choice({ name: 'to', label: 'To', value: chosen.to, error: chosen.to === OUTSIDE ? null : state.error, options: targets(call), onInput: (to) => choose('to', to) })}
        ${chosen.to === OUTSIDE
          ? field({ name: 'number', label: 'Number', type: 'tel', value: chosen.number, error: state.error, maxlength: 40, dir: 'ltr', placeholder: '(415) 555-0100', onInput: (number) => choose('number', number) })
          : nothing}
      </div>
      ${isInside(chosen) ? how(chosen, (value) => choose('how', value)) : nothing}
      <p class="callout muted">${whatElse(call)}${chosen.to === OUTSIDE ? ' A machine that answers there takes the call.' : ''}</p>
    `,
    footer: (close) => foot(close, state, 'Transfer', (form) => send(close, form)),
  });
}

const isInside = ({ to }) => to !== '' && to !== OPERATOR && to !== OUTSIDE;

/** What is not said yet, as a sentence; nothing where all is. */
function missing(call, { to, number }) {
  if (!to) return `Choose who is to have ${otherSide(call).toLowerCase()}.`;
  return to === OUTSIDE && !number.trim() ? 'Enter the number to call.' : null;
}

const targets = (call) => [
  { value: '', label: 'Choose…' },
  ...extensionFeed()
    .items.filter(({ id }) => !TAKEN.includes(call.where) || id !== call.extension?.id)
    .map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` })),
  { value: OPERATOR, label: 'Whoever answers for the company' },
  { value: OUTSIDE, label: 'A number outside…' },
];

/** @param {{to: string, how: string, number: string}} chosen */
export function place(chosen) {
  if (chosen.to === OUTSIDE) return chosen.number.trim();
  return isInside(chosen) && chosen.how === 'mailbox' ? `mailbox-${chosen.to}` : chosen.to;
}

const how = (chosen, choose) => html`
  <div class="segments calls-how" role="group" aria-label="How">
    ${[['ring', 'Ring Them'], ['mailbox', 'Straight to Mailbox']].map(
      ([value, label]) =>
        html`<button class="segment" type="button" aria-pressed=${chosen.how === value ? 'true' : 'false'} @click=${() => choose(value)}>${label}</button>`,
    )}
  </div>
`;

function askToHangUp(call) {
  const state = { problem: '', error: null, busy: false };
  const sheet = openSheet({
    title: 'Hang Up?',
    size: 'small',
    content: () => html`${wrong(state)}<p class="callout" dir="auto">The call with ${callerName(call)} ends at once, for everybody in it.</p>`,
    footer: (close) =>
      foot(close, state, 'Hang Up', () => act(state, sheet, close, () => post(`${path(call)}/hang-up`, {}), 'The call was ended'), 'button-danger-filled'),
  });
}
