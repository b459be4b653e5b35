import { extensionFeed, numberFeed, session, settings } from '../lib/data.js';
import { closedNow } from './closing.js';

/** What has to be known beside a plan to draw it. */
export const beside = [extensionFeed, numberFeed, () => settings];

/** Whether all of it is known. */
export const isKnown = () => extensionFeed().ready && numberFeed().ready && settings.value !== null;

/** What kept it from being known, if anything did. */
export const trouble = () => beside.map((known) => known().problem).find(Boolean) ?? null;

/** @param {any[]} closures @returns {import('./planmodel.js').World} */
export function world(closures) {
  const { mainNumber, mainNumberDisplay } = session.value;
  return {
    people: extensionFeed().items,
    numbers: numberFeed().items.filter(({ number }) => number),
    main: mainNumber ? { number: mainNumber, display: mainNumberDisplay } : null,
    operator: settings.value?.operatorExtension ?? null,
    closed: closures.map(({ hours }) => hours).filter((name) => closedNow(closures, name)),
  };
}

/** The numbers that can be called, the main one first. */
export function callable() {
  const { main, numbers } = world([]);
  const known = main && !numbers.some(({ number }) => number === main.number) ? [{ ...main, use: 'main' }, ...numbers] : numbers;
  return [...known].sort((a, b) => Number(b.use === 'main') - Number(a.use === 'main'));
}
