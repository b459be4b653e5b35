import { html, nothing } from '../lib/html.js';
import { may } from '../lib/rights.js';
import { go } from '../lib/router.js';
import { avatar } from '../components/avatar/avatar.js';
import { icon } from '../components/icon/icon.js';
import { blockedMark, more, reach } from '../components/person/person.js';
import '../components/player/player.js';
import { bringBack, copyWords, download, drop, mark, toggle } from './acts.js';
import { caller, callerName, deletedWords, headline, sentences, whyNoTranscript } from './model.js';
import { askWhose } from './move.js';

/** One voicemail: who, when, its sound and its words. @param {any} item */
export const detail = (item) => html`
  <div class="list-head">
    ${avatar(item.name ?? '')}
    <div class="list-head-words">
      <h2 class="title-3 cut" dir="auto">${callerName(item)}</h2>
      <p class="sub muted cut" dir="auto">${headline(item)}</p>
    </div>
    ${blockedMark(caller(item))}
  </div>
  <div class="list-body">
    ${item.deletedAt ? gone(item) : acts(item)} ${sound(item)}
    <section class="voicemail-transcript">
      <div class="voicemail-heading">
        <h3 class="title-3">Transcript</h3>
        ${hasWords(item)
          ? html`<button class="button" type="button" @click=${() => copyWords(item)}>${icon('copy')}Copy<span class="unseen"> transcript</span></button>`
          : nothing}
      </div>
      ${transcript(item)}
    </section>
    ${item.listened && item.listenedBy
      ? html`<p class="sub muted">Heard by <span dir="auto">${item.listenedBy}</span></p>`
      : nothing}
  </div>
`;

const acts = (item) => html`
  <div class="voicemail-actions">
    ${reach(caller(item))}
    ${may('agent')
      ? html`<button class="button" type="button" title="U" @click=${() => toggle(item)}>
          ${icon(item.listened ? 'circle-dashed' : 'check')}${item.listened ? 'Mark as Not Heard' : 'Mark as Heard'}
        </button>`
      : nothing}
    ${more(caller(item), others(item))}
  </div>
`;

const gone = (item) => html`
  <div class="voicemail-note callout card" role="status">
    ${icon('trash-2')}<span class="voicemail-gone" dir="auto">${deletedWords(item)}</span>
    ${may('agent') ? html`<button class="button" type="button" @click=${() => bringBack(item)}>${icon('undo-2')}Restore</button>` : nothing}
  </div>
`;

/** What else is done with a message; what takes it away comes last. */
const others = (item) => [
  ...(may('agent') ? [{ label: 'Move to…', symbol: 'voicemail', act: () => askWhose(item) }] : []),
  ...(item.callId ? [{ label: 'Show Call', symbol: 'phone', act: () => go(`/calls/${encodeURIComponent(item.callId)}`) }] : []),
  ...(item.state === 'stored' && may('agent') ? [{ label: 'Download', symbol: 'download', act: () => download(item) }] : []),
  ...(may('agent') ? [{ label: 'Delete', symbol: 'trash-2', danger: true, rule: true, act: () => drop(item) }] : []),
];

const hasWords = ({ transcript: { status, text } }) => status === 'completed' && Boolean(text);

function sound(item) {
  const onHeard = () => item.listened || item.deletedAt || !may('agent') || mark(item, true);
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
  if (hasWords(item)) {
    return html`<div class="voicemail-words" dir="auto">${sentences(text).map((line) => html`<p>${line}</p>`)}</div>
      <p class="sub muted">Transcribed automatically</p>`;
  }
  if (status === 'pending') return html`<p class="muted" role="status">The transcript is on its way…</p>`;
  return html`<p class="muted" dir="auto">${whyNoTranscript(item)}</p>`;
}
