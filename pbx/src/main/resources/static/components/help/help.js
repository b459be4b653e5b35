import { html } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';

stylesheet('./help.css', import.meta.url);

const WIDTH = 280;
const EDGE = 12;

/**
 * A question mark beside a term that a newcomer cannot know; it opens a few sentences, and Escape or a press elsewhere closes them.
 *
 * @param {string} about the term, once on a page
 * @param {string} words
 */
export const help = (about, words) => html`
  <span class="help">
    <button class="help-button" type="button" popovertarget=${idOf(about)} @keydown=${keep}>
      <span class="help-mark" aria-hidden="true">?</span><span class="unseen">What is “${about}”?</span>
    </button>
    <span class="help-words callout" id=${idOf(about)} popover role="note" @beforetoggle=${place}>${words}</span>
  </span>
`;

const idOf = (about) => `help-${about.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** Escape closes what is open, and nothing that lies under it. */
function keep(event) {
  if (event.key === 'Escape' && event.currentTarget.nextElementSibling.matches(':popover-open')) event.stopPropagation();
}

/** Under the question mark, or over it where there is more room. */
function place({ currentTarget: words, newState }) {
  if (newState !== 'open') return;
  const mark = words.previousElementSibling.getBoundingClientRect();
  const width = Math.min(WIDTH, innerWidth - 2 * EDGE);
  const below = mark.bottom < innerHeight * 0.6;
  words.style.inlineSize = `${width}px`;
  words.style.left = `${Math.max(EDGE, Math.min(mark.left + mark.width / 2 - width / 2, innerWidth - width - EDGE))}px`;
  words.style.top = below ? `${mark.bottom + 6}px` : 'auto';
  words.style.bottom = below ? 'auto' : `${innerHeight - mark.top + 6}px`;
}
