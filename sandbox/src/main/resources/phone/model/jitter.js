/** Seconds of sound held back after a gap, so that a packet that comes a little late is still in time. */
const CUSHION = 0.12;
/** More than this waiting to be heard means the talk lags; the surplus is dropped to catch up. */
const LONGEST = 1.0;

/**
 * When a packet of live sound is to be played.
 *
 * @param {number} end when the packet before it ends, in seconds of the audio clock
 * @param {number} now
 * @param {number} duration
 * @returns {{ start: number | null, end: number }} start null: leave this packet out
 */
export function place(end, now, duration) {
  if (end - now > LONGEST) return { start: null, end };
  const start = end < now ? now + CUSHION : end;
  return { start, end: start + duration };
}
