export const STEPS = [
  { key: 'audience', label: 'Audience', title: 'Who gets it' },
  { key: 'message', label: 'Message', title: 'What they read' },
  { key: 'safety', label: 'Safety', title: 'Who may get it' },
  { key: 'review', label: 'Review', title: 'Look once more' },
];

/** How all of a list can have agreed; without one, only those whose consent is on record get it. */
export const CONSENTS = [
  { value: '', label: 'As it is on record' },
  { value: 'web form', label: 'On a web form' },
  { value: 'keyword', label: 'By a keyword' },
  { value: 'paper', label: 'On paper' },
  { value: 'verbal', label: 'In words' },
];

/** A campaign as the sheet holds it. @param {any} campaign null for a new one */
export const formOf = (campaign) => ({
  name: campaign?.name ?? '',
  message: campaign?.message ?? '',
  kind: campaign?.kind ?? 'marketing',
  policy: campaign?.policy ?? 'at_most_once',
  fromNumbers: campaign?.senders ?? [],
  media: (campaign?.media ?? []).map(({ id }) => id),
});

/** What to send of it. @param {string | null} startAt an instant, or null for at once */
export const request = ({ name, message, kind, policy, fromNumbers, media }, startAt = null) => ({
  name: name.trim(),
  message: message.trim(),
  kind,
  policy,
  fromNumbers,
  media,
  startAt,
});

const LONGEST_NAME = 200;
const AGAIN = ' (again)';

/** What a draft begins with that says the same as another campaign. Whom it is for, and its pictures, are chosen anew. @param {any} campaign */
export const again = (campaign) => ({
  ...request({ ...formOf(campaign), name: `${campaign.name.slice(0, LONGEST_NAME - AGAIN.length)}${AGAIN}`, media: [] }),
  recipients: [],
  draft: true,
});

export const sameForm = (one, other) => JSON.stringify(request(one)) === JSON.stringify(request(other));

/** What is said when changes were kept. @param {{state: string}} before */
export const savedWord = ({ state }) =>
  state === 'scheduled' ? 'Changes saved. It is a draft again: schedule it anew.' : 'Changes saved';

/** What is wrong with a step before the server is asked. @returns {Record<string, string>} */
export function problems(step, form, audience) {
  if (step === 'audience') {
    return {
      ...(form.name.trim() ? {} : { name: 'Enter a name. Only your team sees it.' }),
      ...(audience.total > 0 || audience.chosen ? {} : { recipients: 'Paste numbers, or choose a file or people who are saved.' }),
      ...(audience.method && !audience.words.trim() ? { consentWords: 'Write down what they agreed to: it is kept as proof.' } : {}),
      ...(audience.names ? { fields: audience.names } : {}),
      ...(audience.method ? dateProblem(audience) : {}),
      ...(audience.method === 'verbal' && form.kind === 'marketing' ? { consentMethod: 'Marketing needs it in writing.' } : {}),
    };
  }
  if (step === 'message') {
    return {
      ...(form.message.trim() ? {} : { message: 'Write what they will read.' }),
      ...(form.fromNumbers.length > 0 ? {} : { fromNumbers: 'Choose at least one of your numbers.' }),
      ...(audience.pictures ? { media: audience.pictures } : {}),
    };
  }
  return {};
}

function dateProblem({ date, today }) {
  if (!date) return { consentDate: 'Say when they agreed.' };
  return date > today ? { consentDate: 'That day is yet to come.' } : {};
}

const STEP_OF = {
  name: 'audience',
  recipients: 'audience',
  number: 'audience',
  fields: 'audience',
  consentMethod: 'audience',
  consentWords: 'audience',
  consentDate: 'audience',
  consentReference: 'audience',
  message: 'message',
  fromNumbers: 'message',
  media: 'message',
  kind: 'message',
  policy: 'message',
  // What was typed is no more the number of those who are to get it.
  confirm: 'safety',
};

const NAMES = {
  file: 'recipients',
  fromNumber: 'fromNumbers',
  'consent.method': 'consentMethod',
  'consent.words': 'consentWords',
  'consent.date': 'consentDate',
  'consent.reference': 'consentReference',
};

/** The server's errors by the sheet's fields, and the step that must be shown for them; null is the one that is. */
export function placed(errors) {
  const named = errors.map(({ field, message }) => [NAMES[field] ?? field.replace(/\.\d+.*$/, ''), message]);
  return { errors: Object.fromEntries(named), step: named.map(([name]) => STEP_OF[name]).find(Boolean) ?? null };
}

/** The server's words may want the name of the field before them. */
export const sentence = (text) => (/^\p{Ll}/u.test(text) ? `It ${text}` : text).replace(/([^.!?])$/, '$1.');

/** What is done with a list now, and which share of it is done; null while nobody knows. @param {{step: string, done: number, of: number}} taking */
export function takingLine({ step, done, of }) {
  const share = of > 0 ? Math.min(1, done / of) : null;
  const percent = share === null ? '' : ` ${Math.floor(share * 100)}%`;
  if (step === 'sending') return { label: `Sending…${percent}`, share };
  if (step === 'taking') return { label: `Taking people in…${percent}`, share };
  if (step === 'judging') return { label: `Looking at everybody…${percent}`, share };
  if (step === 'consent') return { label: `Writing consent down…${percent}`, share };
  return { label: 'Reading…', share: null };
}

