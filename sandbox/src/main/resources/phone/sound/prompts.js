import { playBeep } from './tones.js';
import { speak, wait } from './voice.js';

/**
 * What the carrier plays to this phone, one after the other. Each prompt is reported finished exactly once, or never
 * when the carrier cut it short itself.
 *
 * @typedef {{ call: string, id: string, kind: 'say' | 'play' | 'beep' | 'pause', text?: string, language?: string, durationMs: number }} Prompt
 */
export class Prompts {
  /** @param {(prompt: Prompt) => void} finished @param {() => { aloud: boolean, speed: number }} manner */
  constructor(finished, manner) {
    this.finished = finished;
    this.manner = manner;
    /** @type {Map<string, AbortController>} */
    this.waiting = new Map();
    this.turn = Promise.resolve();
  }

  /** @param {Prompt} prompt */
  add(prompt) {
    const cut = new AbortController();
    this.waiting.set(prompt.id, cut);
    this.turn = this.turn.then(() => this.perform(prompt, cut.signal));
  }

  /** @param {string} id */
  cut(id) {
    this.waiting.get(id)?.abort();
    this.waiting.delete(id);
  }

  cutAll() {
    for (const id of [...this.waiting.keys()]) this.cut(id);
  }

  async perform(prompt, cut) {
    if (cut.aborted) return;
    await this.sound(prompt, cut);
    if (this.waiting.delete(prompt.id)) this.finished(prompt);
  }

  sound(prompt, cut) {
    const { aloud, speed } = this.manner();
    const length = prompt.durationMs / speed;
    switch (prompt.kind) {
      case 'say':
        return speak({ text: prompt.text ?? '', language: prompt.language ?? '', aloud, speed }, cut);
      case 'beep':
        if (aloud) playBeep(length / 1000);
        return wait(length, cut);
      default:
        // A pause is silence; a recording comes as live sound of the line while its length passes.
        return wait(length, cut);
    }
  }
}
