/** Whether there is a number that can be called. @param {string | null | undefined} number */
export const callable = (number) => /^\+\d+$/.test(number ?? '');

/** What the other side may be shown: ours that are ready; first what is chosen by itself, as not everybody has a direct one. */
export const shownNumbers = (numbers) => [
  { value: '', label: 'Direct or main number' },
  ...numbers
    .filter(({ number, provisioning }) => number && provisioning.state === 'ready')
    .map(({ number, display, use, extension }) => ({
      value: number,
      label: use === 'main' ? `${display} · Main number` : extension ? `${display} · ${extension.name}` : display,
    })),
];

const FIELDS = { to: null, from: 'The number they see', ext: 'Your extension' };

/** Why nobody is called, as a sentence. @param {{message: string, errors: {field: string, message: string}[]}} refusal */
export function troubleOf({ message, errors }, display) {
  const [first] = errors;
  if (!first) return message;
  const sentence = `${FIELDS[first.field] ?? display} ${first.message}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/**
 * The number that somebody has typed, as people write numbers; null where it is none. Without a country it is one of North America.
 *
 * @param {string} typed
 */
export function typedNumber(typed) {
  const text = typed.trim();
  if (!/^\+?[\d\s().-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+') && !digits.startsWith('1')) return /^[2-9]\d{6,14}$/.test(digits) ? { number: `+${digits}`, display: `+${digits}` } : null;
  const [, area, exchange, line] = /^1?([2-9]\d\d)([2-9]\d\d)(\d{4})$/.exec(digits) ?? [];
  return area ? { number: `+1${area}${exchange}${line}`, display: `(${area}) ${exchange}-${line}` } : null;
}

const HELP = new Set(['911', '112', '933', '988']);

/** The number for help that somebody has typed, or null. @param {string} typed */
export function helpNumber(typed) {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^\+1?/, '').replace(/^9(?=911$|933$)/, '');
  return HELP.has(digits) ? digits : null;
}

const LEADS = {
  933: 'It reads back the address that is registered for your number.',
  988: 'Nobody else here is told.',
};

/**
 * What comes of a call for help from here.
 *
 * @param {{phone: string | null, from: string | null, located: boolean, told: string[]} | null} readiness null while it is not known
 * @returns {{what: string, warning: string, told: string}}
 */
export function helpWords(readiness, digits) {
  const what = `Your own phone rings. Answer it, and ${digits} is connected at once.`;
  if (!readiness) return { what, warning: '', told: LEADS[digits] ?? '' };
  const { phone, from, located, told } = readiness;
  if (!phone || !from) {
    return { what: `Dial ${digits} from any phone now.`, warning: 'You can’t call from here: no phone of yours is known, or the company has no number yet.', told: '' };
  }
  const place = located && !LEADS[digits] ? ` Help is given the address registered for ${from}.` : '';
  return {
    what: `Your own phone, ${phone}, rings. Answer it, and ${digits} is connected at once.${place}`,
    warning: located || LEADS[digits] ? '' : `${from} has no registered address: a national center answers and has to ask where you are. Use another phone if you can.`,
    told: LEADS[digits] ?? `Everybody signed in here is told at once${told.length > 0 ? `, and by text ${told.join(', ')}` : ''}.`,
  };
}