const QUOTED = /["\r\n,]/;
const cell = (text) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What was pasted as a file: cells of a spreadsheet with their line of names, or else numbers in any arrangement. */
export function pasted(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  if (lines.some((line) => line.includes('\t'))) {
    return lines.map((line) => line.split('\t').map((each) => cell(each.trim())).join(',')).join('\n');
  }
  const numbers = lines.flatMap((line) => line.split(/[,;]/)).map((each) => each.trim()).filter(Boolean);
  return ['number', ...numbers.map(cell)].join('\n');
}

const occurrences = (line, mark) => line.split(mark).length - 1;

/** Spreadsheets of many countries write semicolons. */
function separatorOf(text) {
  const [line] = text.split(/\r?\n/, 1);
  const commas = occurrences(line, ',');
  if (occurrences(line, '\t') > commas) return '\t';
  return occurrences(line, ';') > commas ? ';' : ',';
}

/**
 * The first rows of a file of values, as the server reads it. A last row that may have been cut off is left out; where the first
 * row holds a number already, columns have no names.
 *
 * @param {boolean} whole whether the text is all of the file
 * @returns {{columns: string[], rows: string[][]}}
 */
export function head(text, whole) {
  const rows = [];
  let row = [];
  let value = '';
  let quoted = false;
  const source = text.replace(/^\ufeff/, '');
  const separator = separatorOf(source);
  const endRow = () => {
    row.push(value);
    if (row.some((each) => each.trim())) rows.push(row);
    [row, value] = [[], ''];
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (quoted && character === '"' && source[at + 1] === '"') value += source[at++];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === separator) [row, value] = [[...row, value], ''];
    else if (!quoted && character === '\n') endRow();
    else if (quoted || character !== '\r') value += character;
  }
  if (whole && (value || row.length > 0)) endRow();
  const [columns = [], ...others] = rows;
  if (columns.some(looksLikeNumber)) return { columns: columns.map(() => ''), rows };
  return { columns: columns.map((name) => name.trim()), rows: others };
}

const looksLikeNumber = (text) => /^\+?[\d\s().-]{10,20}$/.test(text.trim());

/** What columns of numbers are called, the surest first; an order has a number too, and "Cancelled" is no cell. */
const NUMBERS = [/^(phone|mobile|cell|number|tel(ephone)?)([ _]?(phone|number|no\.?))?$/i, /phone|mobile|\bcell\b|^tel/i];

/** The column that seems to hold the numbers: by its name, else by what is in it; -1 when none does. */
export function numberColumn({ columns, rows }) {
  const named = NUMBERS.map((pattern) => columns.findIndex((name) => pattern.test(name.trim()))).find((at) => at >= 0) ?? -1;
  return named >= 0 ? named : columns.findIndex((_, at) => rows.length > 0 && rows.slice(0, 5).every((row) => looksLikeNumber(row[at] ?? '')));
}

/** A column's name as a message may use it: "First Name" is firstName; empty for one that no message can name. */
export function fieldName(column) {
  const words = column.match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word, at) => (at === 0 ? word[0].toLowerCase() : word[0].toUpperCase()) + word.slice(1)).join('');
  return /^[a-z]\w{0,39}$/.test(name) ? name : '';
}

/** The people of a file's first rows, as a message would know them. @returns {{to: string, fields: Record<string, string>}[]} */
export function samples({ columns, rows }, at, most = 5) {
  return rows.slice(0, most).map((row) => ({
    to: row[at] ?? '',
    fields: Object.fromEntries(columns.map((name, index) => [fieldName(name), (row[index] ?? '').trim()]).filter(([name], index) => name && index !== at)),
  }));
}

/** What a message may say of the people of a file, and some of them. @param {{columns: string[], rows: string[][]}} read @param {number} at the column of the numbers */
export const known = (read, at) => ({
  fields: [...new Set(read.columns.filter((_, index) => index !== at).map(fieldName).filter(Boolean))],
  samples: samples(read, at),
});

/** The first name that stands there more than once. @param {string[]} names empty for none */
export const calledTwice = (names) => names.find((name, at) => name && names.indexOf(name) !== at) ?? '';

/** The fields a message asks for. @returns {string[]} */
export const fieldsIn = (message) => [...new Set([...message.matchAll(/\{\{\s*(\w+)\s*(?:\|[^}]*)?\}\}/g)].map(([, name]) => name))];

/** Whether somebody typed this very number, with or without its commas. */
export const isTyped = (typed, figure) => figure > 0 && typed.replace(/[,.\s]/g, '') === String(figure);

/** Whether a step can be left: the last two only when nothing blocks the launch, the last only with the number typed. */
export function mayGoOn(step, launch, typed) {
  if (step === 'audience' || step === 'message') return true;
  if (launch?.blockers.length !== 0) return false;
  return step === 'safety' || !launch.needsConfirmation || isTyped(typed, launch.recipients);
}
