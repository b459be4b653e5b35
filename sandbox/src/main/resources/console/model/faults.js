/** Faults that people want most, ready to be added. */
export const PRESETS = [
  {
    title: 'Sent, then 500',
    sentence: 'The next text is sent, and yet the answer is an error: does your application send it twice?',
    rule: { where: { part: 'rest', method: 'POST', route: '*/Messages.json' }, what: { fault: 'answer', statuses: [{ status: 500 }], executed: true }, howOften: { count: 1 } },
  },
  {
    title: 'Sent, then cut off',
    sentence: 'The next text is sent, and the connection breaks before the answer.',
    rule: { where: { part: 'rest', method: 'POST', route: '*/Messages.json' }, what: { fault: 'cut', when: 'after' }, howOften: { count: 1 } },
  },
  {
    title: 'Too many requests',
    sentence: 'A third of all requests is refused with 429.',
    rule: { where: { part: 'rest' }, what: { fault: 'answer', statuses: [{ status: 429, code: 20429 }] }, howOften: { probability: 0.33 } },
  },
  {
    title: 'Receipts get lost',
    sentence: 'Half of what tells how a text went never comes.',
    rule: { where: { part: 'receipt' }, what: { fault: 'drop' }, howOften: { probability: 0.5 } },
  },
  {
    title: 'Receipts come twice',
    sentence: 'Everything that tells how a text went comes two times.',
    rule: { where: { part: 'receipt' }, what: { fault: 'duplicate', times: 1 } },
  },
  {
    title: 'Out of order',
    sentence: 'What tells how a text went arrives in any order within 30 s.',
    rule: { where: { part: 'receipt' }, what: { fault: 'reorder', withinSeconds: 30 } },
  },
  {
    title: 'Wrong signature',
    sentence: 'Requests to your server are signed with another key: they must be refused.',
    rule: { where: { part: 'webhook' }, what: { fault: 'signature', over: 'wrong-key' } },
  },
  {
    title: 'API outage',
    sentence: 'The REST API does not answer at all.',
    rule: { where: { part: 'rest' }, what: { fault: 'outage' } },
  },
];

const PARTS = { rest: 'REST API', webhook: 'Webhooks', receipt: 'Receipts', recording: 'Recordings', media: 'Media' };

/** @param {any} rule @returns {string} what it does, in one line */
export function faultLine(rule) {
  const { fault, ...how } = rule.what ?? {};
  const details = Object.entries(how).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [fault?.replaceAll('-', ' '), ...details].join(' · ');
}

/** @param {any} rule @returns {string} where and how often it strikes */
export function faultPlace(rule) {
  const { part, ...where } = rule.where ?? {};
  const found = Object.entries(where).filter(([, value]) => value !== null && value !== undefined);
  const often = Object.entries(rule.howOften ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return [PARTS[part] ?? part, ...found.map(([name, value]) => `${name} ${value}`), ...often.map(([name, value]) => `${name} ${value}`)].join(' · ');
}
