import { html, nothing, repeat } from '../lib/html.js';
import { get } from '../lib/api.js';
import { session } from '../lib/data.js';
import { downloadLink } from '../lib/download.js';
import { whenLong } from '../lib/phrases.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { choice } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { actionName, actionOptions, actorName, auditQuery, SPANS } from './auditmodel.js';
import { isAdmin } from './peoplemodel.js';

/** What was done by whom: read, searched and taken along, never changed. */
class AuditLog extends View {
  #actions = new Document('/api/audit/actions');
  #people = new Document('/api/people');
  #filter = { action: '', actor: '', days: '' };
  #items = null;
  #next = null;
  #problem = null;
  #asked = 0;

  opened() {
    this.watch(this.#actions, this.#people, session);
    if (!this.#allowed) return;
    this.#actions.load();
    this.#people.load();
    this.#load();
  }

  get #allowed() {
    return isAdmin(session.value?.user.role);
  }

  template() {
    if (!this.#allowed) return html`<p class="callout muted">Owners and admins read the audit log. Ask one of them.</p>`;
    return html`
      <div class="field-group settings-group">
        ${this.#choice('action', 'What', actionOptions(this.#actions.value?.items ?? []))}
        ${this.#choice('actor', 'Who', this.#everybody())} ${this.#choice('days', 'When', SPANS)}
      </div>
      ${this.#lines()}
      <div class="settings-actions">
        ${this.#next ? html`<button class="button" type="button" @click=${() => this.#more()}>Show Older</button>` : nothing}
        <a class="button" href="/api/audit/log.csv?${auditQuery(this.#filter)}" download="audit.csv" @click=${downloadLink}>${icon('download')}Export CSV</a>
      </div>
      <p class="field-note sub">Lines are added and never changed or deleted.</p>
    `;
  }

  #choice(name, label, options) {
    return choice({
      name,
      label,
      options,
      value: this.#filter[name],
      onInput: (value) => {
        this.#filter = { ...this.#filter, [name]: value };
        this.#load();
      },
    });
  }

  #everybody() {
    const people = this.#people.value?.items ?? [];
    return [{ value: '', label: 'Everybody' }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
  }

  #lines() {
    if (this.#problem) return failed(this.#problem, () => this.#load());
    if (!this.#items) return skeletonRows(4);
    if (this.#items.length === 0) {
      return empty({ symbol: 'search', title: 'Nothing found', text: 'Nobody did this in that time. Choose something else above.' });
    }
    return html`<ul class="field-group settings-group" aria-label="Audit log">
      ${repeat(this.#items, (line) => line.id, row)}
    </ul>`;
  }

  async #load() {
    const asked = ++this.#asked;
    this.#problem = null;
    this.update();
    try {
      const { items, next } = await get(`/api/audit?${auditQuery(this.#filter)}`);
      if (asked !== this.#asked) return;
      [this.#items, this.#next] = [items, next];
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }

  async #more() {
    const asked = this.#asked;
    try {
      const { items, next } = await get(`/api/audit?${auditQuery(this.#filter)}&cursor=${this.#next}`);
      if (asked !== this.#asked) return;
      [this.#items, this.#next] = [[...this.#items, ...items], next];
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }
}

const row = (line) => html`
  <li class="settings-token">
    <div class="settings-token-words">
      <p class="settings-token-name">${actionName(line.action)}</p>
      ${line.object ? html`<p class="sub settings-wrap" dir="auto">${line.object}</p>` : nothing}
      ${line.detail ? html`<p class="sub settings-wrap" dir="auto">${line.detail}</p>` : nothing}
      <p class="sub muted settings-wrap">
        <bdi>${actorName(line)}</bdi> · <time datetime=${line.at}>${whenLong(line.at)}</time>${line.address ? html` · <span dir="ltr">${line.address}</span>` : nothing}
      </p>
    </div>
  </li>
`;

customElements.define('pbx-settings-audit', AuditLog);
