import { html, nothing, repeat } from '../lib/html.js';
import { post } from '../lib/api.js';
import { downloadLink } from '../lib/download.js';
import { sourceWords, standings, whenLong } from '../lib/phrases.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field } from '../components/field/field.js';
import { help } from '../components/help/help.js';
import { icon } from '../components/icon/icon.js';
import { askWhy } from '../components/why/why.js';
import { mayBeTexted } from './compliancemodel.js';

const FEW = 10;
const MANY = 200;

const WORDS =
  'A wish to get no more texts, of no kind. It comes from a text such as STOP, from words of their own, from a call or from one of you, and holds for the number until its holder writes START. It stays when the contact is deleted.';

/** Who wants no texts, and how any number stands. */
class OptOuts extends View {
  #list = new Document(`/api/opt-outs?limit=${FEW}`);
  /** @type {Document | null} */
  #found = null;
  #number = '';
  #error = '';

  opened() {
    this.watch(this.#list);
    this.#list.load();
  }

  template() {
    const { value, problem } = this.#list;
    return html`
      <section class="settings-part">
        <div class="settings-titled"><h3 class="title-3">Opt-outs</h3>${help('Opt-outs', WORDS)}</div>
        ${this.#lookUp()} ${value ? this.#newest(value) : problem ? failed(problem, () => this.#list.load()) : skeletonRows(2)}
        <div class="settings-actions">
          ${may('agent') ? html`<button class="button" type="button" @click=${optOut}>${icon('plus')}Add an Opt-Out…</button>` : nothing}
          ${may('admin') ? html`<a class="button" href="/api/opt-outs/export.csv" download @click=${downloadLink}>${icon('download')}Export CSV</a>` : nothing}
        </div>
      </section>
    `;
  }

  #lookUp() {
    return html`
      <form class="settings-look-up" novalidate role="search" @submit=${(event) => this.#look(event)}>
        <div class="field-group settings-group">
          ${field({
            name: 'look-up',
            label: 'Phone number',
            placeholder: 'May it be texted?',
            inputmode: 'tel',
            dir: 'ltr',
            maxlength: 40,
            optional: true,
            value: this.#number,
            error: this.#error || this.#found?.problem?.errors[0]?.message || this.#found?.problem?.message,
            onInput: (value) => (this.#number = value),
          })}
        </div>
        <button class="button" type="submit">${icon('search')}Look Up</button>
      </form>
      <div role="status">${this.#found?.value && !this.#found.problem ? standing(this.#found.value) : nothing}</div>
    `;
  }

  #look(event) {
    event.preventDefault();
    const number = this.#number.trim();
    this.#error = number ? '' : 'Enter a phone number.';
    if (number) {
      this.#found = new Document(`/api/opt-outs/${encodeURIComponent(number)}`);
      this.watch(this.#found);
      this.#found.load();
    } else {
      this.#found = null;
    }
    this.update();
  }

  #newest({ items, next }) {
    if (items.length === 0) return html`<p class="settings-none muted">Nobody has opted out.</p>`;
    const all = this.#list.path.endsWith(`=${MANY}`);
    return html`
      <ul class="field-group settings-group" aria-label="Opt-outs, newest first">
        ${repeat(items, ({ id }) => id, row)}
      </ul>
      ${next && !all ? html`<div class="settings-actions"><button class="button button-plain" type="button" @click=${() => this.#more()}>Show More</button></div>` : nothing}
      ${next && all ? html`<p class="field-note sub">These are the newest ${MANY}. Look a number up, or export them all.</p>` : nothing}
    `;
  }

  async #more() {
    const many = new Document(`/api/opt-outs?limit=${MANY}`);
    await many.load();
    if (!many.value) return;
    this.#list = many;
    this.watch(many);
    this.update();
  }
}

const row = ({ number, display, since, source, quote }) => html`
  <li class="settings-token">
    <div class="settings-token-words">
      <p class="settings-token-name">${display}</p>
      ${quote ? html`<p class="sub settings-wrap" dir="auto">“${quote}”</p>` : nothing}
      <p class="sub muted settings-wrap"><time datetime=${since}>${whenLong(since)}</time> · ${sourceWords(source)}</p>
    </div>
    ${may('admin') ? html`<button class="button" type="button" @click=${() => takeBack(number, display)}>Take Back…<span class="unseen"> the opt-out of ${display}</span></button>` : nothing}
  </li>
`;

/** The answer in a sentence, and what it rests on. */
const standing = (found) => html`
  <div class="settings-standing field-group settings-group">
    <p><strong>${found.display}</strong> ${mayBeTexted(found)}</p>
    <p>${standings(found).map(({ label, symbol, tone }) => html`<span class="pill pill-${tone}">${icon(symbol)}${label}</span> `)}</p>
    ${found.optedOut ? html`<p class="sub muted" dir="auto">${[found.optedOut.quote && `“${found.optedOut.quote}”`, sourceWords(found.optedOut.source)].filter(Boolean).join(', ')}</p>` : nothing}
  </div>
`;

const optOut = () =>
  askWhy({
    title: 'Add an Opt-Out',
    text: 'For somebody who told one of you that they want no texts. Nothing is texted to them any more, until they write START.',
    label: 'What they said',
    verb: 'Opt Out',
    done: 'They are opted out',
    asksNumber: true,
    send: (words, number) => post('/api/opt-outs', { number, words }),
  });

const takeBack = (number, display) =>
  askWhy({
    title: `Take back the opt-out of ${display}?`,
    text: 'Only when it was entered by mistake. Whoever wrote STOP comes back by writing START. Your reason is kept in the audit log.',
    label: 'Reason',
    verb: 'Take Back',
    done: `${display} may be texted again`,
    send: (reason) => post(`/api/opt-outs/${encodeURIComponent(number)}/undo`, { reason }),
  });

customElements.define('pbx-opt-outs', OptOuts);
