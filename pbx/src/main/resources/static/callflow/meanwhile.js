import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { changes } from './editmodel.js';

/** @param {{number: number, by: string}} published */
export const sentence = ({ number, by }) =>
  html`<span dir="auto">${by ? html`<bdi>${by}</bdi> published` : 'Somebody published'}</span> version ${number} while you were here. It leads new calls.`;

/** That somebody else published, above what is drafted here, which stays as it is. @param {any} it see page.js */
export const meanwhile = ({ draft, isDraft, live, open }) => html`
  <div class="callflow-meanwhile callout" role="status">
    ${icon('list-tree')}
    <span>${sentence(draft.meanwhile)} ${isDraft ? 'The draft is kept as it is.' : nothing}</span>
    ${isDraft && changes(live, draft.plan).length > 0 ? html`<button class="button button-plain" type="button" @click=${() => open('review')}>Compare</button>` : nothing}
    <button class="button button-plain" type="button" @click=${() => draft.read()}>OK</button>
  </div>
`;
