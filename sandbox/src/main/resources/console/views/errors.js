import { html } from '../../phone/lib.js';
import { explain } from '../model/errors.js';
import { addressOf } from '../model/place.js';
import { showTime } from '../model/show.js';
import { answered, card, empty, status } from './parts.js';

/** @param {any} state */
export const errorsView = ({ data }) =>
  card('Debugger', answered(data.alerts, ({ alerts }) => [...alerts].reverse(), none, (alerts) => html`<ul class="rows">${alerts.map(row)}</ul>`));

const none = empty('check', 'Nothing went wrong', 'When a webhook fails or a document is refused, it is explained here.');

const row = (alert) => html`
  <li class="row row-tall">
    <span class="code-number">${alert.code}</span>
    <div class="row-main">
      <b>${explain(alert.code).what}</b>
      <p>${explain(alert.code).remedy}</p>
      <span class="row-sub" dir="auto">${alert.message}</span>
      <span class="row-sub">${showTime(alert.at)} · ${about(alert.resourceSid)} · <a href="https://www.twilio.com/docs/errors/${alert.code}" rel="noopener noreferrer" target="_blank">Twilio’s page</a></span>
    </div>
    ${status(alert.level)}
  </li>
`;

const about = (sid) => {
  if (sid.startsWith('CA')) return html`<a href=${addressOf('calls', sid)}>its call</a>`;
  if (/^(SM|MM)/.test(sid)) return html`<a href=${addressOf('messages', sid)}>its text</a>`;
  return html`<code>${sid}</code>`;
};
