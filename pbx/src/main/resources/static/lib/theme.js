import { Value } from './topics.js';

const KEY = 'cloudpbx.theme';
const ORDER = ['system', 'light', 'dark'];

/** "system", "light" or "dark". */
export const theme = new Value(localStorage.getItem(KEY) ?? 'system');

export function setTheme(name) {
  if (name === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, name);
    document.documentElement.dataset.theme = name;
  }
  theme.set(name);
}

export function nextTheme() {
  setTheme(ORDER[(ORDER.indexOf(theme.current) + 1) % ORDER.length]);
  return theme.current;
}

/** What is on screen now, whoever decided it. */
export function shownTheme() {
  if (theme.current !== 'system') return theme.current;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
