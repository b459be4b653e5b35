import { html, nothing } from '../lib.js';
import { showDuration } from '../model/captions.js';
import { twimlLines } from '../model/twiml.js';
import { empty } from './parts.js';

/** Every TwiML document of the calls, as it was answered. @param {import('../model/timeline.js').Story[]} told */
export function twimlDocuments(told) {
  const documents = told.flatMap(({ rows }) => rows.filter((row) => row.twiml !== null));
  if (documents.length === 0) return empty('phone-out', 'No TwiML yet', 'What the phone system answers the carrier appears here, line by line.');
  return documents.map(
    (row) => html`
      <article class="twiml">
        <h3 class="twiml-title"><span class="event-time">${showDuration(row.offset)}</span> ${row.title} <span class="twiml-detail">${row.detail}</span></h3>
        <pre class="twiml-code"><code>${twimlLines(row.twiml).map(line)}</code></pre>
      </article>
    `,
  );
}

function line({ depth, tag, text }) {
  const indent = '  '.repeat(depth);
  if (tag === null) return html`${indent}<span class="twiml-text">${text}</span>${"\n"}`;
  const { name, attributes, closes, empty: alone } = tag;
  return html`${indent}<span class="twiml-tag">&lt;${closes ? '/' : ''}${name}</span>${attributes.map(attribute)}<span class="twiml-tag">${alone ? '/' : ''}&gt;</span>${'\n'}`;
}

const attribute = ([name, value]) => html` <span class="twiml-name">${name}</span>=<span class="twiml-value">"${value}"</span>`;
