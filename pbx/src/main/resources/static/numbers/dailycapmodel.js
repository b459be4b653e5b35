import { count, number } from '../lib/format.js';

const MOST = 1_000_000;

/** What campaigns send from a number on a day. @param {{segments: number | null}} cap */
export const storyOf = ({ segments }) =>
  segments === null ? 'No daily limit for campaigns' : `Campaigns: up to ${count(segments, 'segment')} a day`;

/** @param {{usual: number | null}} cap */
export const choices = ({ usual }) => [
  { value: 'usual', label: usual === null ? 'As usual: no limit' : `As usual: ${number(usual)}` },
  { value: 'own', label: 'Another limit' },
  { value: 'none', label: 'No limit' },
];

/** What is wrong before the server is asked. @param {{choice: string, segments: string}} form @returns {Record<string, string>} */
export function problems({ choice, segments }) {
  if (choice !== 'own') return {};
  const wanted = segmentsOf(segments);
  return wanted >= 1 && wanted <= MOST ? {} : { segments: `Write a whole number from 1 to ${number(MOST)}.` };
}

/** As the API takes it. @param {{choice: string, segments: string}} form */
export const bodyOf = ({ choice, segments }) => (choice === 'own' ? { choice, segments: segmentsOf(segments) } : { choice });

/** People write "10,000". */
function segmentsOf(text) {
  const digits = text.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : NaN;
}
