// What somebody enters about an extension: what is free, what is right, and what to send.
const FIRST = 101;
const LAST = 199;

/** The lowest extension nobody has, or an empty string when all are taken. */
export function nextFree(extensions) {
  const taken = new Set(extensions.map((each) => Number(each.ext)));
  for (let ext = FIRST; ext <= LAST; ext++) if (!taken.has(ext)) return String(ext);
  return '';
}

/** Letters to what the server calls them. */
export function fieldsOf(extension) {
  return {
    name: extension?.name ?? '',
    ext: extension?.ext ?? '',
    department: extension?.department ?? '',
    email: extension?.email ?? '',
    soundsLike: (extension?.soundsLike ?? []).join(', '),
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
    soundsLike: sounds(fields.soundsLike),
    ...(forwardTo ? { forwardTo } : {}),
    ...(fields.areaCode?.trim() ? { areaCode: fields.areaCode.trim() } : {}),
    ...(version === undefined ? {} : { version }),
  };
}

/** "Hor hay, hor hay villa" is two ways to hear a name. */
const sounds = (text) => [...new Set((text ?? '').split(',').map((each) => each.trim()).filter(Boolean))];

/** A number as people write it, in the form the server takes; what is no number is passed on to be refused there. */
export function e164(text) {
  const trimmed = text.trim();
  const digits = trimmed.replace(/\D/g, '');
  if (trimmed.startsWith('+')) return `+${digits}`;
  if (!/^[\d\s().-]+$/.test(trimmed)) return trimmed;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : trimmed;
}

const MOST_SOUNDS = 5;
const LONGEST_SOUND = 40;

const RULES = {
  name: (value) => (value ? null : 'Enter a name.'),
  ext: (value) => (/^1(0[1-9]|[1-9]\d)$/.test(value) ? null : 'Choose three digits from 101 to 199.'),
  email: (value) => (!value || /^[^@\s]+@[^@\s]+$/.test(value) ? null : 'Enter an email address.'),
  soundsLike: (value) => {
    if (sounds(value).length > MOST_SOUNDS) return `Enter at most ${MOST_SOUNDS}, with commas between.`;
    return sounds(value).some((each) => each.length > LONGEST_SOUND) ? 'Put a comma between one and the next.' : null;
  },
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
