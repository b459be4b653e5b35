/** What the telephone network carries: 8,000 samples a second, 16 bits, one channel. */
export const LINE_RATE = 8000;

/** Zero crossings of the low-pass filter on each side of a sample. */
const REACH = 12;
/** Entries of the filter table per zero crossing. */
const FINENESS = 128;
/** Part of the band that is kept; the rest is the filter's slope. */
const KEPT = 0.92;

/**
 * Brings sound to the rate of the line. Speech above 4 kHz would fold back as noise, so every sample is weighed by a
 * windowed sinc. Keeps what it needs of the past: blocks of any length may be fed one after the other.
 *
 * @param {number} from samples per second that come in
 * @param {number} to samples per second that go out
 * @returns {(block: Float32Array) => Float32Array}
 */
export function resampler(from, to = LINE_RATE) {
  const step = from / to;
  const stretch = Math.max(1, step) / KEPT;
  const reach = REACH * stretch;
  const table = filterTable();
  const span = Math.ceil(reach);
  let held = new Float32Array(span);
  let next = span;
  return (block) => {
    const input = joined(held, block);
    const count = Math.max(0, Math.floor((input.length - 1 - reach - next) / step) + 1);
    const output = new Float32Array(count);
    for (let i = 0; i < count; i++) output[i] = weigh(input, next + i * step, stretch, reach, table);
    next += count * step;
    const dropped = Math.max(0, Math.min(input.length, Math.floor(next) - span));
    held = input.slice(dropped);
    next -= dropped;
    return output;
  };
}

function weigh(input, centre, stretch, reach, table) {
  let sum = 0;
  const last = Math.floor(centre + reach);
  for (let k = Math.ceil(centre - reach); k <= last; k++) {
    const place = Math.round((Math.abs(k - centre) / stretch) * FINENESS);
    sum += input[k] * table[place];
  }
  return sum / stretch;
}

function filterTable() {
  const table = new Float32Array(REACH * FINENESS + 2);
  for (let i = 0; i <= REACH * FINENESS; i++) {
    const x = i / FINENESS;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / REACH);
    table[i] = (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  }
  return table;
}

/** @param {Float32Array} first @param {Float32Array} second */
export function joined(first, second) {
  const all = new Float32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** @param {Float32Array} samples @returns {ArrayBuffer} signed 16-bit little-endian */
export function toPcm16(samples) {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, i) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    view.setInt16(i * 2, Math.round(clipped * (clipped < 0 ? 0x8000 : 0x7fff)), true);
  });
  return view.buffer;
}

/** @param {ArrayBuffer} pcm signed 16-bit little-endian @returns {Float32Array<ArrayBuffer>} */
export function fromPcm16(pcm) {
  const view = new DataView(pcm);
  return Float32Array.from({ length: pcm.byteLength >> 1 }, (_, i) => view.getInt16(i * 2, true) / 0x8000);
}

/** Loudness from 0 to 1 as the ear judges it, −60 dB and less being silence. @param {Float32Array} samples */
export function loudness(samples) {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(power + 1e-12);
  return Math.max(0, Math.min(1, (decibels + 60) / 50));
}

/**
 * Collects samples until a whole packet is there.
 *
 * @param {number} size samples of one packet
 * @returns {(samples: Float32Array) => Float32Array[]} the packets that became whole
 */
export function packets(size) {
  let held = new Float32Array(0);
  return (samples) => {
    held = joined(held, samples);
    const whole = [];
    for (; held.length >= size; held = held.slice(size)) whole.push(held.slice(0, size));
    return whole;
  };
}
