import { html, nothing } from '../../phone/lib.js';
import { addressOf } from '../model/place.js';
import { showNumber, showTime } from '../model/show.js';
import { answered, card, empty, icon, status } from './parts.js';

/** @param {any} state */
export function overviewView(state) {
  const { data, place } = state;
  return html`
    ${figures(data)}
    ${answered(data.accounts, ({ accounts }) => accounts, nothing, (accounts) => accounts.map(accountCard))}
    ${card('Handsets', handsets(data, place.item))}
  `;
}

function figures({ calls, messages, faults, alerts }) {
  const live = calls?.calls.filter((call) => call.live).length;
  const tiles = [
    ['calls', 'Live legs', live],
    ['messages', 'Recent texts', messages?.messages.length],
    ['errors', 'Errors', alerts?.alerts.length],
    ['faults', 'Faults switched on', faults?.faults.length],
  ];
  return html`
    <ul class="tiles">
      ${tiles.map(([section, label, value]) => html`<li><a class="tile" href=${addressOf(section)}><b>${value ?? '–'}</b><span>${label}</span></a></li>`)}
    </ul>
  `;
}

const accountCard = (account) =>
  card(
    account.name,
    html`
      <p class="note"><code>${account.sid}</code> · token <code>${account.authToken}</code></p>
      ${account.numbers.length === 0
        ? empty('hash', 'No numbers', account.sid.endsWith('2') ? 'Every number that nobody has bought belongs to the outside world.' : 'Buy one with POST IncomingPhoneNumbers, and it appears here.')
        : html`<ul class="rows">${account.numbers.map(numberRow)}</ul>`}
    `,
    html`<span class="figure">$${Number(account.balance).toFixed(2)}</span>`,
  );

const numberRow = (number) => html`
  <li class="row">
    <div class="row-main">
      <b>${showNumber(number.phoneNumber)}</b>
      <span class="row-sub">${number.name}${number.messagingService ? ` · in ${number.messagingService}` : ''}</span>
    </div>
    <div class="row-main">
      <span class="row-sub">Voice <code>${number.voiceUrl ?? 'not configured'}</code></span>
      <span class="row-sub">Texts <code>${number.smsUrl ?? 'not configured'}</code></span>
    </div>
    ${status(number.registration)}
  </li>
`;

/** Everybody outside who has called, or has been called or texted, newest first. */
function handsets(data, chosen) {
  const { accounts, calls, messages } = data;
  const owned = new Set((accounts?.accounts ?? []).flatMap((account) => account.numbers.map((number) => number.phoneNumber)));
  const parties = [...(calls?.calls ?? []), ...(messages?.messages ?? [])].flatMap(({ from, to }) => [from, to]);
  const outside = [...new Set(parties)].filter((number) => /^\+\d{7,15}$/.test(number ?? '') && !owned.has(number)).slice(0, 24);
  if (outside.length === 0) return empty('device', 'No handsets yet', 'Phones that call, text or are called appear here.');
  return html`
    <ul class="chips">
      ${outside.map((number) => html`<li><a class="chip-link" href=${addressOf('overview', number)} aria-current=${number === chosen ? 'true' : nothing}>${showNumber(number)}</a></li>`)}
    </ul>
    ${chosen ? screen(chosen, data[`screen ${chosen}`]) : nothing}
  `;
}

const screen = (number, answer) => html`
  <div class="screen">
    <p class="screen-title"><b>${showNumber(number)}</b> <a class="link" href="../phone/?number=${encodeURIComponent(number)}">${icon('open')} Open this phone</a></p>
    ${answered(answer, ({ texts }) => texts, html`<p class="note">No texts on its screen.</p>`, (texts) => html`<ol class="bubbles">${texts.map(bubble)}</ol>`)}
  </div>
`;

const bubble = (text) => html`
  <li class="bubble" data-direction=${text.direction}>
    <p dir="auto">${text.body}</p>
    <span class="row-sub">${showTime(text.at)} · ${showNumber(text.direction === 'in' ? text.from : text.to)}${text.origin === 'carrier' ? ' · automatic' : ''}</span>
  </li>
`;
