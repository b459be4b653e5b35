/** Shows every shortcut, loading the sheet the first time. */
export async function openShortcuts() {
  const { showShortcuts } = await import('./shortcuts.js');
  showShortcuts();
}
