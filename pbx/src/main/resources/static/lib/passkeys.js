import { post } from './api.js';
import { prove } from './proof.js';

const SIGN_IN = '/api/session/passkey';
const PROOF = '/api/account/proof/passkey';

const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** Whether this browser makes passkeys for this address: for names alone, and where nobody listens in. */
export const passkeysPossible = ({ hostname } = location) =>
  Boolean(globalThis.PublicKeyCredential) && !/^[\d.]+$|:/.test(hostname);

const key = (id) => ({ type: 'public-key', id: bytes(id) });

/** Has the device make one, which asks for a finger, a face or a PIN. @param {string} name */
export async function makePasskey(name) {
  const { relyingParty, challenge, handle, algorithms, known, ...person } = await post('/api/account/passkeys/options');
  const { response } = await navigator.credentials.create({
    publicKey: {
      rp: { id: relyingParty, name: 'CloudPBX' },
      user: { id: bytes(handle), name: person.email, displayName: person.name },
      challenge: bytes(challenge),
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: known.map(key),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    },
  });
  await post('/api/account/passkeys', {
    name,
    clientData: text(response.clientDataJSON),
    attestation: text(response.attestationObject),
  });
}

/** Signs in with whichever passkey the person chooses. */
export const signInByPasskey = async () => post(SIGN_IN, await signed(`${SIGN_IN}/options`));

/** Proves that it is still the same person. */
export const proveByPasskey = async () => prove(await signed(`${PROOF}/options`), PROOF);

/** What a passkey answers to the challenge from there. */
async function signed(path) {
  const { relyingParty, challenge } = await post(path);
  const { rawId, response } = await navigator.credentials.get({
    publicKey: { rpId: relyingParty, challenge: bytes(challenge), userVerification: 'required' },
  });
  return {
    id: text(rawId),
    clientData: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle && text(response.userHandle),
  };
}

/** What went wrong, in words, whether the browser or the server says so. @param {Error} problem */
export function passkeySentence({ name, message }) {
  if (name === 'NotAllowedError') return 'No passkey was used: it was cancelled, or took too long.';
  if (name === 'InvalidStateError') return 'This device has a passkey of yours already.';
  if (name === 'SecurityError') return 'Passkeys work only at the address that this phone system is known by.';
  if (name === 'Problem') return message;
  return 'This browser could not use a passkey.';
}
