import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import '../components/player/player.js';
import { isPlayable, note, placeOf, titleOf } from './soundmodel.js';

/** What a conversation sounded like, part by part, or why that cannot be heard. @param {any} talk with its recordings */
export const sound = ({ call, recordings }) => html`
  <section class="receptionist-sound" aria-label="Recording">
    ${recordings.length > 0
      ? recordings.map((recording, index) => part(recording, titleOf(index, recordings.length), call.live))
      : html`<p class="sub muted">This conversation ${call.live ? 'is' : 'was'} not recorded.</p>`}
    ${told(recordings)}
  </section>
`;

const part = (recording, title, live) => html`
  <div class="receptionist-part" role="group" aria-label=${title}>
    ${isPlayable(recording) ? player(recording) : why(note(recording, live))}
  </div>
`;

const player = ({ id, audioUrl, durationSeconds, peaks }) => html`<pbx-player
  id=${elementOf(id)}
  .source=${{ url: audioUrl, duration: durationSeconds, peaks, onHeard: () => {} }}
></pbx-player>`;

const elementOf = (id) => `recording-${id}`;

const why = ({ symbol, text }) => html`<p class="receptionist-note callout card" role="status">${icon(symbol)}<span>${text}</span></p>`;

function told(recordings) {
  const words = recordings.find(({ announced }) => announced)?.announced;
  return words ? html`<p class="sub muted" dir="auto">The caller was told: “${words}”</p>` : nothing;
}

/** The time of something that was said: plays from there where it can be heard. */
export function playable(at, time, recordings) {
  const place = placeOf(at, recordings);
  return place
    ? html`<button class="link receptionist-from digits" type="button" @click=${() => playFrom(place)}>
        ${icon('play')}<span class="unseen">Play from </span>${time}
      </button>`
    : html`<span class="digits">${time}</span>`;
}

const playFrom = ({ id, seconds }) => /** @type {any} */ (document.getElementById(elementOf(id)))?.playFrom(seconds);
