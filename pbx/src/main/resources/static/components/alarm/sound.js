const LONGEST_MS = 30_000;
const TONES = [880, 660];
const TONE_SECONDS = 0.4;

let context = null;
let end = 0;

/** Two tones in turn. A browser that nobody has touched yet keeps silent, and the screen has to do. */
export function ring() {
  if (context) return;
  context = new AudioContext();
  end = setTimeout(stopRinging, LONGEST_MS);
  const volume = new GainNode(context, { gain: 0.2 });
  const tone = new OscillatorNode(context, { type: 'triangle' });
  tone.connect(volume).connect(context.destination);
  for (let at = 0; at < LONGEST_MS / 1000; at += TONE_SECONDS) {
    tone.frequency.setValueAtTime(TONES[Math.round(at / TONE_SECONDS) % TONES.length], context.currentTime + at);
  }
  tone.start();
}

export function stopRinging() {
  clearTimeout(end);
  context?.close();
  context = null;
}
