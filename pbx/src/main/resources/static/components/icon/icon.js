import { html } from '../../lib/html.js';

const sprite = new URL('../../vendor/lucide/icons.svg', import.meta.url).pathname;

/** A picture beside a word; it says nothing on its own. @param {string} name a symbol of the sprite */
export const icon = (name) => html`<svg class="icon" aria-hidden="true"><use href="${sprite}#${name}"></use></svg>`;
