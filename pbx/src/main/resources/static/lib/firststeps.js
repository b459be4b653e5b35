import { put } from './api.js';
import { session } from './data.js';
import { Document } from './store.js';

const PATH = '/api/settings/first-steps';

/** In the order in which they are taken. */
export const STEPS = [
  { id: 'business', name: 'Business' },
  { id: 'people', name: 'People' },
  { id: 'calls', name: 'Calls' },
  { id: 'carrier', name: 'Carrier' },
  { id: 'ready', name: 'Ready' },
];

/** How far somebody has come in setting the company up. */
export const firstSteps = new Document(PATH);

/** Moves the bookmark; what is shown moves at once, and back if it could not be kept. */
export async function keepFirstSteps(part) {
  const before = firstSteps.value;
  firstSteps.set({ ...before, ...part });
  try {
    firstSteps.set(await put(PATH, { ...before, ...part }));
    if (before.stage !== firstSteps.value.stage) session.load();
  } catch (problem) {
    firstSteps.set(before);
    throw problem;
  }
}
