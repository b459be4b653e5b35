// The days of a week and the hours in which somebody is open.
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const FIRST = { opens: '09:00', closes: '17:00' };

export const dayName = (day) => day[0].toUpperCase() + day.slice(1);

/** Spans with one more, which begins when the last has ended. */
export function withSpan(spans) {
  const last = spans.at(-1);
  if (!last) return [FIRST];
  const hour = Math.min(22, Number(last.closes.slice(0, 2)) + 1);
  const text = (number) => `${String(number).padStart(2, '0')}:00`;
  return [...spans, { opens: text(hour), closes: text(Math.min(23, hour + 3)) }];
}

/** A day like the one before it, for weeks that are mostly alike. */
export function likeBefore(hours, day) {
  const before = DAYS[DAYS.indexOf(day) - 1];
  const spans = before && hours[before].length > 0 ? hours[before] : [FIRST];
  return spans.map((span) => ({ ...span }));
}

/** Every day with its list of spans. @param {Record<string, {opens: string, closes: string}[] | null>} hours as the server says them */
export const wholeWeek = (hours) => Object.fromEntries(DAYS.map((day) => [day, hours[day] ?? []]));

/** What is wrong with hours before the server is asked. @returns {Record<string, string>} */
export const problemsOfWeek = (hours) =>
  Object.fromEntries(
    DAYS.filter((day) => hours[day].some(({ opens, closes }) => !opens || !closes)).map((day) => [
      `hours.${day}`,
      'Enter when you open and when you close.',
    ]),
  );
