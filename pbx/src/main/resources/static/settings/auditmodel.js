/** What was done, in words; what has none here is told as the log writes it. */
const WORDS = {
  sign_in: 'Signed in',
  sign_in_failed: 'Sign-in refused',
  sign_in_code_failed: 'Wrong code at sign-in',
  step_up: 'Proved who they are',
  step_up_failed: 'Proof refused',
  sign_out: 'Signed out',
  denied: 'Refused: not allowed',
  set_up: 'Set CloudPBX up',
  person_invited: 'Invited someone',
  invitation_withdrawn: 'Withdrew an invitation',
  invitation_accepted: 'Joined',
  role_changed: 'Changed a role',
  person_deactivated: 'Deactivated someone',
  person_reactivated: 'Reactivated someone',
  reset_link_made: 'Made a password link',
  password_changed: 'Changed a password',
  session_ended: 'Ended a session',
  sessions_ended: 'Ended someone’s sessions',
  other_sessions_ended: 'Ended other sessions',
  second_factor_added: 'Added a second factor',
  second_factor_removed: 'Removed a second factor',
  second_factor_policy_changed: 'Changed who needs a second factor',
  passkey_added: 'Added a passkey',
  passkey_removed: 'Removed a passkey',
  passkey_renamed: 'Renamed a passkey',
  recovery_codes_made: 'Made recovery codes',
  token_created: 'Made an API token',
  token_revoked: 'Revoked an API token',
  changed: 'Changed settings',
  number_repaired: 'Repaired a number at the carrier',
  audit_exported: 'Exported the audit log',
};

/** @param {string} action */
export const actionName = (action) =>
  WORDS[action] ?? action.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());

/** Who did it: by name, or as they called themselves. */
export const actorName = ({ name, actor }) => name ?? actor;

export const SPANS = [
  { value: '', label: 'Any time' },
  { value: '1', label: 'Last 24 hours' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
];

const DAY_MS = 86_400_000;

/** What is asked of the server. @param {{action: string, actor: string, days: string}} filter */
export function auditQuery({ action, actor, days }, now = Date.now()) {
  const query = new URLSearchParams();
  if (action) query.set('action', action);
  if (actor) query.set('actor', actor);
  if (days) query.set('from', new Date(now - Number(days) * DAY_MS).toISOString());
  return query.toString();
}

/** Everything that can be chosen, by name. @param {string[]} actions */
export const actionOptions = (actions) => [
  { value: '', label: 'Everything' },
  ...actions.map((value) => ({ value, label: actionName(value) })).sort((a, b) => a.label.localeCompare(b.label)),
];
