import { session } from './data.js';

const ROLES = ['read-only', 'agent', 'admin', 'owner'];

/**
 * Whether who is signed in has this role or one above it. The server is the judge of what they do; this only spares them buttons that it
 * would refuse.
 *
 * @param {'agent' | 'admin' | 'owner'} role
 */
export const may = (role) => ROLES.indexOf(session.value?.user.role) >= ROLES.indexOf(role);
