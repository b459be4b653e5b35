import { count, day, when } from '../lib/format.js';

export const ROLES = [
  { value: 'owner', label: 'Owner', may: 'Everything, other owners included.' },
  { value: 'admin', label: 'Admin', may: 'Everything but what concerns owners.' },
  { value: 'agent', label: 'Agent', may: 'Answers customers: inbox, calls, voicemail, contacts.' },
  { value: 'read-only', label: 'Read Only', may: 'Sees what happens and changes nothing.' },
];

export const roleName = (role) => ROLES.find(({ value }) => value === role)?.label ?? role;

const rank = (role) => ROLES.findIndex(({ value }) => value === role);

/** The roles that somebody of this role may give. */
export const rolesWithin = (own) => ROLES.filter(({ value }) => rank(value) >= rank(own));

/** Whether somebody of this role may let another in or shut them out. */
export const reaches = (own, other) => rank(own) >= 0 && rank(own) <= rank(other);

export const isAdmin = (role) => reaches(role, 'admin');

/** How somebody stands, in one line. */
export function personStory({ role, active, activeAt, secondFactor, passkeys }, now = Date.now()) {
  if (!active) return `${roleName(role)} · Deactivated`;
  const seen = activeAt ? `active ${lower(when(activeAt, now))}` : 'not signed in';
  const beside = secondFactor ? 'second factor' : passkeys > 0 ? 'passkey' : 'password only';
  return [roleName(role), seen, beside].join(' · ');
}

export const invitationStory = ({ role, invitedBy, expiresAt }, now = Date.now()) =>
  Date.parse(expiresAt) < now
    ? `${roleName(role)} · Invited by ${invitedBy} · expired`
    : `${roleName(role)} · Invited by ${invitedBy} · until ${lower(day(expiresAt, now))}`;

export const factorStory = ({ since, recoveryCodesLeft }, now = Date.now()) =>
  `On since ${lower(day(since, now))}. ${count(recoveryCodesLeft, 'recovery code')} left.`;

/** When a passkey came, when it was last used, and whether it is lost with its device. */
export const passkeyStory = ({ createdAt, lastUsedAt, backedUp = null }, now = Date.now()) =>
  [
    `Added ${lower(day(createdAt, now))}`,
    lastUsedAt ? `last used ${lower(day(lastUsedAt, now))}` : 'never used',
    ...(backedUp === null ? [] : [backedUp ? 'synced' : 'on one device only']),
  ].join(' · ');

const lower = (text) => text.replace(/^(Today|Yesterday|Tomorrow)/, (word) => word.toLowerCase());
