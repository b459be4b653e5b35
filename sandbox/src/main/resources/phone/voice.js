import { Microphone as Open, microphonePermission, microphoneRefusal } from './sound/microphone.js';

/** Levels kept for the picture of one's own voice. */
const LEVELS = 36;

/**
 * The person's own voice on the call: asked for once, open only while a call lasts.
 *
 * @typedef {{ state: 'off' | 'ask' | 'opening' | 'on' | 'refused', why: string | null }} Microphone
 */
export class Voice {
  /** @param {(pcm: ArrayBuffer) => void} send @param {import('./store.js').Store<any>} store */
  constructor(send, store) {
    this.send = send;
    this.store = store;
    /** @type {Open | null} */
    this.microphone = null;
    /** Counts calls and clicks, so that a permission granted too late opens nothing. */
    this.turn = 0;
    this.show('off');
  }

  show(state, why = null) {
    this.store.set({ microphone: { state, why }, levels: [] });
  }

  /** At the beginning of talk: open where that is allowed already, ask where it is not. */
  async offer() {
    const turn = ++this.turn;
    const permission = await microphonePermission();
    if (turn !== this.turn) return;
    if (permission === 'granted') await this.open();
    else if (permission === 'prompt') this.show('ask');
    else this.show('refused', microphoneRefusal(refusals[permission]));
  }

  async open() {
    const turn = ++this.turn;
    this.show('opening');
    try {
      const microphone = await Open.open(this.send, (level) => this.measured(level));
      if (turn !== this.turn) return microphone.close();
      this.microphone = microphone;
      this.show('on');
    } catch (error) {
      if (turn === this.turn) this.show('refused', microphoneRefusal(error));
    }
  }

  measured(level) {
    const levels = [...this.store.state.levels, level].slice(-LEVELS);
    this.store.set({ levels });
  }

  /** Also the answer "no, I type": nothing is open, and nothing asks again during this call. */
  close() {
    this.turn++;
    this.microphone?.close();
    this.microphone = null;
    this.show('off');
  }
}

const refusals = {
  denied: new DOMException('', 'NotAllowedError'),
  missing: new DOMException('', 'NotFoundError'),
};
