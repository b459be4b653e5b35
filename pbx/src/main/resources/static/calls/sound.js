import { html, nothing } from '../lib/html.js';
import { may } from '../lib/rights.js';
import { stylesheet } from '../lib/styles.js';
import { icon } from '../components/icon/icon.js';
import '../components/player/player.js';
import { unrecording } from './holding.js';
import { isPlayable, isRecorded, soundNote, soundTitle } from './soundmodel.js';

stylesheet('./sound.css', import.meta.url);

/** What people said to each other in a call, or why that cannot be heard. @param {any} story the call with its recordings */
export const sound = (story) =>
  story?.recordings?.length > 0
    ? html`
        <section class="calls-sound" aria-labelledby="calls-sound">
          <h3 class="title-3" id="calls-sound">Recording</h3>
          ${story.recordings.map((recording, index) => part(recording, soundTitle(index, story.recordings.length), story.live))}
          ${isRecorded(story) ? unrecording(story) : nothing} ${told(story.recordings)}
        </section>
      `
    : nothing;

const part = (recording, title, live) => html`
  <div role="group" aria-label=${title}>${isPlayable(recording) && may('agent') ? player(recording) : why(soundNote(recording, live))}</div>
`;

const player = ({ audioUrl, durationSeconds, peaks }) => html`<pbx-player
  .source=${{ url: audioUrl, duration: durationSeconds, peaks, onHeard: () => {} }}
></pbx-player>`;

const why = ({ symbol, text }) => html`<p class="calls-note callout card" role="status">${icon(symbol)}<span>${text}</span></p>`;

function told(recordings) {
  const words = recordings.find(({ announced }) => announced)?.announced;
  return words ? html`<p class="sub muted" dir="auto">They were told: “${words}” Who listens is kept in the audit log.</p>` : nothing;
}
