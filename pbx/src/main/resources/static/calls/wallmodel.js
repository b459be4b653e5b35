import { clock } from '../lib/format.js';

/** As many as a screen holds and eyes take in. */
const MOST_CALLS = 8;
const MOST_PEOPLE = 30;

const STATES = {
  talking: { label: 'On a call', symbol: 'phone-call', tone: 'green', order: 0 },
  ringing: { label: 'Ringing', symbol: 'bell', tone: 'orange', order: 1 },
  free: { label: 'Free', symbol: 'check', tone: 'blue', order: 2 },
  do_not_disturb: { label: 'Do not disturb', symbol: 'moon', tone: 'red', order: 3 },
  away: { label: 'Away', symbol: 'clock', tone: 'grey', order: 4 },
  no_phone: { label: 'Voicemail only', symbol: 'voicemail', tone: 'grey', order: 5 },
};

/** Seconds since an instant, by our own clock: the server's may differ by a little. */
const since = (instant, now) => Math.max(0, (now - Date.parse(instant)) / 1000);

/** Everybody, those who do something first; and how many find no place. */
export function people(seats, now) {
  const sorted = seats
    .map(({ person, state, since: from }) => ({ id: person.id, ext: person.ext, name: person.name, ...STATES[state], time: from ? clock(since(from, now)) : '' }))
    .sort((a, b) => a.order - b.order || Number(a.ext) - Number(b.ext));
  return { shown: sorted.slice(0, MOST_PEOPLE), more: Math.max(0, sorted.length - MOST_PEOPLE) };
}

/** Calls on the line, longest first. */
export function onTheLine(calls) {
  const sorted = [...calls].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  return { shown: sorted.slice(0, MOST_CALLS), more: Math.max(0, sorted.length - MOST_CALLS) };
}

/** How a queue stands; a minute of waiting is much, three are too much. */
export function queue({ name, waiting, waitingSince, members, free }, now) {
  const seconds = waitingSince ? since(waitingSince, now) : 0;
  return {
    name,
    waiting,
    longest: waitingSince ? clock(seconds) : '–',
    tone: seconds >= 180 ? 'red' : seconds >= 60 ? 'orange' : waiting > 0 ? 'blue' : 'grey',
    staffed: `${free} of ${members} free`,
  };
}

/** The four figures of the day. */
export const figures = ({ today, longestWaitSeconds }, live) => [
  { name: 'On the Line', figure: String(live), tone: 'blue' },
  { name: 'Answered Today', figure: String(today.answered), tone: 'green' },
  { name: 'Missed Today', figure: String(today.missed), tone: today.missed > 0 ? 'red' : 'grey' },
  { name: 'Longest Wait Today', figure: longestWaitSeconds === null ? '–' : clock(longestWaitSeconds), tone: 'grey' },
];
