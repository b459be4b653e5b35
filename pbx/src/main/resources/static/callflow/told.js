import { html, nothing } from '../lib/html.js';
import { copy } from '../lib/clipboard.js';
import { whenLong } from '../lib/phrases.js';
import { whenToCome } from '../lib/format.js';
import { icon } from '../components/icon/icon.js';
import { head } from './head.js';

const SYMBOLS = { menu: 'layout-grid', receptionist: 'sparkles', ringing: 'phone-call', voicemail: 'voicemail', goodbye: 'phone-off' };

/** The way of a call in words: each step, why, and what each rule did not lead to. @param {any} it see page.js @param {any} explained */
export function told(it, explained) {
  if (!explained.value) return nothing;
  const { steps, ends, recording, changesAt, at } = explained.value;
  return html`
    ${head({ title: 'Step by Step', note: `A call ${whenLong(at)}, if nobody answers`, away: it.hrefOf(''), actions: copyLink(it, at) })}
    <div class="callflow-panel">
      <ol class="callflow-told">${steps.map((step) => line(it, step))}</ol>
      <div class="callflow-ending">
        <p class="callout"><strong dir="auto">Ends at: ${ends.says}</strong></p>
        ${recording ? html`<p class="sub muted">Would ${recording.recorded ? '' : 'not '}be recorded if somebody answers. ${recording.reason}</p>` : nothing}
        <p class="sub muted">${changesAt ? `${whenToCome(changesAt)}, such a call goes another way.` : 'Such a call goes this way for the next year.'}</p>
      </div>
    </div>
  `;
}

/** An address that asks about this very moment. */
function copyLink(it, at) {
  const address = () => new URL(it.page.addressOf('', { at, steps: '1' }), location.origin).href;
  return html`<button class="round" type="button" aria-label="Copy Link" @click=${() => copy(address(), 'Link')}>${icon('copy')}</button>`;
}

function line(it, { kind, does, why, rules, place }) {
  const passed = rules.filter(({ others }) => others.length > 0);
  return html`
    <li class="callflow-told-step">
      <span class="callflow-told-symbol">${icon(SYMBOLS[kind] ?? 'phone')}</span>
      <div class="callflow-told-words">
        <p class="callflow-told-does" dir="auto">
          ${does}${place ? html` · <a class="link" href=${it.hrefOf(place)}>${it.names.place(place)}</a>` : nothing}
        </p>
        <p class="sub muted" dir="auto">${why}.</p>
        ${rules.length > 0 ? html`<ul class="callflow-told-rules">${rules.map((rule) => ruleOf(it, rule))}</ul>` : nothing}
        ${passed.length > 0
          ? html`<p class="caption muted callflow-told-not">Not taken</p>
              <ul class="callflow-told-rules">${passed.flatMap(({ others }) => others).map((other) => html`
                <li class="sub muted" dir="auto"><a class="link" href=${it.hrefOf(other.to)}>${it.names.place(other.to)}</a>: ${other.why}</li>`)}
              </ul>`
          : nothing}
      </div>
    </li>
  `;
}

const ruleOf = (it, { place, rule, reason, hours }) => html`
  <li class="sub" dir="auto">
    <a class="link" href=${it.hrefOf(hours ? `hours:${hours}` : place)}>${rule}</a>: ${reason}
  </li>
`;
