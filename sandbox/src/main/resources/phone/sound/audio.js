/**
 * The page's one audio context. Browsers keep it silent until the person has touched the page; every touch wakes it.
 *
 * @type {AudioContext | null}
 */
let context = null;

export function audio() {
  context ??= new AudioContext({ latencyHint: 'interactive' });
  return context;
}

/** Call from a click or key press. @returns {Promise<void>} */
export async function wake() {
  if (audio().state !== 'running') await audio().resume();
}

/** Whether a ring would be heard now. */
export const canSound = () => context?.state === 'running' || navigator.userActivation?.hasBeenActive === true;
