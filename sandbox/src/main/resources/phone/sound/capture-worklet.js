/** Frames handed over at once: about 20 ms at 48 kHz. */
const BLOCK = 1024;

/** Hands the microphone's first channel to the page, in blocks. */
class Capture extends AudioWorkletProcessor {
  constructor() {
    super();
    this.block = new Float32Array(BLOCK);
    this.filled = 0;
  }

  process(inputs) {
    const channel = inputs[0][0];
    if (!channel) return true;
    for (const sample of channel) {
      this.block[this.filled++] = sample;
      if (this.filled === BLOCK) this.handOver();
    }
    return true;
  }

  handOver() {
    this.port.postMessage(this.block, [this.block.buffer]);
    this.block = new Float32Array(BLOCK);
    this.filled = 0;
  }
}

registerProcessor('capture', Capture);
