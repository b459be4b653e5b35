/** Every time zone this browser knows, with `current` among them even when it does not. */
export function timeZones(current) {
  const known = Intl.supportedValuesOf?.('timeZone') ?? [];
  const all = known.includes(current) || !current ? known : [current, ...known];
  return all.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

export const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
