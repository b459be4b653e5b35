const BARS = 100;
const FLOOR = 0.06;

/** One path of upright strokes, `width` × `height`, mirrored around the middle. @param {number[] | null} peaks 0–1 */
export function wavePath(peaks, { width, height }) {
  const values = peaks?.length ? peaks : Array.from({ length: BARS }, () => 0);
  const pitch = width / values.length;
  return values
    .map((peak, index) => {
      const half = (Math.max(FLOOR, Math.min(1, peak)) * height) / 2;
      const x = round(pitch * (index + 0.5));
      return `M${x} ${round(height / 2 - half)}V${round(height / 2 + half)}`;
    })
    .join('');
}

const round = (number) => Math.round(number * 10) / 10;

export const SPEEDS = [1, 1.25, 1.5, 2];

export const nextSpeed = (speed) => SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];

/** Where a key takes the playing position, or null when the key means nothing here. */
export function seek(key, shift, position, duration) {
  const step = shift ? 1 : 5;
  const to = { ArrowLeft: position - step, ArrowRight: position + step, Home: 0, End: duration }[key];
  return to === undefined ? null : Math.min(duration, Math.max(0, to));
}

/** Seconds of playing after which a message counts as listened to. */
export const HEARD_AFTER = 3;

/** Adds up what was really played; pauses and jumps do not count. */
export function played(total, from, to) {
  const passed = to - from;
  return passed > 0 && passed < 1.5 ? total + passed : total;
}

export const heard = (total, duration, ended) => total >= HEARD_AFTER || (ended && duration < HEARD_AFTER + 0.5);
