import { dtmf, RING, RINGBACK } from '../model/tones.js';
import { audio } from './audio.js';

const QUIET = 0.08;
/** Seconds in which a tone swells and fades, so that it does not click. */
const EDGE = 0.008;

/**
 * Plays a mixture of sine tones.
 *
 * @param {number[]} frequencies hertz
 * @param {number} seconds
 * @returns {() => void} stops it early
 */
function play(frequencies, seconds) {
  const context = audio();
  // A clock that stands still would play everything at once when it starts.
  if (context.state !== 'running') return () => {};
  const start = context.currentTime;
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(QUIET, start + EDGE);
  gain.gain.setValueAtTime(QUIET, start + seconds - EDGE);
  gain.gain.linearRampToValueAtTime(0, start + seconds);
  gain.connect(context.destination);
  const voices = frequencies.map((frequency) => {
    const voice = new OscillatorNode(context, { frequency });
    voice.connect(gain);
    voice.start(start);
    voice.stop(start + seconds);
    return voice;
  });
  return () => {
    gain.disconnect();
    voices.forEach((voice) => voice.disconnect());
  };
}

/** @param {string} digit */
export const playDigit = (digit) => play(dtmf(digit), 0.16);

/** The tone before a recording. @param {number} seconds */
export const playBeep = (seconds) => play([1000], seconds);

/**
 * One cadence at a time: what it plays follows the state of the call.
 *
 * @returns {(kind: 'ring' | 'ringback' | null) => void}
 */
export function ringer() {
  let current = null;
  let stop = () => {};
  return (kind) => {
    if (kind === current) return;
    stop();
    current = kind;
    stop = kind === null ? () => {} : repeat(kind === 'ring' ? RING : RINGBACK);
  };
}

/** Begins anew when the first touch of the page lets it sound: nobody waits through a pause for the first tone. */
function repeat({ frequencies, on, off }) {
  const ended = new AbortController();
  let silence = () => {};
  let timer = /** @type {ReturnType<typeof setInterval> | undefined} */ (undefined);
  const sound = () => {
    silence = play(frequencies, on);
  };
  const begin = () => {
    clearInterval(timer);
    silence();
    sound();
    timer = setInterval(sound, (on + off) * 1000);
  };
  begin();
  audio().addEventListener('statechange', begin, { signal: ended.signal });
  return () => {
    ended.abort();
    clearInterval(timer);
    silence();
  };
}
