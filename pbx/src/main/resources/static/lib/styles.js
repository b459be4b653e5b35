const loaded = new Map();

/**
 * Adds a style sheet once and waits until it applies, so that nothing is seen unstyled.
 *
 * @param {string} name relative to `base`
 * @param {string} base the asking module's `import.meta.url`
 */
export function stylesheet(name, base) {
  const href = new URL(name, base).href;
  if (!loaded.has(href)) loaded.set(href, add(href));
  return loaded.get(href);
}

/** When everything asked for so far applies. */
export const settled = () => Promise.all(loaded.values());

function add(href) {
  const standing = [...document.styleSheets].some((sheet) => sheet.href === href);
  return standing ? Promise.resolve() : append(href);
}

function append(href) {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => resolve(undefined);
    document.head.append(link);
  });
}
