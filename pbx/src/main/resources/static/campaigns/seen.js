import { html, nothing } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';

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
