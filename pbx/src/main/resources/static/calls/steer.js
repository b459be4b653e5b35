import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { extensionFeed } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { choice, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { act, foot, path, wrong } from './acting.js';
import { holding } from './holding.js';
import { callerName, held, isOutbound, otherSide } from './model.js';

const OPERATOR = 'operator';
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
  const chosen = { to: '', how: 'ring' };
  const state = { problem: '', error: null, busy: false };

  const send = async (close, form) => {
    state.error = chosen.to ? null : `Choose who is to have ${otherSide(call).toLowerCase()}.`;
    sheet.update();
    if (state.error) return focusFirstError(form);
    await act(state, sheet, close, () => post(`${path(call)}/transfer`, { to: place(chosen) }), 'The call was transferred');
    return undefined;
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
        ${choice({ name: 'to', label: 'To', value: chosen.to, error: state.error, options: targets(call), onInput: (to) => choose('to', to) })}
      </div>
      ${chosen.to && chosen.to !== OPERATOR ? how(chosen, (value) => choose('how', value)) : nothing}
      <p class="callout muted">${whatElse(call)}</p>
    `,
    footer: (close) => foot(close, state, 'Transfer', (form) => send(close, form)),
  });
}

const targets = (call) => [
  { value: '', label: 'Choose…' },
  ...extensionFeed()
    .items.filter(({ id }) => !TAKEN.includes(call.where) || id !== call.extension?.id)
    .map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` })),
  { value: OPERATOR, label: 'Whoever answers for the company' },
];

/** @param {{to: string, how: string}} chosen */
export const place = ({ to, how: way }) => (to !== OPERATOR && way === 'mailbox' ? `mailbox-${to}` : to);

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
