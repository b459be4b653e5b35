/** @typedef {{kind: string, label: string, note?: string, symbol?: string, person?: string, keys?: string, to?: string, act?: string}} Entry */

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

/** Everything the palette can offer who is signed in. */
export function entriesFor({ rooms, people, voicemails, conversations = [], mode, may, describe }) {
  return [
    ...rooms.map((room) => ({
      kind: 'page',
      label: room.path === '/phone' ? 'Open Sandbox Phone' : `Open ${room.name}`,
      symbol: room.symbol,
      keys: `G ${room.key.toUpperCase()}`,
      to: room.path,
    })),
    ...MAKING.filter(({ role }) => may(role)).map(({ label, symbol, to }) => ({ kind: 'action', label, symbol, to })),
    ...(mode === 'sandbox' ? [{ kind: 'action', label: 'Try a Call', symbol: 'phone-call', to: '/phone' }] : []),
    { kind: 'action', label: 'Change Appearance', note: 'light, dark, system', symbol: 'sun-moon', act: 'theme' },
    { kind: 'action', label: 'Keyboard Shortcuts', symbol: 'keyboard', keys: '?', act: 'shortcuts' },
    ...people.map((person) => ({
      kind: 'person',
      label: person.name,
      note: [person.ext, person.numberDisplay, person.department].filter(Boolean).join(' · '),
      person: person.name,
      to: `/extensions/${encodeURIComponent(person.id)}`,
    })),
    ...conversations.map((item) => ({
      kind: 'conversation',
      label: item.name,
      note: [item.fromDisplay === item.name ? '' : item.fromDisplay, item.lastText].filter(Boolean).join(' · '),
      person: item.contact?.name || ' ',
      to: `/inbox/${encodeURIComponent(item.id)}`,
    })),
    ...voicemails.map((item) => ({
      kind: 'voicemail',
      label: `Voicemail from ${item.fromDisplay}`,
      note: describe(item),
      symbol: 'voicemail',
      to: `/voicemail/${encodeURIComponent(item.id)}`,
    })),
  ];
}
