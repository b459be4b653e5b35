const FIRST = 101;
const LAST = 199;

/** The lowest extension nobody has, or an empty string when all are taken. */
export function nextFree(extensions) {
  const taken = new Set(extensions.map((each) => Number(each.ext)));
  for (let ext = FIRST; ext <= LAST; ext++) if (!taken.has(ext)) return String(ext);
  return '';
}

/** How the way to a number stands. @returns {{label: string, tone: string, busy?: boolean, failed?: boolean, symbol?: string}} */
export function standing(extension) {
  const { state } = extension.provisioning;
  if (extension.inCall) return { label: 'In a call', tone: 'orange', symbol: 'phone-call' };
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
      return { label: 'No number', tone: 'red', failed: true, symbol: 'circle-alert' };
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

export const rings = (extension) => extension.forwardToDisplay ?? extension.forwardTo ?? 'Voicemail only';

/** Letters to what the server calls them. */
export function fieldsOf(extension) {
  return {
    name: extension?.name ?? '',
    ext: extension?.ext ?? '',
    department: extension?.department ?? '',
    email: extension?.email ?? '',
    forwardTo: extension?.forwardToDisplay ?? extension?.forwardTo ?? '',
    areaCode: extension?.provisioning?.areaCode ?? '',
  };
}

/** What to send; empty optional fields are left out. */
export function request(fields, version) {
  const forwardTo = e164(fields.forwardTo);
  return {
    ext: fields.ext.trim(),
    name: fields.name.trim(),
    department: fields.department.trim(),
    ...(fields.email.trim() ? { email: fields.email.trim() } : {}),
    ...(forwardTo ? { forwardTo } : {}),
    ...(fields.areaCode?.trim() ? { areaCode: fields.areaCode.trim() } : {}),
    ...(version === undefined ? {} : { version }),
  };
}

/** A number as people write it, in the form the server takes; what is no number is passed on to be refused there. */
export function e164(text) {
  const trimmed = text.trim();
  const digits = trimmed.replace(/\D/g, '');
  if (trimmed.startsWith('+')) return `+${digits}`;
  if (!/^[\d\s().-]+$/.test(trimmed)) return trimmed;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : trimmed;
}

const RULES = {
  name: (value) => (value ? null : 'Enter a name.'),
  ext: (value) => (/^1(0[1-9]|[1-9]\d)$/.test(value) ? null : 'Choose three digits from 101 to 199.'),
  email: (value) => (!value || /^[^@\s]+@[^@\s]+$/.test(value) ? null : 'Enter an email address.'),
  forwardTo: (value) => (!value || /^\+\d{8,15}$/.test(e164(value)) ? null : 'Enter a phone number with its area code.'),
  areaCode: (value) => (!value || /^[2-9]\d{2}$/.test(value) ? null : 'An area code has three digits.'),
};

/** What is wrong with one field before the server is asked, or null. */
export const check = (name, value) => RULES[name]?.((value ?? '').trim()) ?? null;

/** All that is wrong. @returns {Record<string, string>} */
export const checkAll = (fields) =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, check(name, value)])
      .filter(([, error]) => error),
  );

/** "628 · San Francisco, CA" */
export const place = ({ locality, region }) => [locality, region].filter(Boolean).join(', ');
