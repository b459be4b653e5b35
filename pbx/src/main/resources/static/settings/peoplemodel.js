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

/** When a passkey came, and when it was last used. */
export const passkeyStory = ({ createdAt, lastUsedAt }, now = Date.now()) =>
  `Added ${lower(day(createdAt, now))} · ${lastUsedAt ? `last used ${lower(day(lastUsedAt, now))}` : 'never used'}`;

const lower = (text) => text.replace(/^(Today|Yesterday|Tomorrow)/, (word) => word.toLowerCase());

const BROWSERS = [
  ['Edge', /\bEdg(?:A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
];

const SYSTEMS = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** What people call the program that named itself so. @param {string | null} agent */
export function browserName(agent) {
  const named = (list) => list.find(([, pattern]) => pattern.test(agent ?? ''))?.[0];
  const [browser, system] = [named(BROWSERS), named(SYSTEMS)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'Unknown browser';
}
