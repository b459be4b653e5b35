import { html } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { openSheet } from '../components/sheet/sheet.js';
import { size } from './entrymodel.js';

/** What came or went with a text. Only what a browser shows without running it is shown; the rest can be saved. */
export const media = (it, { name, acts }) => html`
  <div class="inbox-media">${it.message.media.map((each) => one(it, each, name, acts))}</div>
`;

function one(it, each, name, acts) {
  if (!each.url) return absent(each);
  if (each.picture) return picture(it, each, name, acts);
  if (each.type.startsWith('audio/')) {
    return html`<audio class="inbox-audio" controls preload="none" src=${each.url} aria-label="Sound from ${name}"></audio>`;
  }
  return html`<a class="inbox-file callout" href=${each.url} download>
    ${icon('file')}<span>${kindOf(each.type)}</span><span class="muted">${size(each.size ?? 0)}</span>
  </a>`;
}

const absent = (each) => html`
  <p class="inbox-file callout" dir="auto">
    ${icon(each.reason ? 'image-off' : 'clock')}<span>${each.reason ?? 'A file is on its way…'}</span>
  </p>
`;

function picture(it, each, name, acts) {
  const alt = it.kind === 'text_in' ? `Picture from ${name}` : `Picture to ${name}`;
  return html`<button class="inbox-picture" type="button" @click=${() => acts.show(it, each)}>
    <img src=${each.url} alt=${alt} loading="lazy" decoding="async" />
  </button>`;
}

function kindOf(type) {
  if (type === 'application/pdf') return 'PDF';
  if (type.startsWith('video/')) return 'Video';
  if (/vcard/.test(type)) return 'Contact card';
  if (type === 'text/calendar') return 'Calendar entry';
  return 'File';
}

/** One picture, as large as the window allows. */
export function showPicture(it, each, name) {
  openSheet({
    title: it.kind === 'text_in' ? `From ${name}` : `To ${name}`,
    size: 'wide',
    content: () => html`<img class="inbox-large" src=${each.url} alt="" />`,
    footer: () => html`<a class="button" href=${each.url} download>Save</a>`,
  });
}
