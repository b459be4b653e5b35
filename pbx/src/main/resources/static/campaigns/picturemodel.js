import { count } from '../lib/format.js';
import { money } from '../lib/phrases.js';

/**
 * Why a text cannot leave with what is attached to it, or an empty word.
 *
 * @param {{size: number, share: number, problem: string}[]} items
 * @param {number} most bytes in all
 */
export function attachedError(items, most) {
  if (items.some(({ problem }) => problem)) return 'Remove what could not be added.';
  if (items.some(({ share }) => share < 1)) return 'Wait until everything is uploaded.';
  return items.reduce((sum, { size }) => sum + size, 0) > most ? 'More than 5 MB in all, which carriers don’t take in one text.' : '';
}

/** When the business is named and opting out explained. @param {string} kind of campaign */
export const signing = (kind) =>
  kind === 'marketing'
    ? 'Your name and how to opt out are added where they are missing.'
    : 'Your name and how to opt out are added where they are missing to the first text that somebody gets, and again after 30 days.';

/** "2 segments · $0.02 per person", or what a picture message costs; who is not told how to opt out again may read less. @param {{segments: number, cost: number}} preview @param {string} kind of campaign */
export function priceLine({ segments, cost }, media, kind) {
  const size = `${kind === 'marketing' ? '' : 'Up to '}${count(segments, 'segment')}`;
  return `${media > 0 ? 'Picture message' : size} · ${money(cost)} per person`;
}

/** Of how many segments and picture messages a campaign consists, in words. */
export function sizeLine({ segments, pictureTexts }) {
  const parts = [pictureTexts > 0 && count(pictureTexts, 'picture message'), (segments > 0 || pictureTexts === 0) && count(segments, 'segment')];
  return parts.filter(Boolean).join(' and ');
}

/** "a picture", "2 pictures and a file" @param {{picture: boolean}[]} media */
export function carriedWords(media) {
  const pictures = media.filter(({ picture }) => picture).length;
  const words = (figure, word) => figure > 0 && (figure === 1 ? `a ${word}` : count(figure, word));
  return [words(pictures, 'picture'), words(media.length - pictures, 'file')].filter(Boolean).join(' and ');
}
