import { CALL_SERIES, clock, count, hour, number, share } from '../lib/format.js';

const OPENS = 8;
const CLOSES = 17;

/** The hours worth showing: a working day, and whatever lies outside it and was used. */
export function columns(hours) {
  const used = hours.filter((each) => total(each) > 0).map((each) => each.hour);
  const first = Math.min(OPENS, ...used);
  const last = Math.max(CLOSES, ...used);
  return hours
    .filter((each) => each.hour >= first && each.hour <= last)
    .map((each) => ({ label: hour(each.hour), values: each }));
}

const total = (each) => CALL_SERIES.reduce((sum, { key }) => sum + each[key], 0);

/** One value per shown hour up to the present one, for a tile's little line; a day that has just begun rises from nothing. */
export function perHour(hours, now, pick) {
  const past = columns(hours)
    .filter(({ values }) => values.hour <= now)
    .map(({ values }) => pick(values));
  return past.length > 1 ? past : [0, past[0] ?? 0];
}

export const allOf = total;

/** The chart in one sentence. */
export function sentence(hours) {
  const busiest = hours.reduce((best, each) => (total(each) > total(best) ? each : best));
  const sum = hours.reduce((all, each) => all + total(each), 0);
  if (sum === 0) return 'Calls by hour: none yet today.';
  return `Calls by hour: ${count(sum, 'call')} today, most at ${hour(busiest.hour)} with ${total(busiest)}.`;
}

/** Share of finished calls that somebody answered, or null before the first. */
export const answeredShare = ({ total: all, live, answered }) => share(answered, all - live);

/** The texts of a day: all of them, and which they were. @param {{received: number, sent: number, failed: number}} counted */
export function textsToday({ received, sent, failed }) {
  const ways = `${number(received)} received, ${number(sent)} sent`;
  const words = received + sent === 0 ? 'None yet' : ways;
  return { figure: number(received + sent), text: failed > 0 ? `${words}, ${number(failed)} not delivered` : words };
}

/**
 * How long half of today's callers waited for a person at most, against yesterday up to this time.
 *
 * @param {{medianSeconds: number | null, yesterdaySeconds: number | null}} waits
 */
export function answerToday({ medianSeconds: now, yesterdaySeconds: then }) {
  if (now === null) return { figure: '—', text: 'Nobody was answered yet' };
  return { figure: clock(now), text: then === null ? 'for half of those answered' : against(then - now) };
}

function against(by) {
  if (by === 0) return 'as yesterday by now';
  return `${clock(Math.abs(by))} ${by > 0 ? 'faster' : 'slower'} than yesterday by now`;
}

/** Newest first, whatever the server's order. */
export const queue = (items) => [...items].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));

const ROOMS = { voicemail: 'voicemail', missed_call: 'calls/missed', conversation: 'inbox' };
const SYMBOLS = { voicemail: 'voicemail', missed_call: 'phone-missed', conversation: 'hand', webhook: 'triangle-alert', call_ceiling: 'triangle-alert', emergency_call: 'phone-call' };

const SETTINGS = { webhook: '/settings/webhooks', call_ceiling: '/settings/calls', emergency_call: '/settings/compliance' };

export const queueLink = ({ kind, id }) => SETTINGS[kind] ?? `/${ROOMS[kind]}/${encodeURIComponent(id)}`;

export const queueSymbol = ({ kind }) => SYMBOLS[kind];

/** Campaigns that are being sent, or were begun and are paused, with how many of their people have had their turn. */
export const underWay = (campaigns) =>
  campaigns
    .filter(({ state, gone }) => !gone && (state === 'running' || state === 'paused'))
    .map(({ id, name, state, endsAbout, waits, counts }) => ({
      id,
      name: name || 'Without a name',
      state,
      goesOn: waits?.until ?? null,
      endsAbout,
      total: counts.total,
      done: counts.total - counts.waiting - counts.leaving - counts.canceled,
      failed: counts.failed,
    }));

/** How long a live call has lasted. */
export const lasting = (call, now) => clock((now - Date.parse(call.startedAt)) / 1000);

/** Who takes the first-run call to a direct number: the first person who has one. */
export const firstDirect = (extensions) => extensions.find((each) => each.number);

/** How many of the first steps were taken, and which is next. */
export function stepsTaken(steps, { step, skipped }) {
  const toDo = steps.slice(0, -1);
  const reached = steps.findIndex(({ id }) => id === step);
  const open = toDo.filter(({ id }, index) => index >= reached || skipped.includes(id));
  const taken = `${toDo.length - open.length} of ${toDo.length} steps done.`;
  return open.length > 0 ? `${taken} Next: ${open[0].name}.` : `${taken} See what is ready.`;
}
