import { html, nothing } from '../lib/html.js';
import { session } from '../lib/data.js';
import { firstSteps, keepFirstSteps, STEPS } from '../lib/firststeps.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { View } from '../lib/view.js';
import { icon } from '../components/icon/icon.js';
import { stepsTaken } from './model.js';

/** Reminds whoever can set the company up of what is still open. */
class FirstStepsCard extends View {
  opened() {
    this.watch(firstSteps, session);
    firstSteps.refresh();
  }

  template() {
    if (firstSteps.value?.stage !== 'open' || !may('admin')) return nothing;
    return html`
      <section class="overview-card overview-firststeps card" aria-labelledby="finish">
        <span class="glyph glyph-blue">${icon('list-filter')}</span>
        <div class="overview-row-words">
          <h2 class="title-3" id="finish">Finish setting up</h2>
          <p class="callout muted">${stepsTaken(STEPS, firstSteps.value)}</p>
        </div>
        <a class="button" href="/first-steps">Continue</a>
        <button class="round" type="button" aria-label="Dismiss" @click=${dismiss}>${icon('x')}</button>
      </section>
    `;
  }
}

async function dismiss() {
  if (await keep('dismissed')) notices.say('You find the first steps under Settings › Business.', { undo: () => keep('open') });
}

async function keep(stage) {
  try {
    await keepFirstSteps({ stage });
    return true;
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
    return false;
  }
}

customElements.define('pbx-first-steps-card', FirstStepsCard);

export const firstStepsCard = html`<pbx-first-steps-card></pbx-first-steps-card>`;
