import { CALL_SERIES, callSeries, clock, count, day, hour, number, share, time, whenToComeWithin } from '../lib/format.js';

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

/** "Open until 5:00 PM", or when it opens; empty where nobody has said. @param {{state: string, changesAt: string | null}} opening */
export function openWords({ state, changesAt }, now = Date.now()) {
  if (state === 'unknown') return '';
  if (!changesAt) return state === 'open' ? 'Open' : 'Closed';
  const when = day(changesAt, now) === 'Today' ? time(changesAt) : whenToComeWithin(changesAt, now);
  return state === 'open' ? `Open until ${when}` : `Closed, opens ${day(changesAt, now) === 'Today' ? `at ${when}` : when}`;
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

/** What each tile is about, wherever its figure comes from. */
export const TILES = {
  calls: { name: 'Calls', symbol: 'phone', tone: 'green', href: '/calls' },
  texts: { name: 'Texts', symbol: 'message-circle', tone: 'blue', href: '/inbox' },
  voicemail: { name: 'Voicemail', symbol: 'voicemail', tone: 'orange', href: '/voicemail' },
  missed: { name: 'Missed', symbol: 'phone-missed', tone: 'red', href: '/calls?outcome=missed' },
  answer: { name: 'Time to Answer', symbol: 'clock', tone: 'purple', href: '/analytics' },
};

export const onTheLine = (live) => ({ name: 'On the Line', symbol: 'phone-call', tone: 'indigo', href: '/calls', figure: number(live), text: 'right now' });

/** How many finished calls somebody answered, in words. @param {number | null} percent */
export const answeredWords = (percent) => (percent === null ? { text: 'None finished yet' } : { lead: `${percent}%`, text: 'answered by a person' });

/** What lies in the mailboxes unheard, and the way there. @param {number} unheard */
export const unheardWords = (unheard) => (unheard > 0 ? { lead: number(unheard), text: 'not heard yet', href: '/voicemail?show=unheard' } : { text: 'All heard' });

/**
 * The day in tiles and a chart. A tile has a figure, words of which the `lead` stands out, and perhaps its course over the day.
 *
 * @param {any} day as the server sums it up @param {{hour: number, live: number}} now
 */
export function today({ calls, texts, voicemail, timeToAnswer, hours }, now) {
  const course = (pick) => perHour(hours, now.hour, pick);
  const bars = columns(hours);
  return {
    tiles: [
      { ...TILES.calls, figure: number(calls.total), ...answeredWords(answeredShare(calls)), course: course(total) },
      { ...TILES.texts, ...textsToday(texts) },
      { ...TILES.voicemail, figure: number(voicemail.today), ...unheardWords(voicemail.unheard), course: course((each) => each.voicemail) },
      { ...TILES.missed, figure: number(calls.missed), text: calls.missed > 0 ? 'No message left' : 'Nobody was missed', course: course((each) => each.missed) },
      { ...TILES.answer, ...answerToday(timeToAnswer) },
      onTheLine(now.live),
    ],
    chart: { title: 'Calls by Hour', caption: 'Calls by hour', columns: bars, series: callSeries(bars), sentence: sentence(hours) },
  };
}

/** The days that can be chosen; today first. */
export const RANGES = [
  { period: '', label: 'Today' },
  { period: '7d', label: '7 Days' },
  { period: '30d', label: '30 Days' },
];

/** The days that the address asks for; nonsense asks for today. @param {{period?: string}} query */
export const periodOf = ({ period = '' }) => (RANGES.some((each) => each.period === period) ? period : '');

/** Campaigns that are being sent, or were begun and are paused, with how many of their people have had their turn. */
export const underWay = (campaigns) =>
  campaigns
    .filter(({ state, gone }) => !gone && (state === 'running' || state === 'paused'))
    .map(({ id, name, state, why = null, endsAbout, waits, counts }) => ({
      id,
      name: name || 'Without a name',
      state,
      why,
      goesOn: waits?.until ?? null,
      endsAbout,
      total: counts.total,
      done: counts.total - counts.waiting - counts.leaving - counts.canceled,
      failed: counts.failed,
    }));

/** Who is on the other side of a call, as well as they are known. */
export const otherSide = ({ name, direction, fromDisplay, toDisplay }) => name || (direction === 'outbound' ? toDisplay : fromDisplay);

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
