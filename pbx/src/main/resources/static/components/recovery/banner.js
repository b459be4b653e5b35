import { html, nothing } from '../../lib/html.js';
import { recovery, session } from '../../lib/data.js';
import { may } from '../../lib/rights.js';
import { View } from '../../lib/view.js';
import { icon } from '../icon/icon.js';
import { standing } from './model.js';
import { openRecovery } from './sheet.js';

const COMPARE_MS = 10_000;

/** That a restored system sends nothing, and how far the carrier has told what it has. */
class Restored extends View {
  opened() {
    this.watch(recovery);
    this.until(recovery.subscribe(() => recovery.value?.open === false && session.load()));
    const comparing = setInterval(() => document.visibilityState === 'visible' && recovery.load(), COMPARE_MS);
    this.until(() => clearInterval(comparing));
    recovery.load();
  }

  template() {
    const state = recovery.value;
    return html`
      <div class="banner banner-orange" role="status">
        ${icon('triangle-alert')}
        <p class="banner-text"><strong>Restored from a backup: nothing is sent.</strong> ${state?.open ? standing(state) : nothing}</p>
        ${state?.open && may('admin') ? html`<button class="button" type="button" @click=${openRecovery}>Review…</button>` : nothing}
      </div>
    `;
  }
}

customElements.define('pbx-restored', Restored);
