import { readingTime, sentences } from '../model/captions.js';

/** Voices may be announced late; after this many milliseconds the captions go on alone. */
const VOICES_WAIT = 250;
/** Above this speed of the carrier's clock a voice cannot keep up. */
const SPEAKABLE = 2;
/** A browser that neither speaks nor says why is given up after this share of the reading time more. */
const PATIENCE = 4;

/**
 * Speaks a text sentence by sentence, or lets it stand as long as reading takes when this browser has no voice.
 *
 * @param {{ text: string, language: string, aloud: boolean, speed: number }} prompt
 * @param {AbortSignal} cut
 * @returns {Promise<void>} when the prompt is over; rejects never
 */
export async function speak({ text, language, aloud, speed }, cut) {
  const voice = aloud && speed <= SPEAKABLE ? await findVoice(language) : null;
  let voiced = voice !== null;
  for (const sentence of sentences(text)) {
    if (cut.aborted) return;
    if (voiced) voiced = await utter(sentence, voice, speed, cut);
    if (!voiced) await wait(readingTime(sentence, speed), cut);
  }
}

/** @param {number} milliseconds @param {AbortSignal} cut @returns {Promise<void>} */
export function wait(milliseconds, cut) {
  return new Promise((resolve) => {
    if (cut.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    cut.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** A voice inside this computer first: a remote one would send the prompt to somebody. */
async function findVoice(language) {
  const voices = await knownVoices();
  const wanted = (language || 'en-US').toLowerCase();
  const fits = voices.filter((voice) => sameLanguage(voice.lang, wanted));
  const local = fits.filter((voice) => voice.localService);
  return local.find((voice) => tag(voice.lang) === wanted) ?? local[0] ?? null;
}

const tag = (language) => language.toLowerCase().replace('_', '-');
const sameLanguage = (one, other) => tag(one).split('-')[0] === other.split('-')[0];

let waited = false;

async function knownVoices() {
  if (!('speechSynthesis' in window)) return [];
  const now = speechSynthesis.getVoices();
  if (now.length > 0 || waited) return now;
  waited = true;
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, VOICES_WAIT);
    const known = () => (clearTimeout(timer), resolve(undefined));
    speechSynthesis.addEventListener('voiceschanged', known, { once: true });
  });
  return speechSynthesis.getVoices();
}

/** @returns {Promise<boolean>} false: nothing was spoken, read it instead */
function utter(sentence, voice, speed, cut) {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = speed;
    const limit = setTimeout(() => end(false), readingTime(sentence, speed) * PATIENCE + 2000);
    const silence = () => (speechSynthesis.cancel(), end(true));
    const end = (spoken) => {
      clearTimeout(limit);
      cut.removeEventListener('abort', silence);
      resolve(spoken);
    };
    utterance.onend = () => end(true);
    utterance.onerror = () => end(cut.aborted);
    cut.addEventListener('abort', silence, { once: true });
    speechSynthesis.speak(utterance);
  });
}
