import { html, nothing } from '../lib/html.js';
import { extensionFeed } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { choice, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { send, wayBack } from './acts.js';
import { callerName, mailboxes } from './model.js';

/** Asks whose mailbox a message belongs in. */
export function askWhose(item) {
  let ext = '';
  let error = null;
  let problem = '';
  let busy = false;

  const move = async (event, close) => {
    event.preventDefault();
    if (busy) return;
    error = ext ? null : 'Choose whose mailbox it goes to.';
    sheet.update();
    if (error) return focusFirstError(event.target);
    busy = true;
    try {
      await send(item, ext);
      const name = extensionFeed().items.find((each) => each.ext === ext)?.name ?? ext;
      notices.say(`Moved to the mailbox of ${name}`, { undo: wayBack(item) });
      close();
    } catch (refusal) {
      problem = refusal.message;
    } finally {
      busy = false;
      sheet.update();
    }
    return undefined;
  };
  const choose = (chosen) => {
    ext = chosen;
    error = null;
    sheet.update();
  };

  const sheet = openSheet({
    title: 'Move Message',
    size: 'small',
    content: (close) => html`
      <form class="voicemail-move" id="move" novalidate @submit=${(event) => move(event, close)}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${choice({ name: 'ext', label: 'Mailbox of', value: ext, error, options: mailboxes(extensionFeed().items, item.ext), onInput: choose })}
        </div>
        <p class="field-note sub" dir="auto">The message from ${callerName(item)} leaves this mailbox and is new in the other.</p>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="move" ?disabled=${busy}>Move</button>
    `,
  });
  extensionFeed().refresh()?.then(() => sheet.update());
}
