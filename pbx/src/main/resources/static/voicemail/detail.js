import { html, nothing } from '../lib/html.js';
import { may } from '../lib/rights.js';
import { avatar } from '../components/avatar/avatar.js';
import { icon } from '../components/icon/icon.js';
import '../components/player/player.js';
import { callerName, headline, sentences, whyNoTranscript } from './model.js';

/**
 * One voicemail: who, when, its sound and its words.
 *
 * @param {any} item
 * @param {{onHeard: () => void, onToggle: () => void}} acts
 */
export const detail = (item, { onHeard, onToggle }) => html`
  <div class="list-head">
    ${avatar('')}
    <div class="list-head-words">
      <h2 class="title-3 cut" dir="auto">${callerName(item)}</h2>
      <p class="sub muted cut" dir="auto">${headline(item)}</p>
    </div>
  </div>
  <div class="list-body">
    <div class="voicemail-actions">
      ${may('agent')
        ? html`<button class="button" type="button" @click=${onToggle}>
            ${icon(item.listened ? 'circle-dashed' : 'check')}${item.listened ? 'Mark as Not Heard' : 'Mark as Heard'}
          </button>`
        : nothing}
      ${item.callId
        ? html`<a class="button" href="/calls/${encodeURIComponent(item.callId)}">${icon('phone')}Show Call</a>`
        : nothing}
    </div>
    ${sound(item, onHeard)}
    <section class="voicemail-transcript">
      <h3 class="title-3">Transcript</h3>
      ${transcript(item)}
    </section>
    ${item.listened && item.listenedBy
      ? html`<p class="sub muted">Heard by <span dir="auto">${item.listenedBy}</span></p>`
      : nothing}
  </div>
`;

function sound(item, onHeard) {
  switch (item.state) {
    case 'stored':
      return html`<pbx-player
        .source=${{ url: item.audioUrl, duration: item.durationSeconds, peaks: item.peaks, onHeard }}
      ></pbx-player>`;
    case 'fetching':
      return note('clock', 'The recording is being fetched from the carrier. It plays as soon as it is stored here.');
    default:
      return note('triangle-alert', 'The recording could not be fetched from the carrier, so there is nothing to play.');
  }
}

const note = (symbol, text) => html`
  <div class="voicemail-note callout card" role="status">${icon(symbol)}<span>${text}</span></div>
`;

function transcript(item) {
  const { status, text } = item.transcript;
  if (status === 'completed' && text) {
    return html`<div class="voicemail-words" dir="auto">${sentences(text).map((line) => html`<p>${line}</p>`)}</div>
      <p class="sub muted">Transcribed automatically</p>`;
  }
  if (status === 'pending') return html`<p class="muted" role="status">The transcript is on its way…</p>`;
  return html`<p class="muted" dir="auto">${whyNoTranscript(item)}</p>`;
}
