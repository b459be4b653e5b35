import { html, nothing, repeat } from '../../phone/lib.js';
import { explain } from '../model/errors.js';
import { addressOf } from '../model/place.js';
import { showNumber, showTime } from '../model/show.js';
import { answered, card, empty, facts, icon, status } from './parts.js';

/** @param {any} state */
export function messagesView({ data, place }) {
  return html`
    <div class="split" data-chosen=${place.item !== ''}>
      ${card('Texts', answered(data.messages, ({ messages }) => messages, none, (messages) => list(messages, place.item)))}
      ${place.item ? detail(data.messages?.messages.find(({ sid }) => sid === place.item)) : nothing}
    </div>
  `;
}

const none = empty('message', 'No texts yet', 'Send one with POST Messages or from a handset, and follow it here from status to status.');

const list = (messages, chosen) => html`
  <ul class="rows">
    ${repeat(messages, ({ sid }) => sid, (message) => html`
      <li>
        <a class="row row-link" href=${addressOf('messages', message.sid)} aria-current=${message.sid === chosen ? 'true' : nothing}>
          ${icon('message')}
          <span class="row-main">
            <b>${showNumber(message.from)} to ${showNumber(message.to)}</b>
            <span class="row-sub clip" dir="auto">${message.body || 'No words'}</span>
          </span>
          ${status(message.status)}
        </a>
      </li>
    `)}
  </ul>
`;

function detail(message) {
  const all = html`<a class="link back" href=${addressOf('messages')}>All texts</a>`;
  if (!message) return card('Text', html`<p class="note">This text is not among the newest.</p>`, all);
  return card(
    'Text',
    html`
      <p class="quote" dir="auto">${message.body || 'No words'}</p>
      ${facts([['From', showNumber(message.from)], ['To', showNumber(message.to)], ['Direction', message.direction], ['Segments', message.segments], ['SID', html`<code>${message.sid}</code>`]])}
      ${message.errorCode ? html`<p class="problem"><b>${message.errorCode}</b> ${explain(message.errorCode).what} ${explain(message.errorCode).remedy}</p>` : nothing}
      <ol class="story">
        ${message.history.map((change) => html`<li class="event"><span class="event-time">${showTime(change.at)}</span><div class="event-main">${status(change.status)}</div></li>`)}
      </ol>
    `,
    all,
  );
}
