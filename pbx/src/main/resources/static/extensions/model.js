export const rings = (extension) => extension.forwardToDisplay ?? extension.forwardTo ?? 'Voicemail only';

/** "628 · San Francisco, CA" */
export const place = ({ locality, region }) => [locality, region].filter(Boolean).join(', ');

const STANDINGS = {
  one_caller: 'One caller so far: others are still asked.',
  ambiguous: 'Said for somebody else too, so callers are asked.',
};

/** How often callers said it, and what keeps it from connecting them, if anything does. */
export function saidHow(alias) {
  const times = alias.count === 1 ? 'Once' : `${alias.count} times`;
  const callers = alias.callers === 1 ? 'by one caller' : `by ${alias.callers} callers`;
  return [`${times}, ${callers}.`, STANDINGS[alias.standing]].filter(Boolean).join(' ');
}
