/**
 * What the carrier says: the answer, null when it has no such control, or a thrown error when it does not answer.
 *
 * @param {string} path below `/sandbox`
 * @returns {Promise<any>}
 */
export async function ask(path) {
  const reply = await fetch(`/sandbox/${path}`, { headers: { Accept: 'application/json' } });
  if (reply.status === 404) return null;
  if (!reply.ok) throw new Error(`The carrier answered ${reply.status}`);
  return reply.json();
}

/**
 * Changes something.
 *
 * @param {'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path below `/sandbox`
 * @param {unknown} [body]
 * @returns {Promise<string>} why it was refused; empty when it was done
 */
export async function tell(method, path, body) {
  try {
    const reply = await fetch(`/sandbox/${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    if (reply.ok) return '';
    const problem = await reply.json().catch(() => ({}));
    return problem.message ?? `The carrier answered ${reply.status}.`;
  } catch {
    return 'The carrier does not answer.';
  }
}
