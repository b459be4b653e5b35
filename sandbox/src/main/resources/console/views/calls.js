import { html, nothing, repeat } from '../../phone/lib.js';
import { addressOf } from '../model/place.js';
import { showLength, showNumber, showTime } from '../model/show.js';
import { story } from '../model/story.js';
import { exchange } from './exchange.js';
import { answered, card, empty, facts, icon, status } from './parts.js';

/** @param {any} state */
export function callsView({ data, place }) {
  return html`
    <div class="split" data-chosen=${place.item !== ''}>
      ${card('Legs', answered(data.calls, ({ calls }) => calls, none, (calls) => list(calls, place.item, data.time)))}
      ${place.item ? detail(data, place.item) : nothing}
    </div>
  `;
}

const none = empty('phone-out', 'No calls yet', 'Call a number from the phone page or with POST Calls, and it appears here while it rings.');

const list = (calls, chosen, time) => html`
  <ul class="rows">
    ${repeat(calls, ({ callSid }) => callSid, (call) => html`
      <li>
        <a class="row row-link" href=${addressOf('calls', call.callSid)} aria-current=${call.callSid === chosen ? 'true' : nothing}>
          ${icon(call.direction === 'inbound' ? 'phone-in' : 'phone-out')}
          <span class="row-main">
            <b>${showNumber(call.from)} to ${showNumber(call.to)}</b>
            <span class="row-sub">${showTime(call.createdAt)} · ${call.direction} · ${showLength(call, time?.now ?? null)}</span>
          </span>
          ${status(call.status)}
        </a>
      </li>
    `)}
  </ul>
`;

function detail(data, sid) {
  const call = data.calls?.calls.find(({ callSid }) => callSid === sid);
  const rows = story(sid, data[`transcript ${sid}`], data.webhooks);
  return card(
    'As it runs',
    html`
      <p class="note"><code>${sid}</code></p>
      ${call ? facts([['From', showNumber(call.from)], ['To', showNumber(call.to)], ['Status', status(call.status)], ['Length', showLength(call, data.time?.now ?? null)], ['Price', call.price ? `$${call.price}` : '–']]) : nothing}
      ${rows.length === 0 ? html`<p class="loading" role="status">Nothing has been said yet.</p>` : html`<ol class="story" data-stick>${rows.map(row)}</ol>`}
    `,
    html`<a class="link back" href=${addressOf('calls')}>All legs</a>`,
  );
}

const row = ({ at, kind, title, detail: words, hook }) => html`
  <li class="event" data-kind=${kind}>
    <span class="event-time">${showTime(at)}</span>
    <div class="event-main">
      <p dir="auto"><b>${title}</b> ${words}</p>
      ${hook ? html`<details class="more"><summary>Request and answer</summary>${exchange(hook)}</details>` : nothing}
    </div>
  </li>
`;
