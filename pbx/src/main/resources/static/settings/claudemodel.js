import { count, number } from '../lib/format.js';

/** Fields of the form, with the most that may be written into them. Money is written in dollars and kept in cents. */
const COUNTS = { textsPerNumber: 1_000, callsPerNumber: 1_000, readPerCall: 10_000_000, writtenPerCall: 1_000_000 };
const MONEY = { centsPerDay: 10_000, centsPerMonth: 100_000 };

const dollars = (cents) => (cents / 100).toFixed(2);

/** The limits as a form holds them: texts. */
export const formOf = (limits) => ({
  ...Object.fromEntries(Object.keys(COUNTS).map((name) => [name, String(limits[name])])),
  ...Object.fromEntries(Object.keys(MONEY).map((name) => [name, dollars(limits[name])])),
});

const plain = (text) => text.trim().replace(',', '.');

/** What is wrong before the server is asked. @returns {Record<string, string>} */
export const problems = (form) => ({
  ...Object.fromEntries(
    Object.entries(COUNTS)
      .filter(([name, most]) => !/^\d{1,8}$/.test(form[name].trim()) || Number(form[name]) > most)
      .map(([name, most]) => [name, `Enter a whole number up to ${number(most)}.`]),
  ),
  ...Object.fromEntries(
    Object.entries(MONEY)
      .filter(([name, most]) => !/^\d{1,6}(\.\d{1,2})?$/.test(plain(form[name])) || Number(plain(form[name])) > most)
      .map(([name, most]) => [name, `Enter an amount up to ${number(most)} dollars.`]),
  ),
});

/** What to send. */
export const request = (version, form) => ({
  ...Object.fromEntries(Object.keys(COUNTS).map((name) => [name, Number(form[name])])),
  ...Object.fromEntries(Object.keys(MONEY).map((name) => [name, Math.round(Number(plain(form[name])) * 100)])),
  version,
});

/** "$0.42 of $10.00, 38 questions", or without money where the price is not known. */
export function spent({ questions, dollars: sum }, cents, priced) {
  const asked = count(questions, 'question');
  return priced ? `$${sum.toFixed(2)} of $${dollars(cents)} · ${asked}` : asked;
}

/** Why no money is counted, or nobody asked; empty when all is as usual. */
export function caution({ key, priced, model }) {
  if (!key) return 'There is no key for Claude, so it is not asked and nothing is spent. The offline assistant answers.';
  return priced ? '' : `What ${model} costs is not configured, so no money is counted: the other limits hold.`;
}
