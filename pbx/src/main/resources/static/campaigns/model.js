import { timeIn, zoneName } from '../lib/calendar.js';
import { count, day, number, time, when, whenToComeWithin } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';

const STATES = {
  draft: { label: 'Draft', symbol: 'square-pen', tone: 'grey' },
  scheduled: { label: 'Scheduled', symbol: 'calendar-clock', tone: 'blue' },
  running: { label: 'Sending', symbol: 'megaphone', tone: 'blue' },
  paused: { label: 'Paused', symbol: 'pause', tone: 'orange' },
  done: { label: 'Done', symbol: 'circle-check', tone: 'green' },
  canceled: { label: 'Canceled', symbol: 'circle-x', tone: 'grey' },
};

/** How a campaign of which nothing can leave stands, in a word. @param {{because: string}} waits */
const lullStanding = ({ because }) =>
  because === 'hours' ? { label: 'Waiting', symbol: 'moon', tone: 'blue' } : { label: 'Waiting', symbol: 'clock', tone: 'orange' };

/** How a campaign stands, in a word. */
export const standing = ({ state, waits }) =>
  waits ? lullStanding(waits) : (STATES[state] ?? { label: state, symbol: 'circle-dashed', tone: 'grey' });

/** Whether anything of it may still change by itself. */
export const isUnderWay = ({ state }) => state === 'running' || state === 'paused';

/**
 * What can become of one person, in the order of the bar; together they are the audience.
 * `key` is how both the counts and the deliveries call it.
 */
export const GROUPS = [
  { key: 'delivered', label: 'Delivered', symbol: 'check-check', tone: 'green' },
  { key: 'sent', label: 'Sent', symbol: 'check', tone: 'blue' },
  { key: 'leaving', label: 'Leaving now', symbol: 'megaphone', tone: 'sky' },
  { key: 'checking', label: 'Checking', symbol: 'clock', tone: 'orange' },
  { key: 'notConfirmed', label: 'Not confirmed', symbol: 'circle-alert', tone: 'amber' },
  { key: 'failed', label: 'Failed', symbol: 'triangle-alert', tone: 'red' },
  { key: 'skipped', label: 'Skipped', symbol: 'ban', tone: 'dark' },
  { key: 'canceled', label: 'Canceled', symbol: 'circle-x', tone: 'mid' },
  { key: 'waiting', label: 'Waiting', symbol: 'circle-dashed', tone: 'light' },
];

/** The groups that have somebody in them. @returns {{key: string, label: string, tone: string, figure: number}[]} */
export const groups = (counts) =>
  GROUPS.map((group) => ({ ...group, figure: counts[group.key] ?? 0 })).filter(({ figure }) => figure > 0);

/** The group a delivery is in. */
export const groupOf = (state) =>
  GROUPS.find((group) => group.key === state) ?? { label: state, symbol: 'circle-dashed', tone: 'grey' };

const PILLS = { green: 'green', blue: 'blue', sky: 'blue', orange: 'orange', amber: 'orange', red: 'red' };

/** The colour of a pill that says the same as a part of the bar. */
export const pillTone = (tone) => PILLS[tone] ?? 'grey';

/** The bar in words, for those who listen. */
export const barInWords = (counts) =>
  groups(counts)
    .map(({ label, figure }) => `${label} ${number(figure)}`)
    .join(', ') || 'Nobody yet';

