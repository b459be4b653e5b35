import { showNumber } from './numbers.js';
import { verbs } from './twiml.js';

/**
 * "Under the Hood": what the carrier sent and what it was answered, told as one story for each call of this phone. The
 * legs that such a call makes ring belong to its story, though each has a name of its own.
 *
 * @typedef {{ call: string, at: string, kind: 'request' | 'twiml' | 'dial' | 'status' | 'error', title: string, detail?: string | null, body?: string | Record<string, string> | null, tookMs?: number | null, story?: string }} Hood
 * @typedef {{ offset: number, kind: Hood['kind'], title: string, detail: string, chips: string[], parameters: Array<[string, string]>, twiml: string | null }} Row
 * @typedef {{ call: string, startedAt: number, rows: Row[] }} Story
 */

/** Enough for a day of trying things, little enough to draw at once. */
const KEPT = 400;

/** @param {Hood[]} events @param {Hood} event @param {string | null} ownCall the call this phone is in @returns {Hood[]} */
export const withHood = (events, event, ownCall) => [...events, { ...event, story: ownCall ?? event.call }].slice(-KEPT);

/** @param {Hood[]} events in the order they came @returns {Story[]} oldest call first */
export function stories(events) {
  return [...byCall(events)].map(([call, own]) => {
    const startedAt = Math.min(...own.map((event) => Date.parse(event.at)));
    return { call, startedAt, rows: own.map((event) => row(event, startedAt)) };
  });
}

function byCall(events) {
  const calls = new Map();
  for (const event of events) {
    const story = event.story ?? event.call;
    calls.set(story, [...(calls.get(story) ?? []), event]);
  }
  return calls;
}

function row(event, startedAt) {
  const text = typeof event.body === 'string' ? event.body : null;
  const twiml = event.kind === 'twiml' ? text : null;
  return {
    offset: Math.max(0, (Date.parse(event.at) - startedAt) / 1000),
    kind: event.kind,
    title: readable(event.title),
    detail: [readable(event.detail ?? ''), news(event.body), took(event.tookMs)].filter(Boolean).join(' · '),
    chips: twiml === null ? [] : verbs(twiml),
    parameters: parameters(event.body),
    twiml,
  };
}

/** There is one phone system to ask; which of its paths was asked is the news. */
const readable = (text) => text.replace(/https?:\/\/[^/\s]+(?=\/)/g, '').replace(/\+1\d{10}\b/g, showNumber);

/** What a request is about: the parameter that was not there before. */
function news(body) {
  const told = body !== null && typeof body === 'object' ? body : {};
  if (told.SpeechResult) return `“${told.SpeechResult}”`;
  if (told.RecordingDuration) return `recorded ${told.RecordingDuration} s`;
  if (told.Digits) return `pressed ${told.Digits}`;
  if (told.DialCallStatus) return `dial ${told.DialCallStatus}`;
  return told.CallStatus === 'ringing' && told.From ? `from ${showNumber(told.From)}` : '';
}

/** @param {number | null | undefined} milliseconds */
function took(milliseconds) {
  if (!milliseconds) return '';
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function parameters(body) {
  return body !== null && typeof body === 'object' ? Object.entries(body) : [];
}
