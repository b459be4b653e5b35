import { html, nothing } from '../lib/html.js';
import { alertsOn, possible, refused, setAlerts } from '../lib/alerts.js';
import { notices } from '../lib/notices.js';
import { View } from '../lib/view.js';
import { icon } from '../components/icon/icon.js';

/** Whether this browser tells of what arrives while another window is in front. */
class NotificationSettings extends View {
  template() {
    return html`
      <div class="field-group settings-group">
        <label class="settings-theme">
          ${icon('bell')}<span>Tell me about new texts and voicemail</span>
          <input
            class="field-switch"
            type="checkbox"
            role="switch"
            .checked=${alertsOn()}
            ?disabled=${!possible()}
            @change=${(event) => this.#change(event.target.checked)}
          />
        </label>
      </div>
      <p class="field-note sub">
        Shown by your computer while this window is not in front. Kept in this browser only; your browser asks you once.
      </p>
      ${possible() ? nothing : html`<p class="field-note sub" role="status">This browser can’t show notifications for web pages.</p>`}
      ${refused()
        ? html`<p class="field-problem callout" role="status">
            Your browser does not let this page notify you. Allow it in the browser’s settings for this site, then turn it on here.
          </p>`
        : nothing}
    `;
  }

  async #change(wanted) {
    const on = await setAlerts(wanted);
    this.paint();
    if (wanted && !on && !refused()) notices.say('Notifications stay off: the browser was not asked to show them.', { kind: 'problem' });
  }
}

customElements.define('pbx-settings-notifications', NotificationSettings);
