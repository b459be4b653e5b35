import { clock, count, number } from '../lib/format.js';

/** How each end of a conversation is shown, in plain words. @returns {{label: string, symbol: string, tone: string}} */
export function ending({ live, outcome, extension }) {
  if (live) return { label: 'Talking now', symbol: 'phone-call', tone: 'blue' };
  switch (outcome) {
    case 'answered':
      return { label: extension ? `Put through to ${extension.name}` : 'Put through', symbol: 'phone-forwarded', tone: 'green' };
    case 'handled':
      return { label: 'Helped without a person', symbol: 'sparkles', tone: 'green' };
    case 'voicemail':
      return { label: 'Left a message', symbol: 'voicemail', tone: 'blue' };
    case 'missed':
      return { label: 'Nobody took it', symbol: 'phone-missed', tone: 'red' };
    case 'abandoned':
      return { label: 'Hung up early', symbol: 'door-open', tone: 'grey' };
    case 'failed':
      return { label: 'Failed', symbol: 'triangle-alert', tone: 'red' };
    default:
      return { label: 'Ended', symbol: 'phone', tone: 'grey' };
  }
}

export const ENDINGS = [
  { value: '', label: 'However it ended' },
  { value: 'answered', label: 'Put through' },
  { value: 'handled', label: 'Helped without a person' },
  { value: 'voicemail', label: 'Left a message' },
  { value: 'missed', label: 'Nobody took it' },
  { value: 'abandoned', label: 'Hung up early' },
];

export const MARKS = [
  { value: '', label: 'All' },
  { value: 'misunderstood', label: 'Unclear' },
  { value: 'emergency', label: 'Danger' },
  { value: 'fell_back', label: 'No model' },
];

/** What should catch the eye about a conversation. */
export const marks = ({ misunderstood, emergency, fellBack }) => [
  ...(emergency ? [{ label: 'Emergency', symbol: 'triangle-alert', tone: 'red' }] : []),
  ...(misunderstood > 0 ? [{ label: `Not understood${misunderstood > 1 ? ` ×${misunderstood}` : ''}`, symbol: 'ear', tone: 'orange' }] : []),
  ...(fellBack ? [{ label: 'Without its model', symbol: 'wifi-off', tone: 'orange' }] : []),
];

/** Whether a conversation belongs into a list. */
export const isWanted = (talk, { outcome = '', mark = '' }) =>
  (!outcome || talk.call.outcome === outcome) &&
  (mark !== 'misunderstood' || talk.misunderstood > 0) &&
  (mark !== 'emergency' || talk.emergency) &&
  (mark !== 'fell_back' || talk.fellBack);

const MINDS = { claude: 'Claude', offline: 'rules', rules: 'rules' };

/** "Claude and rules"; nothing when no mind was asked. */
export const mindsOf = ({ minds }) => [...new Set(minds.map((mind) => MINDS[mind] ?? mind))].join(' and ');

/** Small sums to a hundredth of a cent, because most turns cost less than one. */
export function dollars(value) {
  const amount = Number(value);
  if (amount === 0) return '$0';
  return amount < 1 ? `$${amount.toFixed(4)}` : `$${amount.toFixed(2)}`;
}

/** What a conversation cost, honest about what is not known. */
export function cost({ dollars: sum, unpriced }) {
  if (unpriced === 0) return dollars(sum);
  const unknown = `${count(unpriced, 'turn')} of unknown price`;
  return Number(sum) === 0 ? unknown : `${dollars(sum)} and ${unknown}`;
}

/** What a decision is, in words. @param {any} decision @param {(id: string) => string} name */
export function wanted(decision, name) {
  switch (decision.kind) {
    case 'connect':
      return `Connect to ${name(decision.target)}`;
    case 'take_message':
      return decision.target ? `Take a message for ${name(decision.target)}` : 'Take a message';
    case 'answer':
      return decision.facts?.length ? `Answer from ${decision.facts.map(name).join(', ')}` : 'Answer';
    case 'clarify':
      return decision.candidates?.length ? `Ask: ${decision.candidates.map(name).join(' or ')}?` : 'Ask back';
    case 'operator':
      return 'Hand to a person';
    case 'reprompt':
      return 'Ask them to say it again';
    case 'opt_out':
      return 'Write down that they want no more calls';
    case 'emergency':
      return 'Tell them to hang up and dial 911';
    case 'refuse':
      return 'Refuse';
    default:
      return 'Say goodbye';
  }
}

const FALLBACKS = {
  timeout: 'Claude took too long',
  too_slow: 'The caller could not wait any longer',
  over_budget: 'The call had used up its budget',
  resting: 'Claude was left alone after failing several times',
  overloaded: 'Claude had too much to do',
  rate_limited: 'Claude was asked too often',
  spend_limit: 'The money for Claude was spent',
  not_allowed: 'The key for Claude was not accepted',
  unreachable: 'Claude could not be reached',
};

/** Why a model did not decide. */
export const fellBack = (reason) => FALLBACKS[reason] ?? `Claude gave no usable answer (${reason.replaceAll('_', ' ')})`;

/** What a caller did in a turn. @returns {{words: string, aside: string} | null} null when they have not had their turn */
export function heard({ heard: words, keys, confidence, heardAt, wordsDeletedAt }) {
  if (!heardAt) return null;
  if (wordsDeletedAt) return { words: '', aside: 'What they said was deleted' };
  if (keys) return { words: '', aside: `Pressed ${keys}` };
  if (!words) return { words: '', aside: 'Said nothing' };
  return { words, aside: confidence === null || confidence >= 1 ? '' : `heard with ${Math.round(confidence * 100)} % certainty` };
}

/** The small print of a decision, as pairs of a name and a value. */
export function particulars(weighed) {
  const rows = [
    ['Decided by', weighed.model ? `Claude (${weighed.model})` : 'Rules, without a model'],
    ['Took', weighed.tookMillis < 1000 ? `${weighed.tookMillis} ms` : `${(weighed.tookMillis / 1000).toFixed(1)} s`],
    ['Asked for patience', weighed.waited ? 'Yes' : ''],
    ['Instead of a model', weighed.fellBack ? fellBack(weighed.fellBack) : ''],
    ['Tokens', weighed.model ? tokens(weighed) : ''],
    ['Cost', weighed.model ? (weighed.dollars === null ? 'Price not known' : dollars(weighed.dollars)) : ''],
    ['Chose', weighed.tool ? `${weighed.tool} ${JSON.stringify(weighed.arguments)}` : ''],
    ['Instructions', instructions(weighed)],
    ['Request', weighed.requestId ?? ''],
  ];
  return rows.filter(([, value]) => value);
}

const instructions = ({ promptVersion, briefingVersion }) =>
  promptVersion ? `${promptVersion}${briefingVersion ? `, yours in version ${briefingVersion}` : ''}` : '';

const tokens = ({ tokensIn, tokensOut, tokensCached }) =>
  `${number(tokensIn)} read, ${number(tokensOut)} written${tokensCached ? `, ${number(tokensCached)} from the cache` : ''}`;

/** "32 conversations", as far as they are loaded. */
export const note = (feed) => (feed.ready && !feed.next ? count(feed.items.length, 'conversation') : '');

/** When in the call something was said. */
export const offset = (at, call) => clock(Math.max(0, (Date.parse(at) - Date.parse(call.startedAt)) / 1000));
