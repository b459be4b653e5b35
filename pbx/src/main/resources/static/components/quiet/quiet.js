import { html } from '../../lib/html.js';
import { put, remove } from '../../lib/api.js';
import { extensions, ownExtension } from '../../lib/data.js';
import { quietWords, wishOf } from '../../lib/format.js';
import { notices } from '../../lib/notices.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';
import { openMenu } from '../menu/menu.js';
import { quietChoices } from './model.js';

stylesheet('./quiet.css', import.meta.url);

/** Asks for how long, under the button, or offers the end of it. @param {HTMLElement} button */
export const openQuiet = (button) => openMenu(button, acts(ownExtension()));

/** The same as rows of a sheet. @param {() => void} done */
export function quietRows(done) {
  const mine = ownExtension();
  const wish = wishOf(mine);
  return html`
    <section aria-labelledby="quiet-rows">
      <h3 class="quiet-title callout" id="quiet-rows">${wish ? html`${icon('moon')}${quietWords(wish)}` : 'Do not disturb'}</h3>
      <ul class="sheet-group">
        ${acts(mine).map(
          ({ label, act }) => html`
            <li>
              <button class="sheet-row" type="button" @click=${() => (act(), done())}><span class="sheet-row-word">${label}</span></button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

function acts(extension) {
  const wish = wishOf(extension);
  const off = wish ? [{ label: 'Turn Off', symbol: 'bell', act: () => turn(extension, undefined) }] : [];
  const on = quietChoices().map(({ label, until }, index) => ({
    label,
    symbol: 'moon',
    act: () => turn(extension, until),
    rule: wish !== null && index === 0,
  }));
  return [...off, ...on];
}

/**
 * Turns it on, or off, at once; what was before is one press away.
 *
 * @param {any} extension
 * @param {string | null | undefined} until undefined turns it off
 */
export async function turn(extension, until) {
  const before = wishOf(extension);
  const path = `/api/extensions/${encodeURIComponent(extension.id)}/do-not-disturb`;
  try {
    await extensions.answer(until === undefined ? remove(path) : put(path, { until }));
    const said = until === undefined ? 'Calls ring again' : `${quietWords({ until })}. Callers reach the mailbox`;
    notices.say(said, { undo: () => turn(extensions.get(extension.id), before ? before.until : undefined) });
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}
