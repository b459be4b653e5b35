import { live } from '../../lib/bound.js';
import { clock } from '../../lib/format.js';
import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { View } from '../../lib/view.js';
import { icon } from '../icon/icon.js';
import { heard, nextSpeed, played, seek, SPEEDS, wavePath } from './model.js';

stylesheet('./player.css', import.meta.url);

const WIDTH = 640;
const HEIGHT = 64;
const SPEED = 'cloudpbx.speed';

/** Plays one recording over its waveform. Property `source`: {url, duration, peaks, onHeard}. */
class Player extends View {
  #source = { url: '', duration: 0, peaks: null, onHeard: () => {} };
  #wave = '';
  #position = 0;
  #playing = false;
  #problem = '';
  #total = 0;
  #speed = SPEEDS.find((speed) => String(speed) === localStorage.getItem(SPEED)) ?? 1;

  set source(source) {
    const changed = source.url !== this.#source.url;
    if (changed) this.#rewind();
    if (changed || source.peaks !== this.#source.peaks) this.#wave = wavePath(source.peaks, { width: WIDTH, height: HEIGHT });
    this.#source = source;
    this.update();
  }

  get #audio() {
    return /** @type {HTMLAudioElement} */ (this.querySelector('audio'));
  }

  get #duration() {
    return this.#source.duration;
  }

  template() {
    const share = this.#duration > 0 ? Math.min(1, this.#position / this.#duration) : 0;
    return html`
      <div class="player card">
        <audio
          preload="none"
          src=${this.#source.url}
          @timeupdate=${this.#moved}
          @play=${() => this.#set(true)}
          @pause=${() => this.#set(false)}
          @ended=${this.#ended}
          @error=${this.#broken}
        ></audio>
        <button class="player-button" type="button" aria-label=${this.#playing ? 'Pause' : 'Play'} @click=${() => this.toggle()}>
          ${icon(this.#playing ? 'pause' : 'play')}
        </button>
        <div class="player-track">
          ${this.#waveform(share)} ${this.#slider()}
          <div class="player-times sub muted digits" aria-hidden="true">
            <span>${clock(this.#position)}</span><span>−${clock(Math.floor(this.#duration) - Math.floor(this.#position))}</span>
          </div>
        </div>
        <button class="button player-speed" type="button" @click=${this.#faster}>
          ${this.#speed}×<span class="unseen"> speed</span>
        </button>
        ${this.#problem ? html`<p class="player-problem callout" role="alert">${this.#problem}</p>` : nothing}
      </div>
    `;
  }

  #waveform(share) {
    return html`
      <svg class="player-wave" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        <path class="player-bars" d=${this.#wave}></path>
        <path class="player-bars player-done" d=${this.#wave} .style=${`clip-path:inset(0 ${(1 - share) * 100}% 0 0)`}></path>
      </svg>
    `;
  }

  #slider() {
    return html`
      <input
        class="player-slider"
        type="range"
        min="0"
        max=${this.#duration}
        step="any"
        aria-label="Position"
        aria-valuetext="${clock(this.#position)} of ${clock(this.#duration)}"
        .value=${live(String(this.#position))}
        @input=${(event) => this.seekTo(Number(event.target.value))}
        @keydown=${this.#key}
      />
    `;
  }

  toggle() {
    if (this.#playing) return this.#audio.pause();
    this.#problem = '';
    this.#audio.playbackRate = this.#speed;
    if (this.#audio.error) this.#audio.load();
    return this.#audio.play().catch(() => undefined);
  }

  /** @param {number} seconds */
  seekTo(seconds) {
    this.#position = seconds;
    if (this.#audio.readyState === 0) this.#audio.addEventListener('loadedmetadata', () => (this.#audio.currentTime = this.#position), { once: true });
    else this.#audio.currentTime = seconds;
    this.update();
  }

  /** @param {number} seconds */
  playFrom(seconds) {
    this.seekTo(seconds);
    if (!this.#playing) this.toggle();
  }

  /** Moves by a key as the slider would. @returns {boolean} whether the key meant something */
  press(key, shift) {
    const to = seek(key, shift, this.#position, this.#duration);
    if (to !== null) this.seekTo(to);
    return to !== null;
  }

  #key = (event) => {
    if (event.key === ' ') this.toggle();
    else if (!this.press(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #moved = () => {
    const now = this.#audio.currentTime;
    if (this.#playing) this.#total = played(this.#total, this.#position, now);
    this.#position = now;
    this.#tellHeard(false);
    this.update();
  };

  #ended = () => {
    this.#tellHeard(true);
    this.#position = 0;
    this.#set(false);
  };

  #tellHeard(ended) {
    if (!heard(this.#total, this.#duration, ended)) return;
    this.#total = -Infinity;
    this.#source.onHeard();
  }

  #broken = () => {
    this.#problem = 'The recording can’t be played right now. Try again in a moment.';
    this.#set(false);
  };

  #faster = () => {
    this.#speed = nextSpeed(this.#speed);
    localStorage.setItem(SPEED, String(this.#speed));
    this.#audio.playbackRate = this.#speed;
    this.update();
  };

  #set(playing) {
    this.#playing = playing;
    this.update();
  }

  #rewind() {
    this.querySelector('audio')?.pause();
    this.#position = 0;
    this.#total = 0;
    this.#playing = false;
    this.#problem = '';
  }

  closed() {
    this.#rewind();
  }
}

customElements.define('pbx-player', Player);
