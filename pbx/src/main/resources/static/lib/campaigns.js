import { get } from './api.js';
import { feed, hear, kind } from './data.js';

export const campaigns = kind();

const newestFirst = (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? 1 : -1);

export const campaignFeed = () =>
  feed('campaigns', {
    entities: campaigns,
    path: '/api/campaigns?limit=50',
    cursor: 'after',
    accepts: (item) => !item.gone,
    compare: newestFirst,
  });

const asking = new Map();
const unseen = new Set();

/** Asks anew how a campaign stands; who asks meanwhile gets one more answer after this one. @param {string} id */
export function renew(id) {
  if (asking.has(id)) {
    asking.set(id, true);
    return;
  }
  asking.set(id, false);
  const asked = campaigns.revision;
  get(`/api/campaigns/${encodeURIComponent(id)}`)
    .then((campaign) => campaigns.put(campaign, asked))
    .catch((problem) => problem.status === 404 && forgetOne(id))
    .finally(() => {
      const again = asking.get(id);
      asking.delete(id);
      if (again) renew(id);
    });
}

/** A draft was thrown away. @param {string} id */
export function forgetOne(id) {
  const known = campaigns.get(id);
  unseen.delete(id);
  if (known) campaigns.put({ ...known, gone: true });
}

/** Whoever does not look is told when they look again: a campaign sends news every second. */
function heardOf({ id, gone = false }) {
  if (gone) forgetOne(id);
  else if (document.hidden) unseen.add(id);
  else renew(id);
}

function lookedAt() {
  if (document.hidden) return;
  const ids = [...unseen];
  unseen.clear();
  ids.forEach(renew);
}

hear({ 'campaign.progress': heardOf, 'campaign.changed': heardOf });
addEventListener('visibilitychange', lookedAt);
