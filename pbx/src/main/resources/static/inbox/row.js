import { html, nothing } from '../lib/html.js';
import { count, when } from '../lib/format.js';
import { avatar } from '../components/avatar/avatar.js';
import { chipsOf } from './chips.js';
import { snippet } from './model.js';

export const ROW_HEIGHT = 102;

/** One conversation in the list. @param {{href: string, current: boolean}} how */
export const row = (conversation, { href, current }) => html`
  <a class="list-item inbox-item" href=${href} aria-current=${current ? 'true' : 'false'}>
    ${conversation.unread > 0
      ? html`<span class="list-dot"></span><span class="unseen">${count(conversation.unread, 'unread message')}: </span>`
      : nothing}
    ${avatar(conversation.contact?.name ?? '')}
    <span class="list-words">
      <span class="list-line">
        <span class="list-name cut" dir="auto">${conversation.name}</span>
        <span class="list-time">${when(conversation.lastAt)}</span>
      </span>
      <span class="list-text" dir="auto">${snippet(conversation)}</span>
      <span class="list-pills">
        ${chipsOf(conversation)}
        ${conversation.line ? html`<span class="pill cut" dir="auto">${conversation.line}</span>` : nothing}
      </span>
    </span>
  </a>
`;
