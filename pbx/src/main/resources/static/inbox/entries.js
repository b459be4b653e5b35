import { html, nothing } from '../lib/html.js';
import { time } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';
import { campaignLink, canCancel, cardLook, cardText, endsRun, eventLook, separator, side, standing } from './entrymodel.js';
import { media } from './media.js';
import './voicemailcard.js';

/**
 * One entry of a conversation, as it stands among its neighbours.
 *
 * @param {{entries: any[], index: number, name: string, acts: {why: (entry: any) => void, again: (entry: any) => void,
 *   cancel: (entry: any) => void, show: (entry: any, each: any) => void}}} place
 */
export function entry({ entries, index, name, acts }) {
  const it = entries[index];
  const above = separator(it, entries[index - 1]);
  return html`
    ${above ? html`<p class="inbox-when sub muted"><time datetime=${it.at}>${above}</time></p>` : nothing}
    ${body(it, { name, acts, last: endsRun(it, entries[index + 1]) })}
  `;
}

function body(it, how) {
  switch (it.kind) {
    case 'text_in':
    case 'text_out':
      return bubble(it, how);
    case 'campaign':
      return campaigned(it);
    case 'call':
    case 'voicemail':
      return card(it);
    case 'note':
      return note(it);
    default:
      return event(it);
  }
}

function bubble(it, { name, acts, last }) {
  const from = side(it);
  return html`
    <div class="inbox-said inbox-said-${from}">
      <span class="unseen">${from === 'them' ? name : it.author.name || 'Automatic'}:</span>
      ${it.message?.media?.length > 0 ? media(it, { name, acts }) : nothing}
      ${it.body ? html`<div class="inbox-bubble" dir="auto">${it.body}</div>` : nothing}
      ${from === 'them' ? (last ? html`<p class="inbox-under sub muted">${time(it.at)}</p>` : nothing) : under(it, from, acts)}
    </div>
  `;
}

function under(it, from, acts) {
  if (!it.message) return html`<p class="inbox-under sub muted">${icon('clock')}Sending…</p>`;
  const { label, symbol, tone } = standing(it.message);
  return html`
    <div class="inbox-under inbox-under-${tone} sub">
      ${from === 'ai' ? html`<span class="inbox-ai">${icon('sparkles')}${it.author.name}</span>` : html`<span dir="auto">${it.author.name || 'Automatic'}</span>`}
      <span>${time(it.at)}</span>
      <span class="inbox-standing">${icon(symbol)}<span dir="auto">${label}</span></span>
      ${it.message.canSendAgain && may('agent')
        ? html`<button class="link" type="button" @click=${() => acts.again(it)}>Send Again</button>`
        : nothing}
      ${canCancel(it.message) && may('agent')
        ? html`<button class="link" type="button" @click=${() => acts.cancel(it)}>Cancel<span class="unseen"> sending</span></button>`
        : nothing}
      <button class="link" type="button" @click=${() => acts.why(it)}>${from === 'ai' ? 'Why this answer?' : 'Why?'}</button>
    </div>
  `;
}

function campaigned(it) {
  const { label, symbol, tone } = standing(it.standing ?? { status: 'sent', statusText: 'Sent' });
  return html`
    <div class="inbox-said inbox-said-us">
      <span class="unseen">Campaign ${it.author.name}:</span>
      <div class="inbox-bubble" dir="auto">${it.body}</div>
      <div class="inbox-under inbox-under-${tone} sub">
        <a class="link inbox-campaign" href=${campaignLink(it)}>${icon('megaphone')}<span dir="auto">${it.author.name}</span></a>
        <span>${time(it.at)}</span>
        <span class="inbox-standing">${icon(symbol)}<span dir="auto">${label}</span></span>
      </div>
    </div>
  `;
}

function card(it) {
  const { symbol, tone, title } = cardLook(it);
  return html`
    <div class="inbox-card">
      <span class="glyph glyph-${tone}">${icon(symbol)}</span>
      <div class="inbox-card-words">
        <p><strong>${title}</strong> <span class="sub muted">${time(it.at)}</span></p>
        <p class="callout muted inbox-card-text" dir="auto">${cardText(it)}</p>
      </div>
      ${it.kind === 'voicemail'
        ? html`<pbx-voicemail-card .voicemail=${it.reference}></pbx-voicemail-card>`
        : html`<a class="button" href="/calls/${encodeURIComponent(it.reference)}">Show<span class="unseen"> Call</span></a>`}
    </div>
  `;
}

const note = (it) => html`
  <div class="inbox-note">
    <p class="inbox-note-head sub">${icon('sticky-note')}<span>Note by <span dir="auto">${it.author.name}</span> · ${time(it.at)}</span></p>
    <p class="inbox-note-text" dir="auto">${it.body}</p>
  </div>
`;

function event(it) {
  const { symbol, tone } = eventLook(it);
  return html`<p class="inbox-event inbox-event-${tone} callout">
    ${symbol ? icon(symbol) : nothing}<span><span dir="auto">${it.body}</span> · ${time(it.at)}</span>
  </p>`;
}
