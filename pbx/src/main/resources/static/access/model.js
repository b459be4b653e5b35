/** The address to go to after signing in: only ever a place of our own. */
export function destination(search) {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}

const RULES = {
  name: (value) => (value.trim() ? null : 'Enter your name.'),
  email: (value) => (/^[^@\s]+@[^@\s]+$/.test(value.trim()) ? null : 'Enter your email address.'),
  password: (value, { least }) => (value.length >= least ? null : `Use at least ${least} characters.`),
  businessName: (value) => (value.trim() ? null : 'Enter the name of your business.'),
};

/**
 * What is wrong with what somebody entered, by field.
 *
 * @param {Record<string, string>} values those that the form asks for
 * @param {{least: number}} passwords the server's rule
 * @returns {Record<string, string>}
 */
export const problems = (values, passwords) =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, RULES[name]?.(value, passwords)])
      .filter(([, error]) => error),
  );
