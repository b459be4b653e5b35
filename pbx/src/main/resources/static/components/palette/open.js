/** Opens the palette, loading it the first time. */
export async function openPalette() {
  const { showPalette } = await import('./palette.js');
  showPalette();
}
