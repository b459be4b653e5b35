import { isTalking } from './call.js';

/**
 * What a newcomer may try next; each does exactly what a person could do by hand.
 *
 * @typedef {{ icon: string, label: string, act: { type: 'dial', to: string } | { type: 'press', digits: string } | { type: 'say', text: string } | { type: 'hangup' } | { type: 'show', tab: string } }} Suggestion
 * @param {import('./phone.js').Phone} phone
 * @param {Array<{ number: string, display: string, label: string }>} business
 * @returns {Suggestion[]}
 */
export function suggestions(phone, business) {
  const { call } = phone;
  if (phone.line !== 'open') return [];
  if (isTalking(call)) return call.state === 'recording' ? DURING_RECORDING : DURING_CALL;
  if (call && call.state !== 'ended') return [];
  return [...business.slice(0, 3).map(dial), { icon: 'users', label: 'Be Someone Else', act: { type: 'show', tab: 'people' } }];
}

const dial = ({ number, label, display }) => ({
  icon: 'phone',
  label: `Call ${label || display}`,
  act: /** @type {const} */ ({ type: 'dial', to: number }),
});

/** @type {Suggestion[]} */
const DURING_RECORDING = [
  {
    icon: 'message',
    label: 'Say a Message',
    act: { type: 'say', text: 'Hi, this is Eleanor. Please call me back about my appointment on Thursday.' },
  },
  { icon: 'check', label: 'Finish with #', act: { type: 'press', digits: '#' } },
  { icon: 'phone-end', label: 'Just Hang Up', act: { type: 'hangup' } },
];

/** @type {Suggestion[]} */
const DURING_CALL = [
  { icon: 'keypad', label: 'Press 1', act: { type: 'press', digits: '1' } },
  { icon: 'keypad', label: 'Press 101', act: { type: 'press', digits: '101' } },
  { icon: 'hand', label: 'Press 0 for a Person', act: { type: 'press', digits: '0' } },
  { icon: 'alert', label: 'Press a Wrong Key', act: { type: 'press', digits: '9' } },
  { icon: 'message', label: 'Ask for a Person', act: { type: 'say', text: 'Can I talk to a person, please?' } },
];
