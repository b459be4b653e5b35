// What floats over the page is loaded when it is first wanted.

export const openPalette = async () => (await import('../palette/palette.js')).showPalette();

export const openShortcuts = async () => (await import('../shortcuts/shortcuts.js')).showShortcuts();

export const openMore = async () => (await import('./more.js')).showMore();

/** Goes to the next appearance and says which. */
export async function changeTheme() {
  const [{ nextTheme }, { notices }] = await Promise.all([import('../../lib/theme.js'), import('../../lib/notices.js')]);
  notices.say(`Appearance: ${nextTheme()}`);
}
