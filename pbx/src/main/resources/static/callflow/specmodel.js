import { count } from '../lib/format.js';

/** @typedef {{name: string, label: string, kind: string, hint?: string, least?: number, most?: number, optional?: string}} Spec one field of a place */

const place = (name, label, optional) => ({ name, label, kind: 'place', optional });
const otherwise = place('otherwise', 'If nobody answers');
const seconds = { name: 'seconds', label: 'Rings for, in seconds', kind: 'count', least: 5, most: 120 };
const group = [
  { name: 'name', label: 'Name', kind: 'text' },
  { name: 'members', label: 'Who is rung', kind: 'members' },
  { name: 'strategy', label: 'In which order', kind: 'strategy' },
  seconds,
];

/** What can be said of each kind of place, in the order of its form. @type {Record<string, Spec[]>} */
export const FIELDS = {
  menu: [
    { name: 'greeting', label: 'Greeting', kind: 'area', hint: 'Said once. {business} stands for your name.' },
    { name: 'greetingSound', label: 'Recorded greeting', kind: 'sound', hint: 'Played instead of the words above. They are still said where it can’t be. WAV or MP3, up to 2 minutes.' },
    { name: 'choices', label: 'Choices', kind: 'area', hint: 'Said every time.' },
    { name: 'choicesSound', label: 'Recorded choices', kind: 'sound', hint: 'Played instead of the words above.' },
    { name: 'keys', label: 'Keys', kind: 'keys' },
    { name: 'extensions', label: 'Extensions can be dialled', kind: 'switch' },
    { name: 'seconds', label: 'Waits for a key, in seconds', kind: 'count', least: 1, most: 20 },
    { name: 'tries', label: 'Is said at most', kind: 'count', least: 1, most: 5 },
    place('otherwise', 'If nothing is pressed'),
  ],
  hours: [{ name: 'hours', label: 'Hours', kind: 'schedule' }, place('open', 'While open'), place('closed', 'While closed')],
  ring: [...group, otherwise],
  queue: [
    ...group,
    { name: 'hold', label: 'Said first', kind: 'area', hint: 'Then music, and where the caller stands in line. 0 leads to the operator.' },
    { name: 'longest', label: 'Longest wait, in seconds', kind: 'count', least: 10, most: 3600 },
    { name: 'callback', label: 'Offers to call back', kind: 'switch' },
    place('otherwise', 'If nobody comes'),
  ],
  extension: [{ name: 'ext', label: 'Whose', kind: 'person' }, place('otherwise', 'If nobody answers', 'As their rules say')],
  mailbox: [{ name: 'ext', label: 'Whose', kind: 'person', optional: 'The business' }],
  announcement: [{ name: 'text', label: 'Says', kind: 'area' }, place('then', 'Then')],
  receptionist: [],
  names: [{ name: 'tries', label: 'Asks at most', kind: 'count', least: 1, most: 5 }, place('otherwise', 'If nobody is found')],
  outside: [{ name: 'number', label: 'Phone number', kind: 'number' }, seconds, otherwise],
  goodbye: [{ name: 'text', label: 'Says', kind: 'area' }],
};

/** What can be said of an extension, whichever way a caller came. @type {Spec[]} */
export const RULES = [
  { name: 'doNotDisturb', label: 'Do not disturb', kind: 'switch' },
  { name: 'hours', label: 'Rung during', kind: 'schedule', optional: 'All day, every day' },
  place('closed', 'At other times', 'Their mailbox'),
  seconds,
  { name: 'findMe', label: 'Then also rings', kind: 'phones' },
  place('otherwise', 'If nobody answers', 'Their mailbox'),
];

/** @type {Spec[]} */
export const NUMBER = [place('start', 'Begins at'), { name: 'language', label: 'Spoken to', kind: 'language' }];

/** @type {Spec[]} */
export const CALLERS = [
  { name: 'blocked', label: 'Blocked', kind: 'blocked' },
  { name: 'vips', label: 'VIP callers', kind: 'vips' },
  place('anonymous', 'Number withheld', 'As everybody else'),
];

/** @type {Spec[]} */
export const SCHEDULE = [
  { name: 'zone', label: 'Time zone', kind: 'zone' },
  { name: 'week', label: 'Every week', kind: 'week' },
  { name: 'dates', label: 'Holidays and other days', kind: 'dates' },
];

/** What a new place of each kind begins as; `next` is where callers go on. */
export function fresh(type, { next, person, hours }) {
  const people = person ? [person] : [];
  const group = { members: people, strategy: 'all', seconds: 20, otherwise: next };
  return {
    menu: { type, greeting: '', choices: 'For a person, press 0.', keys: {}, extensions: true, seconds: 4, tries: 3, otherwise: next },
    hours: { type, hours, open: next, closed: 'mailbox-general' },
    ring: { type, name: 'New group', ...group },
    queue: { type, name: 'New queue', ...group, hold: 'Please hold. Somebody will be with you soon.', longest: 600, callback: true },
    receptionist: { type },
    announcement: { type, text: 'We are closed.', then: next },
    names: { type, tries: 3, otherwise: next },
    outside: { type, number: '', seconds: 20, otherwise: next },
    goodbye: { type, text: 'Thank you for calling. Goodbye.' },
  }[type];
}

/** What can be added, in the order in which it is offered. */
export const ADDABLE = ['menu', 'hours', 'ring', 'queue', 'receptionist', 'announcement', 'names', 'outside', 'goodbye'];

const spans = (list) => (list.length === 0 ? 'closed' : list.map(({ opens, closes }) => `${opens}–${closes}`).join(', '));

/**
 * What a field holds, in words.
 *
 * @param {Spec} spec
 * @param {{place: (id: string) => string, person: (ext: string) => string, strategies: Record<string, string>,
 *   languages: Record<string, string>, week: (week: any) => string}} names
 */
export function said(spec, value, names) {
  if (value === undefined || value === null || value === '') return spec.optional ?? 'Nothing';
  switch (spec.kind) {
    case 'place':
      return names.place(value);
    case 'person':
      return names.person(value);
    case 'members':
      return value.map(names.person).join(', ') || 'Nobody';
    case 'switch':
      return value ? 'Yes' : 'No';
    case 'strategy':
      return names.strategies[value];
    case 'language':
      return names.languages[value];
    case 'sound':
      return 'A sound';
    default:
      return listed(spec, value, names);
  }
}

function listed({ kind }, value, names) {
  switch (kind) {
    case 'keys':
    case 'vips':
      return Object.entries(value).map(([key, to]) => `${key}: ${names.place(to)}`).join(', ') || 'None';
    case 'phones':
      return value.map(({ number, seconds: rings }) => `${number} for ${count(rings, 'second')}`).join(', ') || 'Nothing';
    case 'blocked':
      return value.join(', ') || 'Nobody';
    case 'week':
      return names.week(value);
    case 'dates':
      return value.map(({ date, label, hours }) => `${date}${label ? ` ${label}` : ''}: ${spans(hours)}`).join(' · ') || 'None';
    default:
      return String(value);
  }
}
