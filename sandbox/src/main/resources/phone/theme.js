import { recall, remember } from './store.js';

/** @typedef {'system' | 'light' | 'dark'} Theme */

const KEY = 'phone.theme';
/** @type {Theme[]} */
const ORDER = ['system', 'light', 'dark'];

/** A frame's host may say the appearance; else the person's choice counts. @returns {Theme} */
export function chosenTheme() {
  const asked = new URLSearchParams(location.search).get('theme') ?? recall(KEY, 'system');
  return ORDER.find((theme) => theme === asked) ?? 'system';
}

/** @param {Theme} theme @returns {Theme} */
export function nextTheme(theme) {
  const next = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
  remember(KEY, next);
  return next;
}

/** @param {Theme} theme */
export function applyTheme(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
