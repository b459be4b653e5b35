import { verbs } from './twiml.js';

/**
 * "Under the Hood": what the carrier sent and what it was answered, grouped by call.
 *
 * @typedef {{ call: string, at: string, kind: 'request' | 'twiml' | 'dial' | 'status' | 'error', title: string, detail?: string | null, body?: string | Record<string, string> | null, tookMs?: number | null }} Hood
 * @typedef {{ offset: number, kind: Hood['kind'], title: string, detail: string, chips: string[], parameters: Array<[string, string]>, twiml: string | null }} Row
 * @typedef {{ call: string, startedAt: number, rows: Row[] }} Story
 */

/** Enough for a day of trying things, little enough to draw at once. */
const KEPT = 400;

/** @param {Hood[]} events @param {Hood} event @returns {Hood[]} */
export const withHood = (events, event) => [...events, event].slice(-KEPT);

/** @param {Hood[]} events in the order they came @returns {Story[]} oldest call first */
export function stories(events) {
  return [...byCall(events)].map(([call, own]) => {
    const startedAt = Math.min(...own.map((event) => Date.parse(event.at)));
    return { call, startedAt, rows: own.map((event) => row(event, startedAt)) };
  });
}

function byCall(events) {
  const calls = new Map();
  for (const event of events) calls.set(event.call, [...(calls.get(event.call) ?? []), event]);
  return calls;
}

function row(event, startedAt) {
  const text = typeof event.body === 'string' ? event.body : null;
  const twiml = event.kind === 'twiml' ? text : null;
  return {
    offset: Math.max(0, (Date.parse(event.at) - startedAt) / 1000),
    kind: event.kind,
    title: withoutHost(event.title),
    detail: [event.detail, took(event.tookMs)].filter(Boolean).join(' · '),
    chips: twiml === null ? [] : verbs(twiml),
    parameters: parameters(event.body),
    twiml,
  };
}

/** There is one phone system to ask; which of its paths was asked is the news. */
const withoutHost = (title) => title.replace(/https?:\/\/[^/\s]+(?=\/)/g, '');

/** @param {number | null | undefined} milliseconds */
function took(milliseconds) {
  if (!milliseconds) return '';
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function parameters(body) {
  return body !== null && typeof body === 'object' ? Object.entries(body) : [];
}
