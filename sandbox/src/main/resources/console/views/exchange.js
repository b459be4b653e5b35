import { html, nothing } from '../../phone/lib.js';
import { isTwiml, outcome } from '../model/story.js';
import { explain } from '../model/errors.js';
import { facts } from './parts.js';
import { twiml } from './twiml.js';

/** One request to the customer's server, whole. @param {any} hook */
export const exchange = (hook) => html`
  <div class="exchange">
    <p class="exchange-url"><b>${hook.method}</b> <code>${hook.url}</code></p>
    ${facts([
      ['Answer', outcome(hook)],
      ['Content type', hook.contentType || '–'],
      ...(hook.signature ? [['X-Twilio-Signature', html`<code>${hook.signature}</code>`]] : []),
      ['Call or message', html`<code>${hook.resourceSid}</code>`],
    ])}
    ${hook.errorCode ? html`<p class="problem"><b>${hook.errorCode}</b> ${explain(hook.errorCode).what} ${explain(hook.errorCode).remedy}</p>` : nothing}
    <details class="more">
      <summary>${Object.keys(hook.parameters).length} parameters</summary>
      ${facts(Object.entries(hook.parameters))}
    </details>
    ${hook.body === '' ? nothing : isTwiml(hook) ? twiml(hook.body) : html`<pre class="code" tabindex="0" role="region" aria-label="Answer"><code>${hook.body}</code></pre>`}
  </div>
`;