/** "12 people replied · 3 opted out" */
export const outcomeLine = ({ replied, optedOut }) =>
  [
    replied > 0 ? `${count(replied, 'person', 'people')} replied` : '',
    optedOut > 0 ? `${number(optedOut)} opted out` : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** Why nothing is known of that by which a text left. */
export const unproven = ({ state }) =>
  ['waiting', 'skipped', 'canceled'].includes(state)
    ? 'This has not left. What it leaves by is kept when it does.'
    : 'By what this left was not kept yet at the time.';

/** "Replied", "Replied 3 times", or nothing. */
export const repliesWord = ({ replies }) => (replies > 1 ? `Replied ${number(replies)} times` : replies === 1 ? 'Replied' : '');

/** Whose turn has come: everybody but those who wait, whose text is just leaving, or who were left out by canceling. */
export const handled = ({ total, waiting, leaving, canceled }) => total - waiting - leaving - canceled;

/** Whole percent, never rounded up: 100 means everybody. */
export const percent = (counts) => (counts.total > 0 ? Math.floor((handled(counts) / counts.total) * 100) : 0);

/** "1 sending · 1 waiting · 2 paused · 1 scheduled" */
export const note = (items) =>
  ['Sending', 'Waiting', 'Paused', 'Scheduled']
    .map((word) => ({ word: word.toLowerCase(), figure: items.filter((item) => standing(item).label === word).length }))
    .filter(({ figure }) => figure > 0)
    .map(({ word, figure }) => `${figure} ${word}`)
    .join(' · ');

/** When it was or will be what it is. */
export function whenLine({ state, createdAt, startsAt, startedAt, endedAt }, now = Date.now()) {
  if (state === 'scheduled' && startsAt) return `Starts ${whenToComeWithin(startsAt, now)}`;
  if (endedAt) return `Ended ${lowered(whenLong(endedAt, now))}`;
  if (startedAt) return `Started ${lowered(whenLong(startedAt, now))}`;
  return `Written ${lowered(whenLong(createdAt, now))}`;
}

const lowered = (text) => text.replace(/^(Today|Yesterday)/, (word) => word.toLowerCase());

/** The date in the corner of a row. */
export const cornerDate = ({ createdAt, startsAt, startedAt, endedAt }, now = Date.now()) =>
  when(endedAt ?? startedAt ?? startsAt ?? createdAt, now);

/** What matters most of the counts, for a row: "1,779 delivered · 21 failed". */
export function rowCounts({ state, counts, waits }, now = Date.now()) {
  if (state === 'draft' || state === 'scheduled') return counts.total > 0 ? count(counts.total, 'person', 'people') : 'Nobody chosen yet';
  const told = ['delivered', 'sent', 'failed', 'skipped', 'notConfirmed', 'checking', 'waiting'];
  const words = groups(counts)
    .filter(({ key }) => told.includes(key))
    .sort((a, b) => told.indexOf(a.key) - told.indexOf(b.key))
    .map(({ label, figure }) => `${number(figure)} ${label.toLowerCase()}`);
  const until = waits ? [`until ${ending(waits.until, now)}`] : [];
  return [...until, ...words].join(' · ') || count(counts.total, 'person', 'people');
}

/** "8:00 AM Pacific Time", when their clock shows something else than ours; else empty. */
function theirs(zones, ours, until) {
  if (zones.length === 0) return '';
  const said = timeIn(zones, until);
  if (said === timeIn([ours], until)) return '';
  return `, ${said} ${zones.length === 1 ? zoneName(zones[0]) : 'for them'}`;
}

const LULLS = {
  hours: 'Quiet hours for everybody who is left.',
  carrier: 'The carrier takes no more from its numbers for now.',
  daily_cap: 'Its numbers have sent what they may today.',
};

/** "Rests until tomorrow at 3:00 AM" @param {{until: string, because: string}} rest */
export const restLine = ({ until, because }, now = Date.now()) =>
  because === 'fault' ? `Is tried again ${whenToComeWithin(until, now)}` : `Rests until ${ending(until, now)}`;

/**
 * For what it waits, and until when.
 *
 * @param {{until: string, because: string, zones: string[]}} waits
 * @param {string} ours the business's zone
 */
function lullLine({ until, because, zones }, ours, now = Date.now()) {
  return `${LULLS[because] ?? LULLS.carrier} Goes on ${whenToComeWithin(until, now)} at the earliest${theirs(zones, ours, until)}.`;
}

/**
 * What is fast now, what is allowed, and when it ends; or for what it waits.
 *
 * @param {number | null} measured people per second, if known
 * @param {string} ours the business's zone
 */
export function paceLine({ state, perSecond, endsAbout, waits }, measured, ours, now = Date.now()) {
  if (state !== 'running') return '';
  if (waits) return lullLine(waits, ours, now);
  const line = [
    measured === null ? '' : `${rounded(measured)} per second now`,
    perSecond > 0 ? `up to ${rounded(perSecond)} ${perSecond === 1 ? 'segment' : 'segments'} a second` : '',
    endsAbout ? `ends about ${ending(endsAbout, now)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

const rounded = (value) => number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** "4:12 PM" today, with its day otherwise. */
export const ending = (instant, now = Date.now()) =>
  day(instant, now) === 'Today' ? time(instant) : whenToComeWithin(instant, now);

const LOOK_BACK_MS = 20_000;
const TOO_SHORT_MS = 3000;

/** Remembers how far a campaign had come, as long as it tells its pace. @param {{at: number, handled: number}[]} samples */
export function sampled(samples, counts, now = Date.now()) {
  const kept = samples.filter(({ at }) => now - at <= LOOK_BACK_MS);
  return kept.at(-1)?.handled === handled(counts) ? kept : [...kept, { at: now, handled: handled(counts) }];
}

/** People per second over what is remembered, or null while that is too short to tell. */
export function measured(samples, now = Date.now()) {
  if (samples.length === 0 || now - samples[0].at < TOO_SHORT_MS) return null;
  return ((samples.at(-1).handled - samples[0].handled) * 1000) / (now - samples[0].at);
}

const QUIET_MS = 15_000;

/**
 * What a screen reader says of a campaign: at once when it stands otherwise, of its progress only every 15 seconds.
 *
 * @param {{id: string, label: string, at: number, text: string} | null} before
 */
export function announcement(before, campaign, now = Date.now()) {
  const { id, state, name, counts } = campaign;
  const { label } = standing(campaign);
  const same = before?.id === id && before.label === label;
  if (same && (state !== 'running' || now - before.at < QUIET_MS)) return before;
  // What was on the page when it was opened is read there.
  const text = before?.id === id ? `${name}: ${label}, ${number(handled(counts))} of ${number(counts.total)}` : '';
  return { id, label, at: now, text };
}

/** A number as people here write it. */
export function shown(text) {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(text ?? '') ?? [];
  return area ? `(${area}) ${exchange}-${line}` : (text ?? '');
}

/** "From (833) 555-0199 and 1 more" */
export function fromLine(senders) {
  if (senders.length === 0) return '';
  const more = senders.length > 1 ? ` and ${senders.length - 1} more` : '';
  return `From ${shown(senders[0])}${more}`;
}

export const KINDS = [
  { value: 'marketing', label: 'Marketing' },
  { value: 'informational', label: 'Information' },
];

export const POLICIES = [
  { value: 'at_most_once', label: 'Nobody gets it twice' },
  { value: 'at_least_once', label: 'Everybody gets it' },
];

const labelIn = (options, value) => options.find((option) => option.value === value)?.label ?? value;

/** "Marketing · Nobody gets it twice" */
export const termsLine = ({ kind, policy }) => `${labelIn(KINDS, kind)} · ${labelIn(POLICIES, policy)}`;

/** What may be done with a campaign as it stands. */
export const allowed = (state) => ({
  edit: state === 'draft' || state === 'scheduled',
  discard: state === 'draft',
  pause: state === 'running',
  numbers: state === 'paused',
  resume: state === 'paused',
  cancel: ['scheduled', 'running', 'paused'].includes(state),
  copy: state !== 'draft',
});

/** Which characters make each segment hold fewer, or an empty word. @param {{encoding: string, forcedBy: string[]}} preview */
export function forcing({ forcedBy }) {
  const characters = [...new Set(forcedBy)];
  if (characters.length === 0) return '';
  const more = characters.length > 5 ? ` and ${characters.length - 5} more` : '';
  return `${characters.slice(0, 5).join(' ')}${more} ${characters.length > 1 ? 'make' : 'makes'} each segment hold 70 characters instead of 160.`;
}
