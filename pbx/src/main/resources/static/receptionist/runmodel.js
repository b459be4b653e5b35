import { count } from '../lib/format.js';

/** What a person may expect of a turn, in words. */
export const ACTIONS = [
  { value: 'connect', label: 'Connect them to…' },
  { value: 'take_message', label: 'Take a message' },
  { value: 'answer', label: 'Answer from what is known' },
  { value: 'clarify', label: 'Ask back' },
  { value: 'operator', label: 'Hand to a person' },
  { value: 'reprompt', label: 'Ask them to say it again' },
  { value: 'opt_out', label: 'Write down that they want no more calls' },
  { value: 'emergency', label: 'Tell them to hang up and dial 911' },
  { value: 'refuse', label: 'Refuse' },
  { value: 'end_call', label: 'Say goodbye' },
];

const KINDS = { connect: ['department', 'person'], take_message: ['department', 'person'], answer: ['fact'] };

/** What can be chosen beside an action: nothing for most. @param {{id: string, name: string, kind: string}[]} directory */
export const targetsFor = (action, directory) => directory.filter(({ kind }) => KINDS[action]?.includes(kind));

/** Whether an action says nothing without a target. */
export const needsTarget = (action) => action === 'connect';

/** A decision without its words, as a decision is told. */
export const asDecision = ({ kind, targets }) => ({ kind, target: targets[0], facts: targets, candidates: targets });

const BRIEFINGS = { then: 'instructions of then', published: 'published instructions', draft: 'draft of the instructions' };

/** For a line below what it is: "Calls of 7 days · Claude (claude-haiku-5-5) · draft of the instructions" */
export function planLine({ what, mind, model, briefing, days }) {
  const who = mind === 'offline' ? 'rules alone' : `Claude${model ? ` (${model})` : ''}`;
  return [...(what === 'tests' ? [] : [`Calls of ${count(days, 'day')}`]), who, ...(mind === 'offline' ? [] : [BRIEFINGS[briefing]])].join(' · ');
}

/** How a run stands. @returns {{label: string, symbol: string, tone: string}} */
export function standing({ what, state, counts: { turns, done, same, lost } }) {
  if (state === 'running') return { label: `${done + lost} of ${turns}`, symbol: 'refresh-cw', tone: 'blue' };
  if (state === 'stopped') return { label: 'Stopped', symbol: 'hand', tone: 'grey' };
  const other = done - same;
  if (other > 0) return { label: what === 'tests' ? `${other} failed` : `${other} different`, symbol: 'circle-alert', tone: 'orange' };
  return { label: what === 'tests' ? 'All passed' : 'All the same', symbol: 'circle-check', tone: 'green' };
}

/** How one turn of a run ended. */
export function verdict(what, { state, now }) {
  if (state === 'waiting' || state === 'asking') return { label: 'Waiting', symbol: 'clock', tone: 'grey' };
  if (state === 'gone') return { label: 'Words deleted', symbol: 'trash-2', tone: 'grey' };
  if (state === 'lost') return { label: 'No outcome known', symbol: 'circle-alert', tone: 'grey' };
  if (now.same) return { label: what === 'tests' ? 'Passed' : 'Same', symbol: 'circle-check', tone: 'green' };
  return { label: what === 'tests' ? 'Failed' : 'Different', symbol: 'circle-alert', tone: 'orange' };
}

/** What is going to happen, before it does. @param {any} estimate @param {(value: string | number) => string} dollars */
export function costLine({ turns, questions, model, dollars: about, mostDollars }, dollars) {
  if (turns === 0) return 'There is nothing of the kind to put to a mind.';
  if (questions === 0) return `${count(turns, 'turn')}, decided by rules. This costs nothing.`;
  const asked = `${count(turns, 'turn')}; ${model} is asked about ${questions === turns ? 'each' : `${questions} of them`}`;
  return about === null
    ? `${asked}. Nobody has said what ${model} costs.`
    : `${asked}: about ${dollars(about)}, at most ${dollars(mostDollars)}.`;
}

/** "Run for About $0.08" */
export const runLabel = ({ questions, dollars: about } = { questions: 0, dollars: null }, dollars) =>
  questions === 0 ? 'Run' : about === null ? 'Run at Unknown Cost' : `Run for About ${dollars(about)}`;

export const DAYS = [1, 7, 30, 90].map((days) => ({ value: String(days), label: count(days, 'day') }));
