import { html, nothing, repeat } from '../lib.js';
import { showDuration } from '../model/captions.js';
import { isTalking } from '../model/call.js';
import { showNumber } from '../model/numbers.js';
import { endSentence, stateWord } from '../model/words.js';
import { nameOf } from '../directory.js';
import { keys } from './keypad.js';
import { avatar, icon, roundControl } from './parts.js';
import { microphoneCard, ownVoice } from './microphone.js';

/** @param {any} state @param {any} act */
export function callScreen(state, act) {
  const { call } = state.phone;
  return html`
    <div class="call" data-state=${call.state} ?data-keys=${state.keysShown && isTalking(call)}>
      ${heading(state)} ${captions(call, state.now)} ${body(state, act)}
    </div>
  `;
}

function heading({ phone: { call, speed }, directory, now }) {
  const name = knownAs(call, directory);
  return html`
    <header class="call-heading">
      ${avatar(call.recording ? 'voicemail' : directory?.business.some(({ number }) => number === call.with) ? 'building' : 'user')}
      <h2 class="call-name" tabindex="-1" dir="auto">${name ?? showNumber(call.with)}</h2>
      ${name ? html`<p class="call-number"><bdi>${showNumber(call.with)}</bdi></p>` : nothing}
      <p class="call-state">
        <span class="badge" data-state=${call.state} role="status">${stateWord(call)}</span>
        <span class="call-time">${clock(call, now, speed)}</span>
      </p>
    </header>
  `;
}

/** The carrier may know no more of a caller than the number itself. */
function knownAs(call, directory) {
  const name = call.withName === showNumber(call.with) ? null : call.withName;
  return name || nameOf(directory, call.with);
}

/** In the carrier's time, which may run faster than the wall's. */
function clock(call, now, speed) {
  const since = (start, end) => showDuration(((end - start) / 1000) * speed);
  if (call.recording) return `${since(call.recording.startedAt, now)} of ${showDuration(call.recording.limitSeconds)}`;
  return call.connectedAt === null ? nothing : since(call.connectedAt, call.endedAt ?? now);
}

function captions(call, now) {
  return html`
    <div class="captions" role="log" aria-live="off" aria-label="Captions" tabindex="0" data-stick>
      <div class="captions-list">
        ${repeat(call.captions, ({ id }) => id, (caption) => captionLine(caption, now))}
      </div>
    </div>
  `;
}

const NOTE_ICONS = { pause: 'pause', play: 'music', beep: 'tone', pressed: 'keypad', keypad: 'keypad', recording: 'check' };
const SPEAKERS = { them: 'They said: ', me: 'You said: ' };

function captionLine(caption, now) {
  const { who, kind, text, cut } = caption;
  const left = caption.speaking && caption.until ? ` · ${Math.max(0, Math.ceil((caption.until - now) / 1000))} s` : '';
  if (who === 'note') return html`<p class="caption-note">${icon(NOTE_ICONS[kind] ?? 'bell')}${text}${left}</p>`;
  return html`<p class="caption" data-who=${who} ?data-speaking=${caption.speaking} ?data-cut=${cut} dir="auto"><span class="hidden">${SPEAKERS[who]}</span>${text}</p>`;
}

function body(state, act) {
  const { call } = state.phone;
  if (call.state === 'incoming') return incomingButtons(state, act);
  if (call.state === 'ended') return endedButtons(call, act);
  return html`
    ${isTalking(call) ? talk(state, act) : nothing}
    <div class="call-end">
      <button type="button" class="end-button" @click=${act.hangUp}>${icon('phone-end')}<span class="hidden">End call</span></button>
    </div>
  `;
}

function talk(state, act) {
  const { microphone, aloud, keysShown } = state;
  const on = microphone.state === 'on';
  return html`
    ${microphoneCard(microphone, act)}
    ${keysShown ? keys(act.press) : html`${ownVoice(state)} ${state.phone.call.recording ? finish(act) : nothing} ${composer(act)}`}
    <div class="controls" role="group" aria-label="Call controls">
      ${roundControl({ name: 'keypad', label: 'Keypad', on: keysShown, act: act.toggleKeys })}
      ${roundControl({ name: on ? 'mic' : 'mic-off', label: 'Microphone', on, act: act.toggleMicrophone, disabled: microphone.state === 'opening' })}
      ${roundControl({ name: aloud ? 'speaker' : 'speaker-off', label: 'Speaker', on: aloud, act: act.toggleAloud })}
    </div>
  `;
}

const composer = (act) => html`
  <form class="composer" @submit=${act.say}>
    <label class="hidden" for="words">Type what you’d say</label>
    <input id="words" name="words" class="composer-field" autocomplete="off" maxlength="1000" placeholder="Type what you’d say" dir="auto" />
    <button type="submit" class="composer-send">${icon('send')}<span class="hidden">Say it</span></button>
  </form>
`;

const finish = (act) => html`
  <button type="button" class="finish" @click=${() => act.press('#')}>${icon('check')} Finish <span class="finish-key">#</span></button>
`;

function ringsSilently({ canSound, aloud }) {
  if (!aloud) return html`<p class="call-hint">The speaker is off, so this phone doesn’t ring.</p>`;
  return canSound ? nothing : html`<p class="call-hint">This tab can’t ring until you click in it once.</p>`;
}

const incomingButtons = (state, act) => html`
  ${ringsSilently(state)}
  <div class="incoming">
    <button type="button" class="choice" @click=${act.hangUp}>
      <span class="end-button">${icon('phone-end')}</span>Decline
    </button>
    <button type="button" class="choice" @click=${act.answer}>
      <span class="answer-button">${icon('phone')}</span>Answer
    </button>
  </div>
`;

const endedButtons = (call, act) => html`
  <p class="call-why" dir="auto">${endSentence(call)}</p>
  <div class="ended">
    <button type="button" class="glass-button" @click=${() => act.dial(call.with)}>${icon('phone')} Call Again</button>
    <button type="button" class="glass-button glass-button-main" @click=${act.dismiss}>Done</button>
  </div>
`;
