import { html } from '../../phone/lib.js';
import { faultLine, faultPlace, PRESETS } from '../model/faults.js';
import { answered, card, empty } from './parts.js';

/** @param {any} state @param {any} act */
export const faultsView = ({ data }, act) => html`
  ${card(
    'Switched on',
    answered(data.faults, ({ faults }) => faults, none, (faults) => html`<ul class="rows">${faults.map((rule) => row(rule, act))}</ul>`),
    data.faults?.faults.length > 0 ? html`<button type="button" class="link" @click=${act.clearFaults}>Remove all</button>` : '',
  )}
  ${card('Add', html`
    <ul class="presets">
      ${PRESETS.map(({ title, sentence, rule }) => html`
        <li class="preset">
          <h4>${title}</h4>
          <p>${sentence}</p>
          <button type="button" class="button" ?disabled=${!data.faults} @click=${() => act.addFault(rule)}>Add <span class="hidden">${title}</span></button>
        </li>
      `)}
    </ul>
    <p class="note">More with <code>POST /sandbox/faults</code>.</p>
  `)}
`;

const none = empty('check', 'The carrier behaves', 'Add a fault below, and it stays until it is removed.');

const row = (rule, act) => html`
  <li class="row">
    <div class="row-main">
      <b>${faultLine(rule)}</b>
      <span class="row-sub">${faultPlace(rule)}</span>
    </div>
    <button type="button" class="link" @click=${() => act.removeFault(rule.id)}>Remove <span class="hidden">${faultLine(rule)}</span></button>
  </li>
`;
