import { notices } from './notices.js';

/** What is on its way about an item: the last request, and the item as the server last had it. @type {Map<string, any>} */
const pending = new Map();

/**
 * Shows a change at once and asks for it, after what was asked about the same item before: whoever undoes something and
 * does it again in one breath gets what they did last. Takes it back when it is refused, and says why.
 *
 * @param {import('./topics.js').Entities} entities what the item is one of
 * @param {{changed: object, ask: () => Promise<any>, refused?: (before: any, problem: any) => any}} how `ask` answers with
 *   the item as it became; `refused` makes of the item as it was the one that is shown when it is refused
 * @returns {Promise<boolean>} whether it was done
 */
export async function change(entities, item, { changed, ask, refused = (before) => before }) {
  const shown = entities.get(item.id) ?? item;
  const turns = pending.get(item.id) ?? { last: Promise.resolve(), known: shown };
  pending.set(item.id, turns);
  entities.put({ ...shown, ...changed });
  let since = entities.revision;
  const send = () => {
    since = entities.revision;
    return ask();
  };
  const asked = (turns.last = turns.last.then(send, send));
  try {
    turns.known = await asked;
    return true;
  } catch (problem) {
    turns.known = refused(turns.known, problem);
    notices.say(problem.message, { kind: 'problem' });
    return false;
  } finally {
    // Otherwise something was done since, which is on screen already; and news that came meanwhile are newer.
    if (turns.last === asked) {
      pending.delete(item.id);
      entities.put(turns.known, since);
    }
  }
}
