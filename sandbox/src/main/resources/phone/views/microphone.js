import { html, nothing } from '../lib.js';
import { icon, meter } from './parts.js';

/** Asks once, plainly, before the browser does. @param {any} microphone @param {any} act */
export function microphoneCard(microphone, act) {
  if (microphone.state === 'refused') return html`<p class="call-hint" role="status">${icon('mic-off')} ${microphone.why}</p>`;
  if (microphone.state !== 'ask') return nothing;
  return html`
    <section class="ask" aria-labelledby="ask-title">
      <h3 class="ask-title" id="ask-title">${icon('mic')} Talk with your own voice?</h3>
      <p class="ask-sentence">It stays on this computer. You can always type instead.</p>
      <div class="ask-buttons">
        <button type="button" class="glass-button" @click=${act.closeMicrophone}>Type Instead</button>
        <button type="button" class="glass-button glass-button-main" @click=${act.openMicrophone}>Use Microphone</button>
      </div>
    </section>
  `;
}

/** The open microphone: a red dot, and what it hears. @param {any} state */
export function ownVoice({ microphone, levels, phone }) {
  if (microphone.state === 'on') {
    return html`
      <div class="own-voice">
        <span class="own-voice-dot" aria-hidden="true"></span><span class="own-voice-word">Microphone on</span>
        ${meter(levels, phone.call.recording ? 34 : 22)}
      </div>
    `;
  }
  return phone.call.recording ? html`<p class="call-hint">The microphone is off. Type your message and it is spoken for you.</p>` : nothing;
}
