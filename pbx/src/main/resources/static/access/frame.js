import { html } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';

/** The one card that signed-out people see. */
export const frame = (title, lead, content) => html`
  <main class="access" id="main">
    <div class="access-card card">
      <span class="access-mark" aria-hidden="true">${icon('phone-fill')}</span>
      <h1 class="title-1" tabindex="-1">${title}</h1>
      <p class="access-lead muted">${lead}</p>
      ${content}
    </div>
  </main>
`;
