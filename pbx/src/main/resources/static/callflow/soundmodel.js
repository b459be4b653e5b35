export const ACCEPTED = '.wav,.mp3,audio/wav,audio/x-wav,audio/mpeg';
const MOST_BYTES = 10 * 1024 * 1024;

/** Why a chosen file is refused before it is uploaded, or null. @param {{size: number, name: string, type: string}} file */
export function soundProblem({ size, name, type }) {
  if (!/\.(wav|mp3)$/i.test(name) && !/^audio\/(x-)?(wav|mpeg)$/.test(type)) return 'Choose a WAV or MP3 file.';
  if (size === 0) return 'The file is empty.';
  if (size > MOST_BYTES) return 'The file is larger than 10 MB. Save it as MP3.';
  return null;
}

const SPOKEN = {
  ready: 'Your phone is about to ring…',
  ringing: 'Your phone rings. Answer it, and press 1.',
  speaking: 'Speak after the tone, and press # when you’re done.',
  recorded: 'Fetching what you said…',
};

/** What to do while a greeting is spoken into a phone; nothing once that is over. @param {string} state */
export const spokenNote = (state) => SPOKEN[state] ?? '';

/** Why the phone does not ring. @param {{message: string, errors?: {field: string, message: string}[]}} problem */
export function phoneProblem({ message, errors = [] }) {
  const [first] = errors;
  return first?.field === 'ext' ? `Your extension ${first.message}.` : message;
}
