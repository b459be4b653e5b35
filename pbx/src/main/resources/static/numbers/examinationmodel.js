/** @typedef {{setting: string, label: string, there: string, wanted: string}} Difference */
/** @typedef {{id: string, display: string, standing: string, differences: Difference[]}} Examined */

/**
 * What is wrong with a number at the carrier; null where nothing is, or where how it stands says so already.
 *
 * @param {Examined | undefined} examined
 * @param {{provisioning: {state: string}}} number
 * @returns {{label: string, tone: string, why: string, repairable: boolean} | null}
 */
export function notice(examined, { provisioning: { state } }) {
  if (examined?.standing === 'changed') {
    return { label: 'Changed at the carrier', tone: 'orange', why: whatOf(examined.differences), repairable: true };
  }
  if (examined?.standing === 'gone' && state !== 'failed') {
    return { label: 'Not at the carrier', tone: 'red', why: 'Your account there does not have it, so nobody reaches you by it.', repairable: false };
  }
  return null;
}

const OF_CALLS = /^(trunk|voice|status)_/;
const OF_TEXTS = /^(sms|text)_/;
const whose = (setting) => (OF_CALLS.test(`${setting}_`) ? 'calls' : OF_TEXTS.test(`${setting}_`) ? 'texts' : 'name');

/** What it concerns, in a few words. @param {Difference[]} differences */
function whatOf(differences) {
  const all = new Set(differences.map(({ setting }) => whose(setting)));
  if (all.has('calls') && all.has('texts')) return 'Its calls and texts may not come here.';
  if (all.has('calls')) return 'Its calls may not come here.';
  if (all.has('texts')) return 'Its texts may not come here.';
  return 'It has another name there.';
}

/** @param {string} value */
export const orNothing = (value) => value || 'Nothing';

/** Those of the account that are not known here, as a sentence; empty where there are none. @param {{display: string, label: string}[]} unknown */
export function strangers(unknown) {
  if (unknown.length === 0) return '';
  const named = unknown.map(({ display, label }) => (label && label !== display ? `${display} (${label})` : display));
  return `Your account at the carrier also has ${named.join(', ')}, which CloudPBX does not know.`;
}

/** How the account and what is here fit together. @param {{numbers: Examined[]}} examination */
export function summary({ numbers }) {
  const wrong = numbers.filter(({ standing }) => standing === 'changed' || standing === 'gone').length;
  if (wrong > 0) return wrong === 1 ? 'One number is not as it should be at the carrier.' : `${wrong} numbers are not as they should be at the carrier.`;
  return 'At the carrier all are set to come here.';
}

/** Countries that are allowed here and not at the carrier, as a sentence; empty where there are none. @param {{name: string}[]} refused */
export function countries(refused) {
  if (refused.length === 0) return '';
  const names = new Intl.ListFormat('en-US').format(refused.map(({ name }) => name));
  return `The carrier would refuse calls to ${names}, which Settings › Calls allows: allow them in its console too, at Voice › Settings › Geo permissions.`;
}
