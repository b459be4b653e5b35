import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { extensionFeed, session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { choice, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { act, foot, path, wrong } from './acting.js';
import { held, isOutbound, otherSide } from './model.js';

/** What whoever has the other side, or runs the company, can do besides leading them elsewhere. @param {any} call */
export function holding(call) {
  if (held(call) === 'parked') return button(call, 'pick-up', 'phone-incoming', 'Pick Up', 'Your phone rings. Press 1 to take the call.', 'button-filled');
  if (!isTheirs(call)) return nothing;
  switch (held(call)) {
    case 'talking':
    case 'held':
      // One button in one place, so that the keyboard stays on it.
      return html`${held(call) === 'talking' ? hold(call) : resume(call)} ${asking(call)} ${parking(call)}`;
    case 'asking':
      return back(call);
    case 'aside':
      return html`
        ${button(call, 'pass-on', 'phone-forwarded', isOutbound(call) ? 'Pass Them On' : 'Pass Caller On', `${otherSide(call)} was passed on`, 'button-filled')}
        ${button(call, 'join', 'merge', 'Talk All Together', 'You talk all together')} ${back(call)}
      `;
    default:
      return nothing;
  }
}

function isTheirs(call) {
  const own = session.value?.user.email.toLowerCase();
  return may('admin') || extensionFeed().items.some(({ id, email }) => id === call.extension?.id && email && email.toLowerCase() === own);
}

/** Before something is said that nobody is to keep, such as a card number. @param {any} call that is being recorded */
export const unrecording = (call) =>
  isTheirs(call) ? html`<div class="calls-acts">${button(call, 'stop-recording', 'circle-x', 'Stop Recording', 'The recording ends here')}</div>` : nothing;

const hold = (call) => button(call, 'hold', 'pause', 'Hold', `${otherSide(call)} is on hold`);

const resume = (call) => button(call, 'resume', 'play', 'Resume', `${otherSide(call)} is back`, 'button-filled');

const back = (call) => button(call, 'resume', 'undo-2', isOutbound(call) ? 'Back to Them' : 'Back to Caller', `${otherSide(call)} is back`);

const button = (call, what, symbol, words, done, look = '') =>
  html`<button class="button ${look}" type="button" @click=${() => now(call, what, done)}>${icon(symbol)}${words}</button>`;

/** What needs no asking; a refusal is said where the news of it would be. */
async function now(call, what, done) {
  try {
    await post(`${path(call)}/${what}`, {});
    notices.say(done);
  } catch (refusal) {
    notices.say(refusal.message, { kind: 'problem' });
  }
}

const parking = (call) => button(call, 'park', 'hash', 'Park', `${otherSide(call)} is parked`);

const asking = (call) =>
  html`<button class="button" type="button" aria-haspopup="dialog" @click=${() => ask(call)}>${icon('users-round')}Ask a Colleague…</button>`;

function ask(call) {
  extensionFeed().refresh();
  let to = '';
  const state = { problem: '', error: null, busy: false };

  const send = async (close, form) => {
    state.error = to ? null : 'Choose whom to ask.';
    sheet.update();
    if (state.error) return focusFirstError(form);
    await act(state, sheet, close, () => post(`${path(call)}/ask`, { to }), 'Your colleague is called');
    return undefined;
  };
  const choose = (value) => {
    to = value;
    state.error = null;
    sheet.update();
  };

  const sheet = openSheet({
    title: 'Ask a Colleague',
    size: 'small',
    content: () => html`
      ${wrong(state)}
      <div class="field-group">
        ${choice({ name: 'to', label: 'Whom', value: to, error: state.error, options: colleagues(call), onInput: choose })}
      </div>
      <p class="callout muted">${otherSide(call)} waits with music. When your colleague has taken the call, you can pass ${otherSide(call).toLowerCase()} on, talk all together, or go back.</p>
    `,
    footer: (close) => foot(close, state, 'Call', (form) => send(close, form)),
  });
}

const colleagues = (call) => [
  { value: '', label: 'Choose…' },
  ...extensionFeed()
    .items.filter(({ id, forwardTo }) => id !== call.extension?.id && forwardTo)
    .map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` })),
];
