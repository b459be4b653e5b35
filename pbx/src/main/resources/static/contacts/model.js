import { count } from '../lib/format.js';
import { sourceWords } from '../lib/phrases.js';

export const PARTS = [
  { part: 'name', label: 'Name' },
  { part: 'company', label: 'Company' },
  { part: 'email', label: 'Email' },
  { part: 'notes', label: 'Notes' },
];

/** A contact as a form holds it. @param {string[]} names of the company's own fields */
export function fieldsOf(contact, names) {
  return {
    name: contact?.name ?? '',
    company: contact?.company ?? '',
    email: contact?.email ?? '',
    notes: contact?.notes ?? '',
    numbers: contact && contact.numbers.length > 0 ? contact.numbers.map(({ display }) => display) : [''],
    fields: Object.fromEntries(names.map((name) => [name, contact?.fields[name] ?? ''])),
  };
}

/** What to send; lines that were left empty are left out. */
export function request(values, version) {
  return {
    name: values.name.trim(),
    company: values.company.trim(),
    email: values.email.trim(),
    notes: values.notes.trim(),
    numbers: values.numbers.map((number) => number.trim()).filter(Boolean),
    fields: values.fields,
    ...(version === undefined ? {} : { version }),
  };
}

/** Where in the form an error belongs: the server counts only the numbers that were sent. */
export function placeOf(field, numbers) {
  const [, index] = field.match(/^numbers\.(\d+)$/) ?? [];
  if (index === undefined) return field === 'numbers' ? 'numbers.0' : field;
  const filled = numbers.map((number, at) => ({ number, at })).filter(({ number }) => number.trim());
  return `numbers.${filled[Number(index)]?.at ?? 0}`;
}

/** One line under a name: company, and the number by which they are known. */
export const line = ({ company, numbers, displayName }) =>
  [company, numbers[0]?.display === displayName ? '' : numbers[0]?.display, numbers.length > 1 ? `+${numbers.length - 1}` : '']
    .filter(Boolean)
    .join(' · ');

export const isOptedOut = ({ numbers }) => numbers.some((number) => number.optedOut);

/** "1,204 contacts", or nothing while more may come. */
export const note = (feed) => (feed.ready && !feed.next ? count(feed.items.length, 'contact') : '');

/** The parts in which two contacts differ, so that somebody must choose. @returns {{part: string, label: string, kept: string, other: string}[]} */
export function differences(kept, other) {
  const names = [...new Set([...Object.keys(kept.fields), ...Object.keys(other.fields)])].sort();
  return [
    ...PARTS.map(({ part, label }) => ({ part, label, kept: kept[part], other: other[part] })),
    ...names.map((name) => ({ part: `fields.${name}`, label: name, kept: kept.fields[name] ?? '', other: other.fields[name] ?? '' })),
  ].filter((each) => each.kept && each.other && each.kept !== each.other);
}

const GUESSES = [
  [/^(first|given|last|family|full)?[ _-]*name$|^contact$|^nombre$/i, 'name'],
  [/phone|mobile|cell|^number$|^tel/i, 'number'],
  [/e-?mail/i, 'email'],
  [/company|organi[sz]ation|business|employer/i, 'company'],
  [/^notes?$|comment/i, 'notes'],
];

/** What each column of a file seems to hold; an empty word leaves it out. @returns {Record<string, string>} */
export function guessColumns(columns, fieldNames) {
  const own = new Map(fieldNames.map((name) => [name.toLowerCase(), `fields.${name}`]));
  return Object.fromEntries(
    columns.map((column) => {
      const guess = GUESSES.find(([pattern]) => pattern.test(column.trim()));
      return [column, own.get(column.trim().toLowerCase()) ?? guess?.[1] ?? ''];
    }),
  );
}

/** Everything a column may hold. @returns {{value: string, label: string}[]} */
export const columnChoices = (fieldNames) => [
  { value: '', label: 'Leave out' },
  { value: 'number', label: 'Phone number' },
  ...PARTS.map(({ part, label }) => ({ value: part, label })),
  ...fieldNames.map((name) => ({ value: `fields.${name}`, label: name })),
];

