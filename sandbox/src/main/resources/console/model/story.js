/**
 * One call as a story: what was said and heard, and what the customers' servers were asked about any of its legs, in the
 * order of time.
 *
 * @typedef {{ at: string, kind: string, title: string, detail: string, hook: any }} Row
 */

/** @param {string} sid of a leg @param {any} transcript @param {any} webhooks @returns {Row[]} */
export function story(sid, transcript, webhooks) {
  const legs = new Set([sid, ...(transcript?.entries ?? []).map(({ leg }) => leg)]);
  const spoken = (transcript?.entries ?? []).map(({ at, party, event, text }) => ({
    at,
    kind: party,
    title: `${party[0].toUpperCase()}${party.slice(1)} ${event.replace('-', ' ')}`,
    detail: text ?? '',
    hook: null,
  }));
  const asked = (webhooks?.webhooks ?? []).filter(({ resourceSid }) => legs.has(resourceSid)).map((hook) => ({
    at: hook.at,
    kind: hook.errorCode ? 'error' : 'request',
    title: `${hook.method} ${pathOf(hook.url)}`,
    detail: outcome(hook),
    hook,
  }));
  return [...spoken, ...asked].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** @param {any} hook */
export const outcome = (hook) => (hook.status ? `answered ${hook.status} in ${hook.tookMs} ms` : `no answer in ${hook.tookMs} ms`);

/** @param {string} url */
export function pathOf(url) {
  try {
    const { pathname, search } = new URL(url);
    return pathname + search;
  } catch {
    return url;
  }
}

/** Whether a reply is a TwiML document. @param {any} hook */
export const isTwiml = (hook) => /xml|html/.test(hook.contentType ?? '') && hook.body.includes('<Response');
