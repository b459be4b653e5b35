import { count } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';

/** @typedef {{ext: string, name: string, extensionId: string}} Use */

/** What a number does, as a sentence without its end. @param {{use: string, extension?: Use | null}} number */
export function purpose({ use, extension }) {
  switch (use) {
    case 'main':
      return 'Main number: callers hear the menu';
    case 'extension':
      return `Rings ${extension.name} · ${extension.ext}`;
    case 'company':
      return 'Of the company: callers hear the menu, or go where the call flow says';
    default:
      return 'Kept: its extension is gone, callers hear the menu';
  }
}

/** Whether its callers hear the menu, and may come to the receptionist. A number that is not ours yet has no callers. */
export const leadsToMenu = ({ use, number }) => use !== 'extension' && number !== null;

/** "3 numbers, 1 of them kept for later" */
export function note(numbers) {
  const all = count(numbers.length, 'number');
  const kept = numbers.filter(({ use }) => use === 'kept').length;
  return kept === 0 ? all : `${all}, ${kept} of them kept for later`;
}

/** Whether somebody typed this very number, however they write it; the country code may be left out. */
export function isTyped(typed, number) {
  const digits = typed.replace(/\D/g, '');
  return digits !== '' && [digits, `1${digits}`].includes(number.replace(/\D/g, ''));
}

/** The main number first, then in order; those still on their way last. */
export const inOrder = (a, b) =>
  rank(a) - rank(b) || (a.number ?? '~').localeCompare(b.number ?? '~') || (a.id < b.id ? -1 : 1);

const rank = ({ use }) => (use === 'main' ? 0 : 1);

/** What is wrong with a name before the server is asked, or null. */
export const nameProblem = (name) => (name.trim() ? null : 'Enter a name.');

/** What is wrong with an area code, or null; none is anywhere. */
export const areaProblem = (areaCode) => (!areaCode.trim() || /^[2-9]\d{2}$/.test(areaCode.trim()) ? null : 'An area code has three digits.');

/** Whether it was wished for, and there is none. */
export const isInVain = ({ use, number, provisioning: { state } }) => use === 'company' && number === null && state === 'failed';

/** "Oakland, CA", as far as the carrier says. */
export const place = ({ locality, region }) => [locality, region].filter(Boolean).join(', ');

/** When the carrier last said whether our numbers may text. @param {{registration?: {checkedAt: string} | null}[]} numbers */
export function asked(numbers, now = Date.now()) {
  const last = numbers.map(({ registration }) => registration?.checkedAt ?? '').reduce((one, other) => (one > other ? one : other), '');
  return last ? `Last answered: ${whenLong(last, now)}.` : 'The carrier has not answered yet.';
}

/**
 * Whether networks take a number's texts, as the carrier lists it; null where that is nobody's business yet.
 *
 * @returns {{label: string, tone: string, symbol: string, why: string} | null}
 */
export function texting({ number, registration }) {
  if (!number || !registration) return null;
  switch (registration.status) {
    case 'approved':
      return { label: 'May text', tone: 'green', symbol: 'circle-check', why: '' };
    case 'pending':
      return { label: 'Texting in review', tone: 'orange', symbol: 'clock', why: 'Until it is approved, networks block its texts.' };
    case 'rejected':
      return { label: 'Texting refused', tone: 'red', symbol: 'circle-alert', why: registration.detail || 'The carrier does not say why.' };
    case 'suspended':
      return { label: 'Texting suspended', tone: 'red', symbol: 'circle-alert', why: 'Its campaign was suspended. Ask the carrier.' };
    default:
      return { label: 'No text registration', tone: 'grey', symbol: 'circle-dashed', why: '' };
  }
}
