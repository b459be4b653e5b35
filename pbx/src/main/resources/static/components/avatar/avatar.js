import { html } from '../../lib/html.js';
import { initials } from '../../lib/format.js';
import { icon } from '../icon/icon.js';

const HUES = 8;

/** Initials on a colour that stays with the name; a plain figure for somebody without one. */
export function avatar(name, size = '') {
  const letters = initials(name);
  const hue = letters ? hueOf(name) : 'none';
  return html`<span class="avatar avatar-${hue} ${size && `avatar-${size}`}" aria-hidden="true">
    ${letters || icon('user-round')}
  </span>`;
}

function hueOf(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 925 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (sum >>> 20) % HUES;
}
