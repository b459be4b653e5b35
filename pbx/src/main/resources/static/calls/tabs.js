import { html } from '../lib/html.js';
import { TABS } from './model.js';

/** The parts of this room. @param {string} here */
export const tabs = (here) => html`
  <nav class="segments" aria-label="Show">
    ${TABS.map(({ label, path }) => html`<a class="segment" href=${path} aria-current=${path === here ? 'true' : 'false'}>${label}</a>`)}
  </nav>
`;
