import { askForProof, get, post, Problem, proves, PROOF } from './api.js';

/** Proves who is here. @param {object} given the password or a code; to another path, what a passkey signed */
export function prove(given, path = PROOF) {
  return proves(post(path, given));
}

/** Before the browser asks for something by itself, such as a file. */
export async function proveFirst() {
  const { fresh, by } = await get(PROOF);
  if (fresh || (await askForProof(by))) return;
  throw new Problem({ status: 403, code: 'step_up_required', detail: 'Confirm that it is you, then try again.' });
}
