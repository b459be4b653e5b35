import { html, nothing } from '../../lib/html.js';
import { post } from '../../lib/api.js';
import { recovery } from '../../lib/data.js';
import { time } from '../../lib/format.js';
import { notices } from '../../lib/notices.js';
import { stylesheet } from '../../lib/styles.js';
import { openSheet } from '../sheet/sheet.js';
import { backupOf, findings } from './model.js';

stylesheet('./recovery.css', import.meta.url);

/** What a comparison with the carrier has found, and the word that lets texts leave again. */
export function openRecovery() {
  let resuming = false;
  const sheet = openSheet({
    title: 'Resume sending?',
    onClose: recovery.subscribe(() => sheet.update()),
    content: () => content(recovery.value),
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Not Yet</button>
      <button class="button button-filled" type="button" ?disabled=${resuming || !recovery.value?.resumable} @click=${() => resume(close)}>Resume Sending</button>
    `,
  });

  async function resume(close) {
    resuming = true;
    sheet.update();
    try {
      recovery.set(await post('/api/recovery/resume', {}));
      notices.say('Texts leave again');
      close();
    } catch (problem) {
      resuming = false;
      notices.say(problem.message, { kind: 'problem' });
      recovery.load();
    }
  }
}

function content(state) {
  if (!state?.open) return html`<p class="callout">Somebody has resumed it already.</p>`;
  return html`
    <p class="callout">
      This system was restored from a backup of ${backupOf(state.backupAt)}. What left after that would wait to leave once more, so the carrier was
      asked for it.
    </p>
    <dl class="recovery-facts">
      ${findings(state.found).map(([label, value]) => html`<div><dt>${label}</dt><dd class="digits">${value}</dd></div>`)}
    </dl>
    ${state.resumable
      ? html`<p class="sub muted">Campaigns that were under way are paused: look at each before you resume it, as what was done to it since the backup is lost.</p>`
      : html`<p class="sub muted" role="status">${state.problem ?? nothing} ${waiting(state)}</p>`}
  `;
}

const waiting = ({ resumableFrom }) =>
  Date.parse(resumableFrom) > Date.now()
    ? `The carrier’s lists are a few minutes behind. They are complete from ${time(resumableFrom)} on.`
    : 'The carrier is being asked.';
