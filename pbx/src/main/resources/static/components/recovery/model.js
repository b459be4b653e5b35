import { count, day, number, time } from '../../lib/format.js';

/** When a backup was made, within a sentence. */
export const backupOf = (instant, now) => `${day(instant, now).replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())}, ${time(instant)}`;

/** What a banner says of a restored system after that nothing is sent. */
export function standing({ problem, resumable, found, backupAt }, now) {
  if (!resumable) return problem ?? `The carrier is asked what it has sent since the backup of ${backupOf(backupAt, now)}. Calls and what comes in work.`;
  const sent = found.deliveries + found.texts;
  if (sent === 0) return 'The carrier has none of the texts that wait here.';
  return `${count(sent, 'text')} that waited here ${sent === 1 ? 'was' : 'were'} sent before, and ${sent === 1 ? 'is' : 'are'} not sent again.`;
}

/** What was found, as lines of a label and a figure. */
export const findings = ({ deliveries, texts, arrived, strangers, back }) => [
  ['Texts of campaigns, sent already', number(deliveries)],
  ['Texts of conversations, sent already', number(texts)],
  ['Came in since the backup', number(arrived)],
  ['Sent meanwhile, in conversations again', number(back)],
  ['Sent meanwhile, to people without one', number(strangers - back)],
];
