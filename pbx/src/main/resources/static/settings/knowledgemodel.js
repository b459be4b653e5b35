import { problemsOfWeek, wholeWeek } from '../lib/week.js';

/** The facts as a form holds them. */
export const formOf = (facts) => ({
  ...facts,
  hours: wholeWeek(facts.hours),
  specialDays: (facts.specialDays ?? []).map((special) => ({ ...special, hours: special.hours ?? [] })),
});

/** What is wrong before the server is asked. @returns {Record<string, string>} */
export const problems = ({ hours, specialDays, website }) => ({
  ...problemsOfWeek(hours),
  ...(specialDays.every(({ date }) => date) ? {} : { specialDays: 'Give each of these days its date.' }),
  ...(!website.trim() || /^https:\/\/\S+\.\S+$/.test(website.trim()) ? {} : { website: 'Enter an address that begins with https://.' }),
});
