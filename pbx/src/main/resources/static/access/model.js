const MIN_PASSWORD = 12;

/** The address to go to after signing in: only ever a place of our own. */
export function destination(search) {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}

const RULES = {
  name: (value) => (value.trim() ? null : 'Enter your name.'),
  email: (value) => (/^[^@\s]+@[^@\s]+$/.test(value.trim()) ? null : 'Enter your email address.'),
  password: (value) => (value.length >= MIN_PASSWORD ? null : `Use at least ${MIN_PASSWORD} characters.`),
  businessName: (value) => (value.trim() ? null : 'Enter the name of your business.'),
};

/** What is wrong with the form of a link. @returns {Record<string, string>} */
export const newPasswordProblems = (values, asksName) =>
  Object.fromEntries(Object.entries(problems(values)).filter(([name]) => name === 'password' || (asksName && name === 'name')));

/** What is wrong with the set-up form. @returns {Record<string, string>} */
export const problems = (values) =>
  Object.fromEntries(
    Object.entries(RULES)
      .map(([name, rule]) => [name, rule(values[name] ?? '')])
      .filter(([, error]) => error),
  );
