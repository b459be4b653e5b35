import { Value } from './topic.js';

const AGAIN_MS = 3_000;

/**
 * How calls are led while the database is away, and null while it is there.
 *
 * @type {Value<{asOf: string | null} | null>}
 */
export const outage = new Value(null);

let looking = false;

/** Asks the server how it is, until it is well again. @param {(ms: number) => Promise<void>} [rest] */
export async function lookForOutage(rest = (ms) => new Promise((done) => setTimeout(done, ms))) {
  if (looking) return;
  looking = true;
  while (await look()) await rest(AGAIN_MS);
  looking = false;
}

/** Without who is signed in, which stands in the database too. Where nobody answers, what was known stays. */
async function look() {
  const health = await fetch('/health', { credentials: 'omit' })
    .then((response) => response.json())
    .catch(() => undefined);
  if (health) outage.set(health.checks?.database?.passed === false ? { asOf: health.withoutDatabase?.asOf ?? null } : null);
  return outage.current !== null;
}
