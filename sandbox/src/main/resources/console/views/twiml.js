import { html } from '../../phone/lib.js';
import { twimlLines } from '../../phone/model/twiml.js';

/** A document, line by line. @param {string} xml */
export const twiml = (xml) => html`<pre class="code" tabindex="0" role="region" aria-label="TwiML"><code>${twimlLines(xml).map(line)}</code></pre>`;

function line({ depth, tag, text }) {
  const indent = '  '.repeat(depth);
  if (tag === null) return html`${indent}${text}${'\n'}`;
  const { name, attributes, closes, empty: alone } = tag;
  return html`${indent}<b>&lt;${closes ? '/' : ''}${name}</b>${attributes.map(([key, value]) => html` ${key}=<i>"${value}"</i>`)}<b>${alone ? '/' : ''}&gt;</b>${'\n'}`;
}