/** What to send to run a file. */
export function importRequest({ columns, overwrite, consent }) {
  return {
    columns: Object.fromEntries(Object.entries(columns).filter(([, part]) => part)),
    overwrite,
    consent: consent.category ? consent : null,
  };
}

/** What is wrong with a plan before the server is asked. @returns {Record<string, string>} */
export function importProblems({ columns, consent }) {
  const missing = (name, text) => (consent.category && !consent[name].trim() ? { [name]: text } : {});
  return {
    ...(Object.values(columns).includes('number') ? {} : { columns: 'Say which column holds the phone number.' }),
    ...missing('source', 'Say where the people agreed.'),
    ...missing('date', 'Say when.'),
    ...missing('method', 'Say how.'),
  };
}

/** What became of a file, each figure with its word; they add up to its rows. */
export const outcome = ({ added, changed, unchanged, refused }) => [
  { label: 'Added', figure: added, tone: 'green' },
  { label: 'Changed', figure: changed, tone: 'blue' },
  { label: 'Known already', figure: unchanged, tone: 'grey' },
  { label: 'Not imported', figure: refused, tone: refused > 0 ? 'red' : 'grey' },
];

/** Footnotes to a report. */
export const remarks = ({ optedOut, consents }) =>
  [
    optedOut > 0 ? `${count(optedOut, 'number')} had opted out and ${optedOut === 1 ? 'stays' : 'stay'} so.` : '',
    consents > 0 ? `${count(consents, 'consent')} written to the record.` : 'No consent was recorded: nobody of this file gets marketing.',
  ].filter(Boolean);

const ACTS = {
  granted: 'Agreed',
  revoked: 'Withdrew consent',
  opted_out: 'Opted out',
  opted_in: 'Came back',
  paused: 'Marketing paused',
  resumed: 'Marketing resumed',
  undone: 'Opt-out taken back',
};

/** A line of the consent record, in words. */
export function ledgerLine({ act, category, source, quote, reference, actor, proof }) {
  const what = category ? `${ACTS[act] ?? act} to ${category}` : (ACTS[act] ?? act);
  return {
    what: act === 'granted' || act === 'revoked' ? what : (ACTS[act] ?? act),
    how: [sourceWords(source), proof.method && `by ${proof.method}`, actor].filter(Boolean).join(' · '),
    quote,
    wording: proof.wording,
    // Those of texts and calls are names that say nothing to people.
    kept: (source === 'import' || source === 'person') && reference ? `Proof: ${reference}` : '',
  };
}

/** How somebody can have agreed; marketing needs it in writing. */
export const METHODS = [
  { value: 'paper', label: 'On paper' },
  { value: 'web form', label: 'On a web form' },
  { value: 'keyword', label: 'By a keyword' },
  { value: 'verbal', label: 'In words' },
];

/** What is wrong with a consent before the server is asked. @returns {Record<string, string>} */
export function consentProblems({ category, method, words, wording }) {
  return {
    ...(words.trim() ? {} : { words: 'Write it down: it is kept as proof.' }),
    ...(category === 'marketing' && method === 'verbal' ? { method: 'Marketing needs it in writing.' } : {}),
    ...(category === 'marketing' && !wording.trim() ? { wording: 'Say what they were shown when they agreed to marketing.' } : {}),
  };
}

/** What they agreed to and did not take back. @returns {{value: string, label: string}[]} */
export const consentsHeld = ({ marketingConsent, informationalConsent }) => [
  ...(marketingConsent ? [{ value: 'marketing', label: 'Marketing' }] : []),
  ...(informationalConsent ? [{ value: 'informational', label: 'Information' }] : []),
];

/** What became of somebody who was deleted, here and at the carrier. @param {{atCarrier: {left: number}, kept: string[]}} deletion */
export const deletionNotice = (name, { atCarrier: { left }, kept }) =>
  [
    left > 0 ? `${name} deleted. ${count(left, 'text or recording', 'texts and recordings')} will be deleted at the carrier, too.` : `${name} deleted${kept.length > 0 ? '.' : ''}`,
    ...(kept.includes('block_list') ? ['Their number stays blocked.'] : []),
  ].join(' ');
