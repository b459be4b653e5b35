import { html, nothing } from '../lib/html.js';
import { post, remove } from '../lib/api.js';
import { whenLong } from '../lib/phrases.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';
import { nameOf } from './feeds.js';
import { dollars, fellBack, wanted } from './model.js';
import { asDecision, planLine, standing, verdict } from './runmodel.js';

/**
 * A run and its turns, then beside now.
 *
 * @param {{run: any, turns: {turn: any, words: string | null}[]}} whole
 * @param {{all: boolean, reload: () => Promise<void>, gone: () => void}} how `all` shows also what stayed the same
 */
export function runDetail({ run, turns }, { all, reload, gone }) {
  const { label, symbol, tone } = standing(run);
  const shown = all ? turns : turns.filter(({ turn }) => !turn.now?.same);
  return html`
    <div class="list-head">
      <div class="list-head-words">
        <h2 class="title-3 cut">${run.what === 'tests' ? 'Tests' : 'Past calls'}</h2>
        <p class="sub muted cut">${whenLong(run.startedAt)}, by ${run.startedBy}</p>
      </div>
      <span class="pill pill-${tone}" role="status">${icon(symbol)}${label}</span>
      ${may('admin') ? button(run, reload, gone) : nothing}
    </div>
    <div class="list-body">
      <p class="callout">${planLine(run)}</p>
      ${totals(run)}
      <nav class="segments receptionist-show" aria-label="Show">
        <a class="segment" href="/receptionist/replays/${encodeURIComponent(run.id)}" aria-current=${all ? 'false' : 'true'}
          >${run.what === 'tests' ? 'Not passed' : 'Different'}</a
        >
        <a class="segment" href="/receptionist/replays/${encodeURIComponent(run.id)}?show=all" aria-current=${all ? 'true' : 'false'}>All</a>
      </nav>
      ${shown.length === 0
        ? html`<p class="callout muted">${run.what === 'tests' ? 'Every test passed.' : 'Everything would be decided as it was.'}</p>`
        : html`<ul class="receptionist-tests receptionist-compared">${shown.map((each) => compared(run.what, each))}</ul>`}
    </div>
  `;
}

function totals({ what, counts, estimate, mind }) {
  const same = what === 'tests' ? 'Passed' : 'Same';
  const other = what === 'tests' ? 'Failed' : 'Different';
  return html`
    <dl class="receptionist-facts card">
      ${fact('Turns', counts.turns)} ${fact(same, counts.same)} ${fact(other, counts.done - counts.same)}
      ${counts.lost > 0 ? fact('Without an outcome', counts.lost) : nothing}
      ${counts.fellBack > 0 ? fact('Claude gave no answer', counts.fellBack) : nothing}
      ${fact('Cost', html`<span class="digits">${dollars(counts.dollars)}</span>`)}
      ${mind === 'claude' && estimate !== null ? fact('Estimated', html`<span class="digits">${dollars(estimate)}</span>`) : nothing}
    </dl>
  `;
}

const fact = (name, value) => html`<div class="receptionist-fact"><dt class="sub muted">${name}</dt><dd>${value}</dd></div>`;

const button = (run, reload, gone) =>
  run.state === 'running'
    ? html`<button class="button" type="button" @click=${() => act(() => post(`/api/receptionist/runs/${run.id}/stop`), 'Stopped', reload)}>Stop</button>`
    : html`<button class="round" type="button" aria-label="Delete this replay" @click=${() => act(() => remove(`/api/receptionist/runs/${run.id}`), 'Replay deleted', gone)}>
        ${icon('trash-2')}
      </button>`;

async function act(send, done, after) {
  try {
    await send();
    notices.say(done);
    await after();
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

function compared(what, { turn, words }) {
  const { label, symbol, tone } = verdict(what, turn);
  return html`
    <li class="receptionist-test">
      <div class="receptionist-test-words">
        <p class="receptionist-test-heard" dir="auto">${words === null ? 'The words were deleted' : words ? `“${words}”` : 'Said nothing'}</p>
        <dl class="receptionist-sides">
          <div><dt class="sub muted">${what === 'tests' ? 'Should' : 'Then'}</dt><dd dir="auto">${wanted(asDecision(turn.then), nameOf)}</dd></div>
          <div><dt class="sub muted">Now</dt><dd dir="auto">${turn.now ? wanted(asDecision(turn.now.gist), nameOf) : '—'}</dd></div>
        </dl>
        ${turn.now ? html`<p class="sub muted" dir="auto">${turn.now.fellBack ? `${fellBack(turn.now.fellBack)}. ` : ''}${turn.now.why}</p>` : nothing}
        <p class="receptionist-verdict">
          <span class="pill pill-${tone}">${icon(symbol)}${label}</span>
          <a class="link sub" href="/receptionist/${encodeURIComponent(turn.callId)}">Conversation<span class="unseen"> ${turn.n}</span></a>
        </p>
      </div>
    </li>
  `;
}
