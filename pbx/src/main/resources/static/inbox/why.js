import { html, nothing } from '../lib/html.js';
import { preciseTime } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';
import { Document } from '../lib/store.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { costLine } from './composemodel.js';
import { standing } from './entrymodel.js';

/** Everything that was decided about a text of ours, and all that the carrier said of it. */
export function showWhy(entry) {
  const path = `/api/messages/${encodeURIComponent(entry.id)}`;
  const document = new Document(path);
  const answer = entry.author.kind === 'assistant' ? new Document(`${path}/answer`) : null;
  const stops = [document, answer].map((each) => each?.subscribe(() => sheet.update()));
  const sheet = openSheet({
    title: entry.author.kind === 'assistant' ? 'Why This Answer?' : 'What Happened to This Text',
    content: () => {
      if (document.value) return content(document.value, answer?.value);
      return document.problem ? failed(document.problem, () => document.load()) : skeletonRows(4);
    },
    onClose: () => stops.forEach((stop) => stop?.()),
  });
  document.load();
  answer?.load();
}

function content(message, answer) {
  const { label, symbol, tone } = standing(message);
  const code = message.errorCode ? ` (carrier code ${message.errorCode})` : '';
  return html`
    <p class="inbox-why-end inbox-under-${tone}">${icon(symbol)}<span dir="auto">${label}${code}</span></p>
    ${message.why ? reason(message.why) : nothing} ${answer ? html`<p class="callout" dir="auto">${answer.why}</p>` : nothing}
    <h3 class="field-heading">Checked before sending</h3>
    ${checks(message.why?.checks ?? [])}
    <h3 class="field-heading">Then</h3>
    <ul class="sheet-group">
      <li class="sheet-row inbox-why-row"><span class="sheet-row-word">Written</span><span class="sub muted">${whenLong(message.createdAt)}</span></li>
      ${message.sentAt
        ? html`<li class="sheet-row inbox-why-row"><span class="sheet-row-word">Handed to the carrier</span><span class="sub muted">${preciseTime(message.sentAt)}</span></li>`
        : nothing}
      ${(message.history ?? []).map(happened)}
    </ul>
    <p class="sub muted inbox-why-foot">${[author(message), costLine(message)].filter(Boolean).join(' · ')}</p>
  `;
}

const author = ({ author: { kind, name } }) => (kind === 'system' ? 'Sent automatically' : `Written by ${name}`);

const reason = ({ sentence, rule }) => html`
  <p class="callout" dir="auto">${sentence} ${rule ? html`<span class="sub muted">Rule ${rule}</span>` : nothing}</p>
`;

function checks(list) {
  if (list.length === 0) return html`<p class="sub muted">Nothing was written down.</p>`;
  return html`<ul class="sheet-group">
    ${list.map(
      ({ passed, sentence, rule }) => html`
        <li class="sheet-row inbox-why-row inbox-why-${passed ? 'right' : 'wrong'}">
          ${icon(passed ? 'circle-check' : 'circle-alert')}
          <span class="sheet-row-word"><span class="unseen">${passed ? 'Passed' : 'Not passed'}: </span><span dir="auto">${sentence}</span></span>
          <span class="sub muted">${rule}</span>
        </li>
      `,
    )}
  </ul>`;
}

const happened = ({ at, status, sentence }) => html`
  <li class="sheet-row inbox-why-row">
    <span class="sheet-row-word"><span class="inbox-why-status">${status}</span>${sentence ? html` <span dir="auto">${sentence}</span>` : nothing}</span>
    <span class="sub muted">${preciseTime(at)}</span>
  </li>
`;
