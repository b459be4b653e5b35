import { html, nothing, render } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';

stylesheet('./menu.css', import.meta.url);

/**
 * A menu under its button. Arrows walk, Escape closes, focus returns to the button.
 *
 * @param {HTMLElement} button
 * @param {{label: string, symbol: string, act: () => void, danger?: boolean, rule?: boolean}[]} items
 */
export function openMenu(button, items) {
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', button.getAttribute('aria-label') ?? 'Actions');
  render(items.map((item) => entry(item, menu)), menu);
  menu.addEventListener('keydown', walk);
  menu.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
    button.setAttribute('aria-expanded', 'false');
    const focusInside = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    if (focusInside) button.focus();
  });
  (button.closest('main') ?? document.body).append(menu);
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  place(menu, button.getBoundingClientRect());
  menu.querySelector('button')?.focus();
}

const entry = (item, menu) => html`
  ${item.rule ? html`<div class="menu-rule" role="separator"></div>` : nothing}
  <button
    class="menu-item ${item.danger ? 'menu-danger' : ''}"
    type="button"
    role="menuitem"
    tabindex="-1"
    @click=${() => {
      menu.hidePopover();
      item.act();
    }}
  >
    ${icon(item.symbol)}${item.label}
  </button>
`;

function place(menu, anchor) {
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + height + 12 < innerHeight;
  menu.style.left = `${Math.max(8, Math.min(anchor.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${below ? anchor.bottom + 6 : anchor.top - height - 6}px`;
}

function walk(event) {
  // What is pressed in a menu is not meant for the page below it; Escape closes by itself.
  event.stopPropagation();
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length].focus();
}
