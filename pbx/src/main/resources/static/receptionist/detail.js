import { html, nothing } from '../lib/html.js';
import { whenLong } from '../lib/phrases.js';
import { may } from '../lib/rights.js';
import { avatar } from '../components/avatar/avatar.js';
import { icon } from '../components/icon/icon.js';
import { nameOf } from './feeds.js';
import { playable, sound } from './sound.js';
import { makeTest } from './testsheet.js';
import { cost, ending, heard, marks, mindsOf, offset, particulars, wanted } from './model.js';

/** One conversation, turn by turn. @param {any} talk with its story */
export function detail(talk) {
  const { call } = talk;
  const { label, symbol, tone } = ending(call);
  return html`
    <div class="list-head">
      ${avatar('')}
      <div class="list-head-words">
        <h2 class="title-3 cut" dir="auto">${call.fromDisplay}</h2>
        <p class="sub muted cut">${whenLong(call.startedAt)}</p>
      </div>
      <span class="pill pill-${tone} ${call.live ? 'pill-pulse' : ''}">${call.live ? nothing : icon(symbol)}<span class="cut" dir="auto">${label}</span></span>
    </div>
    <div class="list-body">
      <dl class="receptionist-facts card">
        ${fact('Called', call.toDisplay)} ${fact('Turns', talk.turns)} ${mindsOf(talk) ? fact('Decided by', mindsOf(talk)) : nothing}
        ${fact('Cost', html`<span class="digits">${cost(talk)}</span>`)}
        ${fact('Call', html`<a class="link" href="/calls/${encodeURIComponent(talk.id)}">Every step</a>`)}
      </dl>
      ${marks(talk).length > 0
        ? html`<p class="receptionist-marks">${marks(talk).map((mark) => html`<span class="pill pill-${mark.tone}">${icon(mark.symbol)}${mark.label}</span>`)}</p>`
        : nothing}
      ${sound(talk)}
      <section class="receptionist-story" aria-labelledby="receptionist-said">
        <h3 class="title-3" id="receptionist-said">What Was Said</h3>
        <ol class="receptionist-turns">${talk.story.map((turn) => turnOf(turn, talk))}</ol>
      </section>
    </div>
  `;
}

const fact = (name, value) => html`<div class="receptionist-fact"><dt class="sub muted">${name}</dt><dd>${value}</dd></div>`;

function turnOf(turn, { call, recordings }) {
  const said = playable(turn.saidAt, offset(turn.saidAt, call), recordings);
  return html`
    <li class="receptionist-turn">
      ${turn.said ? bubble('ai', 'Receptionist', turn.said, said) : nothing} ${caller(turn, call)}
      ${turn.heardAt ? decision(turn, call) : nothing}
    </li>
  `;
}

const bubble = (kind, who, words, at, aside = '') => html`
  <div class="receptionist-line receptionist-line-${kind}">
    <p class="caption muted receptionist-who">${who} · ${at}${aside ? ` · ${aside}` : nothing}</p>
    ${words ? html`<p class="receptionist-bubble receptionist-bubble-${kind}" dir="auto">${words}</p>` : nothing}
  </div>
`;

function caller(turn, call) {
  const said = heard(turn);
  return said ? bubble('them', 'Caller', said.words, html`<span class="digits">${offset(turn.heardAt, call)}</span>`, said.aside) : nothing;
}

/** What was made of it: the wish in a line, and everything behind it when asked for. */
function decision(turn, call) {
  const { weighed, effect, reason } = turn;
  return html`
    <div class="receptionist-decision">
      <p class="receptionist-wanted">
        ${icon(weighed ? 'sparkles' : 'list-tree')}<span dir="auto">${weighed ? wanted(weighed.decision, nameOf) : effect ?? 'Nothing came of it'}</span>
      </p>
      ${reason ? html`<p class="sub muted" dir="auto">${effect && weighed ? `${effect}: ` : ''}${reason}</p>` : nothing}
      ${weighed ? why(weighed) : nothing}
      ${weighed && !turn.wordsDeletedAt && may('admin')
        ? html`<button class="button receptionist-make" type="button" @click=${() => makeTest(call.id, turn)}>
            ${icon('flask-conical')}Make a Test<span class="unseen"> of turn ${turn.turn}</span>
          </button>`
        : nothing}
    </div>
  `;
}

const why = (weighed) => html`
  <details class="receptionist-why">
    <summary class="link sub">Why?</summary>
    <p class="callout" dir="auto">${weighed.why}</p>
    ${weighed.candidates.length > 0 ? candidates(weighed.candidates) : nothing}
    <dl class="receptionist-particulars sub">
      ${particulars(weighed).map(([name, value]) => html`<div><dt class="muted">${name}</dt><dd dir="auto">${value}</dd></div>`)}
    </dl>
  </details>
`;

const candidates = (list) => html`
  <ul class="receptionist-candidates sub" aria-label="Who was thought of">
    ${list.slice(0, 5).map(
      ({ id, score }) => html`<li>
        <span class="cut" dir="auto">${nameOf(id)}</span>
        <span class="receptionist-score" aria-hidden="true"><span .style=${`inline-size:${Math.round(score * 100)}%`}></span></span>
        <span class="digits">${Math.round(score * 100)} %</span>
      </li>`,
    )}
  </ul>
`;
