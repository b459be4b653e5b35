import { html, nothing, render } from '../../lib/html.js';
import { overview } from '../../lib/data.js';
import { ago, day, time } from '../../lib/format.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';
import { needs } from '../shell/rooms.js';

const styles = stylesheet('./needs.css', import.meta.url);
const GAP = 6;
const EDGE = 8;

/** What needs somebody, under the bell. Escape or a press elsewhere closes it. @param {HTMLElement} button */
export async function openNeeds(button) {
  if (button.getAttribute('aria-expanded') === 'true') return;
  button.setAttribute('aria-expanded', 'true');
  await styles;
  const panel = document.createElement('div');
  panel.className = 'needs';
  panel.popover = 'auto';
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-labelledby', 'needs-title');
  const draw = () => render(content(() => panel.hidePopover()), panel);
  const stop = overview.subscribe(draw);
  panel.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
    stop();
    button.setAttribute('aria-expanded', 'false');
    const focusInside = panel.contains(document.activeElement) || document.activeElement === document.body;
    panel.remove();
    if (focusInside && button.isConnected) button.focus();
  });
  draw();
  (button.closest('main') ?? document.body).append(panel);
  panel.showPopover();
  place(panel, button.getBoundingClientRect());
  /** @type {HTMLElement} */ (panel.querySelector('h2')).focus();
}

function content(close) {
  const items = needs(overview.value?.needsYou ?? []);
  return html`
    <h2 class="needs-title title-3" id="needs-title" tabindex="-1">Needs You</h2>
    ${overview.value
      ? items.length === 0
        ? html`<p class="needs-none callout muted">Nothing needs you. Texts that wait for a person, voicemail not heard and missed calls wait here.</p>`
        : html`<ul>${items.map((item) => row(item, close))}</ul>`
      : html`<p class="needs-none callout muted">${overview.problem?.message ?? nothing}</p>`}
    <a class="needs-all button button-plain" href="/" @click=${close}>Show Overview</a>
  `;
}

const row = ({ path, symbol, title, text, at }, close) => html`
  <li>
    <a class="needs-row" href=${path} @click=${close}>
      ${icon(symbol)}
      <span class="needs-words">
        <span class="needs-line">
          <span class="needs-name cut" dir="auto">${title}</span>
          <time class="sub muted" datetime=${at} title="${day(at)} at ${time(at)}">${ago(at)}</time>
        </span>
        <span class="callout muted cut" dir="auto">${text}</span>
      </span>
    </a>
  </li>
`;

function place(panel, anchor) {
  const { width } = panel.getBoundingClientRect();
  panel.style.left = `${Math.max(EDGE, Math.min(anchor.right - width, innerWidth - width - EDGE))}px`;
  panel.style.top = `${anchor.bottom + GAP}px`;
  panel.style.maxBlockSize = `${innerHeight - anchor.bottom - GAP - EDGE}px`;
}
