import { wishOf } from '../../lib/format.js';

/**
 * How the way to a number stands.
 *
 * @param {{provisioning: {state: string}, number?: string | null, inCall?: boolean, doNotDisturb?: {until: string | null} | null}} item a number, or an extension with its own
 * @returns {{label: string, tone: string, busy?: boolean, failed?: boolean, symbol?: string}}
 */
export function standing({ provisioning: { state }, number, inCall, doNotDisturb = null }, now = Date.now()) {
  if (inCall) return { label: 'In a call', tone: 'orange', symbol: 'phone-call' };
  if (state === 'ready' && wishOf({ doNotDisturb }, now)) return { label: 'Do not disturb', tone: 'blue', symbol: 'moon' };
  switch (state) {
    case 'searching':
      return { label: 'Finding a number', tone: 'blue', busy: true };
    case 'buying':
      return { label: 'Buying the number', tone: 'blue', busy: true };
    case 'checking':
      return { label: 'Checking the number', tone: 'blue', busy: true };
    case 'releasing':
      return { label: 'Giving the number back', tone: 'blue', busy: true };
    case 'failed':
      return { label: number ? 'Not working' : 'No number', tone: 'red', failed: true, symbol: 'circle-alert' };
    case 'ready':
      return { label: 'Ready', tone: 'green', symbol: 'circle-check' };
    default:
      return { label: 'No own number', tone: 'grey' };
  }
}

/** Steps done, for the little bar in the row; null when nothing is under way. */
export function progress({ provisioning }) {
  const steps = ['searching', 'buying', 'checking'];
  const at = steps.indexOf(provisioning.state);
  return at < 0 ? null : { at: at + 1, of: steps.length + 1 };
}
