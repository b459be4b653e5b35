import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { carriedWords } from './picturemodel.js';

/** What a text carries besides its words, as phones show it. @param {{url: string, picture: boolean}[]} media */
export const seen = (media) =>
  media.length === 0
    ? nothing
    : html`<div class="campaigns-seen">
        ${media.map(({ url, picture }, at) =>
          picture
            ? html`<img class="campaigns-seen-picture" src=${url} alt="Picture ${at + 1} of the text" decoding="async" />`
            : html`<span class="campaigns-seen-file callout">${icon('file')}<span>File</span></span>`,
        )}
      </div>`;

/** The same in a line of many: the first of them, and how many more. @param {{url: string, picture: boolean}[]} media */
export function carried(media) {
  if (media.length === 0) return nothing;
  const [{ url, picture }] = media;
  return html`<span class="campaigns-carried" title=${carriedWords(media)}>
    ${picture ? html`<img src=${url} alt="" loading="lazy" decoding="async" />` : icon('file')}
    ${media.length > 1 ? html`<span class="digits" aria-hidden="true">+${media.length - 1}</span>` : nothing}
    <span class="unseen">With ${carriedWords(media)}</span>
  </span>`;
}
