import { html } from '../lib/html.js';
import { stylesheet } from '../lib/styles.js';

stylesheet('../components/field/field.css', import.meta.url);
stylesheet('../components/list/list.css', import.meta.url);

const TABS = [
  { path: '/receptionist', label: 'Conversations' },
  { path: '/receptionist/tests', label: 'Tests' },
  { path: '/receptionist/replays', label: 'Replays' },
  { path: '/receptionist/instructions', label: 'Instructions' },
];

/** The parts of this room. @param {string} here */
export const tabs = (here) => html`
  <nav class="segments receptionist-tabs" aria-label="Receptionist">
    ${TABS.map(({ path, label }) => html`<a class="segment" href=${path} aria-current=${path === here ? 'true' : 'false'}>${label}</a>`)}
  </nav>
`;
