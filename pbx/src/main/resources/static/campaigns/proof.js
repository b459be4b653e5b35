import { html } from '../lib/html.js';
import { whenLong } from '../lib/phrases.js';
import { openSheet } from '../components/sheet/sheet.js';
import { shown, unproven } from './model.js';

/** What one person read, and by what it left for them. */
export function showProof(delivery) {
  openSheet({
    title: `Text to ${[delivery.name, shown(delivery.to)].filter(Boolean).join(', ')}`,
    content: () => html`
      <p class="campaigns-bubble" dir="auto">${delivery.message}</p>
      ${delivery.proof ? facts(delivery.proof) : html`<p class="callout muted">${unproven(delivery)}</p>`}
    `,
    footer: (close) => html`<button class="button button-filled" type="button" @click=${close}>Done</button>`,
  });
}

const facts = ({ optOuts, consent, hours, lookedAt }) => html`
  <dl class="campaigns-proof card">
    ${fact('Opt-Outs', optOuts)} ${fact('Consent', consent)} ${fact('Hours', hours)} ${fact('Checked', whenLong(lookedAt))}
  </dl>
`;

const fact = (label, said) => html`
  <div class="campaigns-proof-fact">
    <dt class="sub muted">${label}</dt>
    <dd class="callout" dir="auto">${said}</dd>
  </div>
`;
