/** The rooms that exist, in the order of the sidebar. @typedef {{path: string, name: string, symbol: string, key: string}} Room */

/** @type {Room[]} */
export const rooms = [
  { path: '/', name: 'Overview', symbol: 'layout-grid', key: 'o' },
  { path: '/calls', name: 'Calls', symbol: 'phone', key: 'c' },
  { path: '/voicemail', name: 'Voicemail', symbol: 'voicemail', key: 'v' },
];

/** @type {Room[]} */
export const systemRooms = [
  { path: '/extensions', name: 'Extensions', symbol: 'user-round', key: 'e' },
  { path: '/numbers', name: 'Numbers', symbol: 'hash', key: 'n' },
];

/** @type {Room} */
export const phoneRoom = { path: '/phone', name: 'Sandbox Phone', symbol: 'smartphone', key: 'p' };

/** @type {Room} */
export const settingsRoom = { path: '/settings', name: 'Settings', symbol: 'settings', key: 's' };

/** Every room this business can enter. @param {string | undefined} mode the carrier's */
export const roomsFor = (mode) => [
  ...rooms,
  ...systemRooms,
  ...(mode === 'sandbox' ? [phoneRoom] : []),
  settingsRoom,
];

/** Whether a path lies in a room. */
export const within = (room, path) => (room.path === '/' ? path === '/' : `${path}/`.startsWith(`${room.path}/`));
