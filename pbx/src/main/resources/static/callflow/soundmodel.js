export const ACCEPTED = '.wav,.mp3,audio/wav,audio/x-wav,audio/mpeg';
const MOST_BYTES = 10 * 1024 * 1024;

/** Why a chosen file is refused before it is uploaded, or null. @param {{size: number, name: string, type: string}} file */
export function soundProblem({ size, name, type }) {
  if (!/\.(wav|mp3)$/i.test(name) && !/^audio\/(x-)?(wav|mpeg)$/.test(type)) return 'Choose a WAV or MP3 file.';
  if (size === 0) return 'The file is empty.';
  if (size > MOST_BYTES) return 'The file is larger than 10 MB. Save it as MP3.';
  return null;
}
