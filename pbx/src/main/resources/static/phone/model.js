/** Where the frame points: the sandbox's phone without its own header, in our appearance. */
export function frameAddress(phoneUrl, { theme, dial }) {
  const url = new URL(phoneUrl);
  url.searchParams.set('embed', '');
  url.searchParams.set('theme', theme);
  if (dial) url.searchParams.set('dial', dial);
  return url.href;
}

/** The same phone in a window of its own, for a second caller. */
export const ownWindow = (phoneUrl) => new URL(phoneUrl).href;
