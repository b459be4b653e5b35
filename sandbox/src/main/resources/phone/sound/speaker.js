import { place } from '../model/jitter.js';
import { fromPcm16, LINE_RATE } from '../model/pcm.js';
import { audio } from './audio.js';

/** Plays the live sound of the line. */
export class Speaker {
  constructor() {
    this.end = 0;
    this.aloud = true;
  }

  /** @param {ArrayBuffer} pcm one packet */
  play(pcm) {
    const context = audio();
    if (!this.aloud || pcm.byteLength < 2 || context.state !== 'running') return;
    const samples = fromPcm16(pcm);
    const { start, end } = place(this.end, context.currentTime, samples.length / LINE_RATE);
    this.end = end;
    if (start === null) return;
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: LINE_RATE });
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(context.destination);
    source.start(start);
  }
}
