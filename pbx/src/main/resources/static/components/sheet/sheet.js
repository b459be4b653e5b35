import { html, nothing, render } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';

const styles = stylesheet('./sheet.css', import.meta.url);
let number = 0;

/**
 * A sheet over the page. Escape and the cross cancel; focus returns to where it was.
 *
 * @param {{title: string, content: (close: () => void) => unknown, footer?: (close: () => void) => unknown,
 *   onClose?: () => void, size?: 'small' | 'normal' | 'wide', kept?: () => boolean}} sheet
 *   `kept` true means that it must not go away by Escape
 */
export function openSheet({ title, content, footer, onClose, size = 'normal', kept = () => false }) {
  const dialog = document.createElement('dialog');
  const opener = document.activeElement;
  const id = `sheet-${++number}`;
  dialog.className = `sheet sheet-${size}`;
  dialog.setAttribute('aria-labelledby', id);

  const close = () => dialog.close();
  const update = () =>
    render(
      html`
        <div class="sheet-head">
          <h2 class="title-2" id=${id} tabindex="-1">${title}</h2>
          ${kept()
            ? nothing
            : html`<button class="round" type="button" aria-label="Close" @click=${close}>${icon('x')}</button>`}
        </div>
        <div class="sheet-body">${content(close)}</div>
        ${footer ? html`<div class="sheet-foot">${footer(close)}</div>` : nothing}
      `,
      dialog,
    );

  dialog.addEventListener('cancel', (event) => kept() && event.preventDefault());
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose?.();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
  styles.then(() => {
    update();
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector('[autofocus], input:not([type=checkbox], [type=radio]), select') ?? dialog.querySelector('h2')).focus();
  });
  return { update, close };
}
