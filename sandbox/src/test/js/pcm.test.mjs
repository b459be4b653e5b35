import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromPcm16, joined, loudness, packets, resampler, toPcm16 } from '../../main/resources/phone/model/pcm.js';
import { place } from '../../main/resources/phone/model/jitter.js';

const sine = (hertz, rate, seconds) => Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));
const rms = (samples) => Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);

function inBlocks(resample, samples, size) {
  let out = new Float32Array(0);
  for (let i = 0; i < samples.length; i += size) out = joined(out, resample(samples.subarray(i, i + size)));
  return out;
}

for (const rate of [44_100, 48_000, 16_000, 96_000]) {
  test(`a tone recorded at ${rate} Hz is the same tone on the line`, () => {
    const out = inBlocks(resampler(rate), sine(440, rate, 1), 1024).slice(200, 7000);
    const wanted = sine(440, 8000, 1).slice(200, 7000);
    const error = rms(out.map((sample, i) => sample - wanted[i]));
    assert.ok(error < 0.01, `error ${error}`);
  });
}

test('sound above what the line carries does not fold back into it', () => {
  const out = inBlocks(resampler(48_000), sine(6000, 48_000, 1), 1024).slice(200, 7000);
  assert.ok(rms(out) < 0.005, `rms ${rms(out)}`);
});

test('the length of the blocks does not change the sound', () => {
  const voice = sine(700, 44_100, 0.5);
  const small = inBlocks(resampler(44_100), voice, 128);
  const large = inBlocks(resampler(44_100), voice, 4096);
  const shared = Math.min(small.length, large.length);
  assert.ok(shared > 3900);
  for (let i = 0; i < shared; i++) assert.ok(Math.abs(small[i] - large[i]) < 1e-3);
});

test('nothing is lost over a long time', () => {
  const resample = resampler(44_100);
  let count = 0;
  for (let i = 0; i < 441; i++) count += resample(new Float32Array(1000)).length;
  assert.ok(Math.abs(count - 80_000) < 100, `${count} samples of 80000`);
});

test('samples survive the way to the line and back, and too loud ones are clipped', () => {
  const there = toPcm16(Float32Array.of(0, 0.5, -0.5, 1.7, -1.7));
  assert.deepEqual([...new Int16Array(there)], [0, 16384, -16384, 32767, -32768]);
  assert.deepEqual([...fromPcm16(there)].map((s) => Math.round(s * 100) / 100), [0, 0.5, -0.5, 1, -1]);
});

test('packets are whole and in order', () => {
  const whole = packets(800);
  assert.equal(whole(new Float32Array(700)).length, 0);
  const two = whole(Float32Array.from({ length: 1000 }, (_, i) => i));
  assert.deepEqual(two.map((packet) => packet.length), [800, 800]);
  assert.equal(two[0][700], 0);
  assert.equal(two[1][0], 100);
});

test('silence measures nothing and a voice measures something', () => {
  assert.equal(loudness(new Float32Array(800)), 0);
  assert.ok(loudness(sine(300, 8000, 0.1).map((s) => s * 0.1)) > 0.5);
});

test('live sound waits a little after a gap, follows on without one, and catches up when it lags', () => {
  assert.deepEqual(place(0, 10, 0.1), { start: 10.12, end: 10.219999999999999 });
  assert.equal(place(10.2, 10.1, 0.1).start, 10.2);
  assert.equal(place(11.5, 10, 0.1).start, null);
});
