/** @typedef {{kind: string, help?: string, label: string, note?: string, symbol?: string, person?: string, keys?: string, to?: string, act?: string}} Entry */

const folded = (text) =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

const digits = (text) => (text ?? '').replace(/\D/g, '');

/** How well an entry answers what was typed; 0 is not at all. @param {Entry} entry */
export function score(entry, typed) {
  const wanted = folded(typed).trim();
  if (!wanted) return 1;
  const label = folded(entry.label);
  if (label.startsWith(wanted)) return 4;
  if (label.split(/[\s(]+/).some((word) => word.startsWith(wanted))) return 3;
  const all = `${label} ${folded(entry.note)}`;
  const number = digits(typed);
  if (number.length >= 2 && digits(all).includes(number)) return 2;
  const words = all.split(/[\s(·]+/);
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part))) ? 1.5 : 0;
}

/** The entries that answer, best first, in their own order among equals. @param {Entry[]} entries */
export function find(entries, typed, limit = 9) {
  return entries
    .map((entry, index) => ({ entry, index, score: score(entry, typed) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit)
    .map((found) => found.entry);
}

const MAKING = [
  { role: 'agent', label: 'New Text', symbol: 'square-pen', to: '/inbox/new' },
  { role: 'admin', label: 'New Campaign', symbol: 'megaphone', to: '/campaigns/new' },
  { role: 'agent', label: 'New Contact', symbol: 'user-round-plus', to: '/contacts/new' },
  { role: 'admin', label: 'New Extension', symbol: 'user-round-plus', to: '/extensions/new' },
];

const person = (item) => ({
  kind: 'person',
  label: item.name,
  note: [item.ext, item.numberDisplay, item.department].filter(Boolean).join(' · '),
  person: item.name,
  to: `/extensions/${encodeURIComponent(item.id)}`,
});

const contact = (item) => ({
  kind: 'contact',
  label: item.displayName,
  note: ['Contact', item.company, item.numbers[0]?.display].filter((part) => part && part !== item.displayName).join(' · '),
  person: item.name || ' ',
  to: `/contacts/${encodeURIComponent(item.id)}`,
});

const conversation = (item) => ({
  kind: 'conversation',
  label: item.name,
  note: [item.fromDisplay === item.name ? '' : item.fromDisplay, item.lastText].filter(Boolean).join(' · '),
  person: item.contact?.name || ' ',
  to: `/inbox/${encodeURIComponent(item.id)}`,
});

const voicemail = (item, describe) => ({
  kind: 'voicemail',
  label: `Voicemail from ${item.name || item.fromDisplay}`,
  note: [item.name ? item.fromDisplay : '', describe(item)].filter(Boolean).join(' · '),
  symbol: 'voicemail',
  to: `/voicemail/${encodeURIComponent(item.id)}`,
});

const call = (item, describe) => ({
  kind: 'call',
  label: `${item.direction === 'outbound' ? 'Call to' : 'Call from'} ${item.name || (item.direction === 'outbound' ? item.toDisplay : item.fromDisplay) || 'an unknown caller'}`,
  note: describe(item),
  symbol: 'phone',
  to: `/calls/${encodeURIComponent(item.id)}`,
});

const campaign = (item) => ({ kind: 'campaign', label: item.name, note: 'Campaign', symbol: 'megaphone', to: `/campaigns/${encodeURIComponent(item.id)}` });

const setting = ({ id, name, symbol }) => ({ kind: 'setting', label: name, note: 'Settings', symbol, to: `/settings/${id}` });

/** Everything at hand that the palette can offer who is signed in. */
export function entriesFor({ rooms, people, voicemails, conversations = [], campaigns = [], settings = [], mode, may, describe }) {
  return [
    ...rooms.map((room) => ({
      kind: 'page',
      label: room.path === '/phone' ? 'Open Sandbox Phone' : `Open ${room.name}`,
      symbol: room.symbol,
      keys: `G ${room.key.toUpperCase()}`,
      to: room.path,
    })),
    ...MAKING.filter(({ role }) => may(role)).map(({ label, symbol, to }) => ({ kind: 'action', label, symbol, to })),
    ...(may('agent') ? [{ kind: 'action', label: 'Dial a Number…', symbol: 'phone', keys: 'D', act: 'dialer' }] : []),
    ...(mode === 'sandbox' ? [{ kind: 'action', label: 'Try a Call', symbol: 'phone-call', to: '/phone' }] : []),
    { kind: 'action', label: 'Change Appearance', note: 'light, dark, system', symbol: 'sun-moon', act: 'theme' },
    { kind: 'action', label: 'Keyboard Shortcuts', symbol: 'keyboard', keys: '?', act: 'shortcuts' },
    ...people.map(person),
    ...conversations.map(conversation),
    ...voicemails.map((item) => voicemail(item, describe)),
    ...campaigns.map(campaign),
    ...settings.map(setting),
  ];
}

/** Whoever types a number for help wants nothing else. @param {string | null} help its digits @returns {Entry[]} */
export const helpEntries = (help) => (help ? [{ kind: 'action', label: `Call ${help}`, note: 'Your own phone rings first', symbol: 'phone-call', act: 'help', help }] : []);

/** Whom nobody here knows can be called and texted by their number. @param {{number: string, display: string} | null} typed @returns {Entry[]} */
export const numberEntries = (typed, may) =>
  typed && may('agent')
    ? [
        { kind: 'action', label: `Call ${typed.display}`, note: 'Your own phone rings first', symbol: 'phone', act: 'dial' },
        { kind: 'action', label: `Text ${typed.display}`, symbol: 'message-circle', to: `/inbox/new?${new URLSearchParams({ to: typed.number })}` },
      ]
    : [];

/** What the server is asked for beside it, in the order in which it is shown. */
export const SOURCES = [
  { path: '/api/contacts?', entry: contact },
  { path: '/api/conversations?box=all&', entry: conversation },
  { path: '/api/voicemails?', entry: voicemail },
  { path: '/api/calls?', entry: call },
];

/** What is at hand first, so that nothing moves under a selection when the server's answers come. @param {Entry[]} near @param {Entry[]} far */
export const joined = (near, far) => [...near, ...far.filter(({ to }) => !near.some((entry) => entry.to === to))];

/** What stands below what was found. @param {{any: boolean, looking: boolean, failed: boolean}} search */
export function saying({ any, looking, failed }) {
  if (looking) return any ? '' : 'Looking…';
  if (failed) return 'Not everything could be searched just now. Try again in a moment.';
  return any ? '' : 'Nothing by that name.';
}
