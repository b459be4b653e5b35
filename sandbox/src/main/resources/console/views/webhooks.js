import { html, nothing } from '../../phone/lib.js';
import { addressOf } from '../model/place.js';
import { showTime } from '../model/show.js';
import { outcome, pathOf } from '../model/story.js';
import { exchange } from './exchange.js';
import { answered, card, empty } from './parts.js';

const SHOWN = 200;

/** @param {any} state */
export function webhooksView({ data, place }) {
  const newest = [...(data.webhooks?.webhooks ?? [])].reverse().slice(0, SHOWN);
  const chosen = newest.find((hook) => keyOf(hook) === place.item);
  return html`
    <div class="split" data-chosen=${chosen !== undefined}>
      ${card('Requests', answered(data.webhooks, () => newest, none, (hooks) => list(hooks, place.item)))}
      ${chosen ? card('Request and answer', exchange(chosen), html`<a class="link back" href=${addressOf('webhooks')}>All requests</a>`) : nothing}
    </div>
  `;
}

/** Requests have no name of their own: what was asked, about what, and when. */
const keyOf = (hook) => `${hook.at} ${hook.resourceSid}`;

const none = empty('send', 'Nobody has been asked', 'Configure a URL on a number, call it, and each request appears here with its answer.');

const list = (hooks, chosen) => html`
  <ul class="rows">
    ${hooks.map((hook) => html`
      <li>
        <a class="row row-link" href=${addressOf('webhooks', keyOf(hook))} aria-current=${keyOf(hook) === chosen ? 'true' : nothing}>
          <span class="row-main">
            <b class="clip">${hook.method} ${pathOf(hook.url)}</b>
            <span class="row-sub">${showTime(hook.at)} · ${outcome(hook)}</span>
          </span>
          <span class="status" data-tone=${hook.errorCode ? 'bad' : 'good'}>${hook.status || 'No answer'}</span>
        </a>
      </li>
    `)}
  </ul>
`;
