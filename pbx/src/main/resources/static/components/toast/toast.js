import { html, nothing, repeat } from '../../lib/html.js';
import { notices } from '../../lib/notices.js';
import { stylesheet } from '../../lib/styles.js';
import { View } from '../../lib/view.js';
import { icon } from '../icon/icon.js';

stylesheet('./toast.css', import.meta.url);

/** Says what was done, and lets it be taken back. */
class Toasts extends View {
  opened() {
    this.setAttribute('role', 'status');
    this.className = 'toasts';
    this.watch(notices);
  }

  template() {
    return repeat(notices.items, (notice) => notice.id, toast);
  }
}

const toast = (notice) => html`
  <div class="toast">
    ${icon(notice.kind === 'problem' ? 'circle-alert' : 'circle-check')}
    <span class="toast-text" dir="auto">${notice.text}</span>
    ${notice.undo
      ? html`<button type="button" class="toast-undo" @click=${() => notices.undo(notice.id)}>Undo</button>`
      : nothing}
  </div>
`;

customElements.define('pbx-toasts', Toasts);
