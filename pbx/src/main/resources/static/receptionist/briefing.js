import { live } from '../lib/bound.js';
import { html, nothing } from '../lib/html.js';
import { post, put } from '../lib/api.js';
import { session } from '../lib/data.js';
import { whenLong } from '../lib/phrases.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { difference } from './diffmodel.js';
import { tabs } from './tabs.js';

const PATH = '/api/receptionist/briefing';
const LONGEST = 1500;

/** What the business asks of its receptionist: written, published, and brought back. */
class ReceptionistBriefing extends View {
  params = {};
  query = {};
  #briefing = new Document(PATH);
  #versions = new Document(`${PATH}/versions`);
  #text = null;
  #error = '';
  #busy = false;

  opened() {
    this.className = 'list-page receptionist';
    this.watch(this.#briefing, this.#versions, session);
    this.#load();
  }

  #load() {
    return Promise.all([this.#briefing.load(), this.#versions.load()]);
  }

  template() {
    const { value } = this.#briefing;
    const problem = this.#briefing.problem ?? this.#versions.problem;
    return html`
      ${header({ title: 'Receptionist', actions: tabs('/receptionist/instructions') })}
      <section class="receptionist-room card" aria-labelledby="receptionist-instructions">
        <h2 class="title-2" id="receptionist-instructions">Instructions</h2>
        <p class="callout muted">
          How callers should be spoken to, and rules of your house. Every receptionist is also told fixed rules, which always come first. Hours,
          addresses and answers belong to <a class="link" href="/settings/knowledge">Knowledge</a>; rules alone do not read this, Claude does.
        </p>
        ${value ? this.#content(value) : problem ? failed(problem, () => this.#load()) : skeletonRows(3, 'card')}
      </section>
    `;
  }

  #content({ draft, published, builtIn }) {
    const text = this.#text ?? draft.text;
    const before = published?.text ?? '';
    return html`
      ${may('admin') ? this.#form(text, draft, before) : html`<p class="receptionist-text card" dir="auto">${before || 'Nothing was asked for.'}</p>`}
      ${may('admin') && text !== before
        ? html`<h3 class="title-3">What Would Change</h3>${changed(before, text)}`
        : nothing}
      <h3 class="title-3">Versions</h3>
      ${this.#versions.value?.items.length
        ? html`<ol class="receptionist-tests">${this.#versions.value.items.map((version, index, all) => this.#version(version, all[index + 1], index === 0))}</ol>`
        : html`<p class="callout muted">Nothing was published yet.</p>`}
      <p class="sub muted">Fixed rules: version <span class="digits">${builtIn}</span></p>
    `;
  }

  #form(text, draft, before) {
    const unsaved = this.#text !== null && this.#text !== draft.text;
    return html`
      <form class="receptionist-form" novalidate @submit=${(event) => this.#save(event)}>
        <label class="field-heading" for="receptionist-text">Draft</label>
        <textarea
          class="receptionist-area"
          id="receptionist-text"
          rows="7"
          dir="auto"
          maxlength=${LONGEST}
          aria-invalid=${this.#error ? 'true' : nothing}
          aria-describedby="receptionist-text-note"
          .value=${live(text)}
          @input=${(event) => this.#typed(event.target.value)}
        ></textarea>
        ${this.#error
          ? html`<p class="field-error sub" id="receptionist-text-note" role="alert" dir="auto">${this.#error}</p>`
          : html`<p class="sub muted" id="receptionist-text-note">
              ${text.length} of ${LONGEST} characters${draft.changedAt && !unsaved ? ` · saved ${whenLong(draft.changedAt)} by ${draft.changedBy}` : ''}
            </p>`}
        <div class="receptionist-buttons">
          <button class="button" type="submit" ?disabled=${!unsaved || this.#busy}>Save Draft</button>
          <button class="button button-filled" type="button" ?disabled=${unsaved || text === before || this.#busy} @click=${() => this.#publish()}>
            Publish
          </button>
          <p class="sub muted">Calls that go on keep to the instructions they began with.</p>
        </div>
      </form>
    `;
  }

  #version(version, earlier, isNewest) {
    return html`
      <li class="receptionist-test">
        <div class="receptionist-test-words">
          <p class="receptionist-test-heard">Version ${version.version}${isNewest ? ' · in use' : ''}</p>
          <p class="sub muted">
            ${whenLong(version.publishedAt)}, by ${version.publishedBy}${version.restores ? ` · brings back version ${version.restores}` : ''}
          </p>
          <details class="receptionist-why">
            <summary class="link sub">What changed<span class="unseen"> in version ${version.version}</span></summary>
            ${changed(earlier?.text ?? '', version.text)}
          </details>
        </div>
        ${may('admin') && !isNewest
          ? html`<button class="button" type="button" ?disabled=${this.#busy} @click=${() => this.#restore(version.version)}>
              ${icon('undo-2')}Bring Back<span class="unseen"> version ${version.version}</span>
            </button>`
          : nothing}
      </li>
    `;
  }

  #typed(text) {
    this.#text = text;
    this.#briefing.isEdited = true;
    this.#error = '';
    this.update();
  }

  #save(event) {
    event.preventDefault();
    return this.#send(async () => {
      await put(`${PATH}/draft`, { text: this.#text, version: this.#briefing.value.draft.version });
      notices.say('Draft saved');
      this.#text = null;
      this.#briefing.isEdited = false;
    });
  }

  #publish() {
    return this.#send(async () => {
      const { version } = await post(`${PATH}/publish`, { version: this.#briefing.value.draft.version });
      notices.say(`Version ${version} is in use`, version > 1 ? { undo: () => this.#restore(version - 1) } : {});
    });
  }

  #restore(version) {
    return this.#send(async () => {
      await post(`${PATH}/versions/${version}/restore`);
      this.#text = null;
      this.#briefing.isEdited = false;
      notices.say(`Version ${version} is back in use`);
    });
  }

  async #send(action) {
    this.#busy = true;
    this.#error = '';
    this.update();
    try {
      await action();
      await this.#load();
    } catch (problem) {
      if (problem.code === 'draft_changed') await this.#load();
      const about = problem.about?.('text');
      this.#error = about ? `The text ${about}.` : problem.message;
    }
    this.#busy = false;
    this.update();
  }
}

/** A text and what became of it: nothing is told by colour alone. */
function changed(before, after) {
  if (!before && !after) return html`<p class="callout muted">Nothing was asked for.</p>`;
  // Without a line break of ours: those of the text are shown.
  return html`<p class="receptionist-text card" dir="auto">${difference(before, after).map(part)}</p>`;
}

function part({ kind, text }) {
  if (kind === 'gone') return html`<del>${text}</del>`;
  return kind === 'new' ? html`<ins>${text}</ins>` : html`${text}`;
}

customElements.define('pbx-receptionist-instructions', ReceptionistBriefing);
