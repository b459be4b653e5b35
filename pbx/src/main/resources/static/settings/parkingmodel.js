const MOST_MINUTES = 30;

/** The settings as a form holds them: texts. */
export const formOf = ({ minutes }) => ({ minutes: String(minutes) });

/** What is wrong before the server is asked. @returns {Record<string, string>} */
export function problems({ minutes }) {
  const fits = /^\d{1,2}$/.test(minutes.trim()) && Number(minutes) >= 1 && Number(minutes) <= MOST_MINUTES;
  return fits ? {} : { minutes: `Enter a whole number from 1 to ${MOST_MINUTES}.` };
}

/** What to send. */
export const request = (version, { minutes }) => ({ minutes: Number(minutes), version });
