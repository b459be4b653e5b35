import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { icon } from '../icon/icon.js';

stylesheet('./attached.css', import.meta.url);

/**
 * A file that is to leave with a text: how far it has come up, or what is wrong with it.
 *
 * @param {{url: string, name: string, problem: string, share: number, note?: string}} each
 *   `url` of the picture that it is, or empty; `share` of it that is there, from 0 to 1
 * @param {() => void} remove
 */
export const attached = ({ url, name, problem, share, note = '' }, remove) => html`
  <li class="attached">
    ${url ? html`<img class="attached-thumb" src=${url} alt="" />` : html`<span class="attached-thumb">${icon('file')}</span>`}
    <span class="attached-words callout">
      <span class="cut" dir="auto">${name}</span>
      ${problem ? html`<span class="attached-wrong sub" role="alert" dir="auto">${problem}</span>` : nothing}
      ${!problem && note ? html`<span class="sub muted">${note}</span>` : nothing}
      ${!problem && share < 1 ? html`<progress class="progress" max="1" .value=${share} aria-label="Uploading ${name}"></progress>` : nothing}
    </span>
    <button class="round" type="button" aria-label="Remove ${name}" @click=${remove}>${icon('x')}</button>
  </li>
`;
