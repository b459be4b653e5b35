import { day } from '../lib/format.js';

export const THEMES = [
  { id: 'system', name: 'Same as this computer', symbol: 'sun-moon' },
  { id: 'light', name: 'Light', symbol: 'sun' },
  { id: 'dark', name: 'Dark', symbol: 'moon' },
];

export const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: '', label: 'Never' },
];

const KEPT_DAYS = [7, 30, 90, 180, 365, 730];

/** How long words can be kept, the present time among them. @param {number} present in days */
export const keptOptions = (present) =>
  [...new Set([...KEPT_DAYS, present])].sort((a, b) => a - b).map((days) => ({ value: String(days), label: `${days} days` }));

/** When a token was made, used and ends, in one line. */
export function tokenStory({ createdAt, lastUsedAt, expiresAt }, now) {
  const used = lastUsedAt ? `last used ${lower(day(lastUsedAt, now))}` : 'never used';
  return [`Made ${lower(day(createdAt, now))}`, used, expiry(expiresAt, now)].join(' · ');
}

function expiry(expiresAt, now = Date.now()) {
  if (!expiresAt) return 'does not expire';
  return Date.parse(expiresAt) < now ? `expired ${lower(day(expiresAt, now))}` : `until ${day(expiresAt, now)}`;
}

const lower = (text) => text.replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase());
