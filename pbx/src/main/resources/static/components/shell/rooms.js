/** The rooms that exist, in the order of the sidebar. @typedef {{path: string, name: string, symbol: string, key: string}} Room */

/** @type {Room[]} */
export const rooms = [
  { path: '/', name: 'Overview', symbol: 'layout-grid', key: 'o' },
  { path: '/inbox', name: 'Inbox', symbol: 'message-circle', key: 'i' },
  { path: '/calls', name: 'Calls', symbol: 'phone', key: 'c' },
  { path: '/voicemail', name: 'Voicemail', symbol: 'voicemail', key: 'v' },
  { path: '/campaigns', name: 'Campaigns', symbol: 'megaphone', key: 'm' },
  { path: '/contacts', name: 'Contacts', symbol: 'users-round', key: 't' },
];

/** @type {Room[]} */
export const systemRooms = [
  { path: '/call-flow', name: 'Call Flow', symbol: 'route', key: 'f' },
  { path: '/receptionist', name: 'Receptionist', symbol: 'sparkles', key: 'r' },
  { path: '/extensions', name: 'Extensions', symbol: 'user-round', key: 'e' },
  { path: '/numbers', name: 'Numbers', symbol: 'hash', key: 'n' },
];

/** @type {Room[]} */
export const insightRooms = [{ path: '/analytics', name: 'Analytics', symbol: 'chart-column', key: 'a' }];

/** @type {Room} */
export const phoneRoom = { path: '/phone', name: 'Sandbox Phone', symbol: 'smartphone', key: 'p' };

/** @type {Room} */
export const settingsRoom = { path: '/settings', name: 'Settings', symbol: 'settings', key: 's' };

/** Every room this business can enter. @param {string | undefined} mode the carrier's */
export const roomsFor = (mode) => [
  ...rooms,
  ...systemRooms,
  ...insightRooms,
  ...(mode === 'sandbox' ? [phoneRoom] : []),
  settingsRoom,
];

/** Whether a path lies in a room. */
export const within = (room, path) => (room.path === '/' ? path === '/' : `${path}/`.startsWith(`${room.path}/`));

const NEEDS = {
  conversation: { room: '/inbox', symbol: 'hand' },
  voicemail: { room: '/voicemail', symbol: 'voicemail' },
  missed_call: { room: '/calls/missed', symbol: 'phone-missed' },
  webhook: { path: '/settings/webhooks', symbol: 'triangle-alert' },
  call_ceiling: { path: '/settings/calls', symbol: 'triangle-alert' },
  emergency_call: { path: '/settings/compliance', symbol: 'phone-call' },
};

/** What somebody should look at, the newest first, each with where it is and whom it is about. @param {{kind: string, id: string, at: string}[]} items */
export const needs = (items) =>
  [...items]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map((item) => {
      const { room, path = `${room}/${encodeURIComponent(item.id)}`, symbol } = NEEDS[item.kind];
      return { ...item, path, symbol, person: room ? item.title : '' };
    });

// What floats over a room is loaded when it is first wanted.

export const openPalette = async () => (await import('../palette/palette.js')).showPalette();

export const openDialer = async () => (await import('../palette/palette.js')).showPalette('Type a name or a number to call');

export const openShortcuts = async () => (await import('../shortcuts/shortcuts.js')).showShortcuts();

export const openQuiet = async (button) => (await import('../quiet/quiet.js')).openQuiet(button);

export const openNeeds = async (button) => (await import('../needs/needs.js')).openNeeds(button);

export const openMore = async () => (await import('./more.js')).showMore();

/** Goes to the next appearance and says which. */
export async function changeTheme() {
  const [{ nextTheme }, { notices }] = await Promise.all([import('../../lib/theme.js'), import('../../lib/notices.js')]);
  notices.say(`Appearance: ${nextTheme()}`);
}
