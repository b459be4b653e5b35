const LISTS = {
  overview: { accounts: 'accounts', calls: 'call-log?limit=1000', messages: 'messages?limit=100', faults: 'faults', alerts: 'alerts' },
  calls: { calls: 'call-log?limit=100' },
  messages: { messages: 'messages?limit=100' },
  webhooks: { webhooks: 'webhooks' },
  errors: { alerts: 'alerts' },
  faults: { faults: 'faults' },
  time: {},
};

/** The kinds of facts in the ledger, with what they mean. */
export const KINDS = {
  'text.delivered': 'Texts that reached a handset',
  'text.received': 'Texts that handsets sent',
  'rate.exceeded': 'Seconds in which a sender was over its rate',
  'call.silence': 'Times a caller heard nothing',
  callback: 'Requests to customers’ servers',
};

/**
 * What has to be asked for a place, by the name under which the answer is kept. The clock is shown everywhere.
 *
 * @param {import('./place.js').Place} place
 * @returns {Record<string, string>}
 */
export function needs({ section, item }) {
  const wanted = { time: 'time', ...LISTS[section] };
  if (section === 'calls' && item) {
    wanted[`transcript ${item}`] = `calls/${encodeURIComponent(item)}/transcript`;
    wanted.webhooks = 'webhooks';
  }
  if (section === 'overview' && item) wanted[`screen ${item}`] = `handsets/${encodeURIComponent(item)}/texts`;
  if (section === 'time') for (const kind of Object.keys(KINDS)) wanted[`ledger ${kind}`] = `ledger?kind=${kind}&limit=1000`;
  return wanted;
}
