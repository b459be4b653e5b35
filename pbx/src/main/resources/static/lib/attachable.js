export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_FILES = 10;
export const ACCEPTED = 'image/jpeg,image/png,image/gif,image/webp,audio/mpeg,audio/mp4,audio/ogg,video/mp4,video/3gpp,application/pdf,text/vcard,text/calendar';

/** Why a chosen file is refused before it is uploaded, or null. @param {{size: number}} file @param {number} others how many there are already */
export function fileProblem(file, others) {
  if (others >= MOST_FILES) return `A message carries at most ${MOST_FILES} files.`;
  if (file.size > MOST_BYTES) return 'Larger than 5 MB, which carriers don’t take.';
  if (file.size === 0) return 'The file is empty.';
  return null;
}
