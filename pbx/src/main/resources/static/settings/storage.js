import { html, nothing, svg } from '../lib/html.js';
import { count, when } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { bars, isShort, parts, size } from './storagemodel.js';

/** What room sounds, pictures and the database take, and what is left. */
class StorageSettings extends View {
  #storage = new Document('/api/settings/storage');

  opened() {
    this.watch(this.#storage);
    if (may('admin')) this.#storage.load();
  }

  template() {
    if (!may('admin')) return html`<p class="callout">Admins see here what room is taken, and what is left.</p>`;
    const { value, problem } = this.#storage;
    if (!value) return problem ? failed(problem, () => this.#storage.load()) : skeletonRows(4);
    const shown = parts(value);
    const { medium } = value;
    return html`<div class="settings-form">
      <div class="field-group settings-group settings-storage">
        <p class="settings-storage-head"><strong>Disk</strong><span class="muted">${size(medium.free)} free of ${size(medium.size)}</span></p>
        <svg class="settings-storage-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
          ${bars(shown, medium).map(({ tone, from, width }) => bar(tone, from, width))}
        </svg>
      </div>
      ${isShort(medium) ? html`<p class="callout callout-problem" role="alert">${icon('triangle-alert')}<span>The disk is nearly full. When it is, new messages stay at the carrier until there is room.</span></p>` : nothing}
      <dl class="field-group settings-group settings-facts">${shown.map(line)}</dl>
      <p class="field-note sub">
        Sounds and pictures are in <code dir="ltr">${medium.name}</code>, as STORAGE_URL says in the environment. Voicemails stay until somebody deletes the
        caller; how long recorded calls stay is said in <a class="link" href="/settings/calls">Calls</a>.
      </p>
    </div>`;
  }
}

const bar = (tone, from, width) => svg`<rect class="settings-storage-${tone}" x=${from} width=${width} height="10"></rect>`;

const line = ({ name, one, tone, bytes, count: many, oldest }) => html`
  <div class="settings-fact">
    <dt class="settings-storage-name">
      <span class="settings-storage-dot settings-storage-${tone}" aria-hidden="true"></span>
      <span>${name}<span class="sub muted settings-storage-more">${many === null ? '' : [count(many, one), oldest ? `since ${when(oldest)}` : ''].filter(Boolean).join(', ')}</span></span>
    </dt>
    <dd class="digits">${size(bytes)}</dd>
  </div>
`;

customElements.define('pbx-settings-storage', StorageSettings);
