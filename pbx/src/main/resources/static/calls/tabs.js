import { html } from '../lib/html.js';
import { address } from '../lib/router.js';
import { TABS } from './model.js';

/**
 * The parts of this room.
 *
 * @param {string} here an outcome, or the path of a part
 * @param {Record<string, string>} query what else is looked for, which stays
 */
export const tabs = (here, query = {}) => html`
  <nav class="segments" aria-label="Show">
    ${TABS.map(
      ({ label, outcome, path }) => html`
        <a class="segment" href=${path ?? address('/calls', { ...query, outcome })} aria-current=${(path ?? outcome) === here ? 'true' : 'false'}>${label}</a>
      `,
    )}
  </nav>
`;
