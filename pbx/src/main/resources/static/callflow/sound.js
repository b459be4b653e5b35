import { html, nothing } from '../lib/html.js';
import { notices } from '../lib/notices.js';
import { icon } from '../components/icon/icon.js';
import '../components/player/player.js';
import { put } from './editmodel.js';
import { ACCEPTED } from './soundmodel.js';

/** A sound to listen to. @param {any} it see page.js @param {string} name */
export function played(it, name) {
  const sound = it.sounds.of(name);
  if (!sound) return html`<p class="sub muted" role="status">Looking for the sound…</p>`;
  if (!sound.audioUrl) return html`<p class="sub muted">This sound can’t be played right now. Callers hear the words.</p>`;
  return html`<pbx-player class="callflow-player" .source=${{ url: sound.audioUrl, duration: sound.durationSeconds, peaks: sound.peaks, onHeard: () => {} }}></pbx-player>`;
}

/** What is played instead of the words above it, and everything that can be done about it. */
export function sound(it, pointer, { label, hint }, value) {
  const coming = it.sounds.coming(pointer);
  const error = coming?.problem || it.errorAt(pointer);
  const named = label.toLowerCase();
  const keep = (name) => it.change((plan) => put(plan, pointer, name));
  const remove = () => {
    it.sounds.calm(pointer);
    keep(undefined);
    notices.say(`Removed the ${named}`, { undo: () => keep(value) });
  };
  return html`
    <div class="field callflow-sound ${error ? 'field-wrong' : ''}" role="group" aria-label=${label}>
      <span class="field-label">${label}</span>
      ${value ? played(it, value) : nothing}
      <div class="callflow-buttons">
        ${chooser(it, pointer, { named, value, busy: Boolean(coming && !error), keep })}
        ${value ? html`<button class="button button-plain" type="button" @click=${remove}>Remove<span class="unseen"> ${named}</span></button>` : nothing}
      </div>
      ${coming && !error ? underway(coming) : nothing}
      ${error
        ? html`<p class="field-error sub" id="${pointer}-note" role="alert" dir="auto">${coming?.problem ? error : `${label} ${error}.`}</p>`
        : html`<p class="field-hint sub muted" id="${pointer}-note">${hint}</p>`}
    </div>
  `;
}

const underway = ({ note, share, name }) =>
  note
    ? html`<p class="callout callflow-spoken" role="status">${icon('phone-call')}${note}</p>`
    : html`<progress class="progress" max="1" .value=${share} aria-label="Uploading ${name}"></progress>`;

function chooser(it, pointer, { named, value, busy, keep }) {
  const picked = ({ target }) => {
    const [file] = target.files;
    target.value = '';
    if (file) it.sounds.add(pointer, file, keep);
  };
  return html`
    <button class="button" type="button" ?disabled=${busy} aria-describedby="${pointer}-note" @click=${(event) => event.currentTarget.nextElementSibling.click()}>
      ${icon('upload')}${value ? 'Replace…' : 'Upload…'}<span class="unseen"> ${named}</span>
    </button>
    <input type="file" accept=${ACCEPTED} hidden @change=${picked} />
    <button class="button" type="button" ?disabled=${busy} @click=${() => it.sounds.byPhone(pointer, keep)}>
      ${icon('phone')}Record by Phone<span class="unseen"> ${named}</span>
    </button>
  `;
}
