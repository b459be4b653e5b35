import { html, nothing, repeat } from '../lib/html.js';
import { ACCEPTED, fileProblem, MOST_BYTES } from '../lib/attachable.js';
import { upload } from '../lib/upload.js';
import { attached } from '../components/attached/attached.js';
import { icon } from '../components/icon/icon.js';
import { sentence } from './draftmodel.js';
import { attachedError } from './picturemodel.js';

/** @typedef {{key: string, id: string, name: string, type: string, size: number, picture: boolean, url: string, share: number, problem: string, stop: AbortController | null}} Attached */

let number = 0;

/** What a campaign's text carries besides its words, each sent up as soon as it is chosen. */
export class Pictures {
  #editor;
  /** @type {Attached[]} */
  #items;
  #changed;

  /** @param {import('./editor.js').Editor} editor @param {any[]} media what is kept already @param {() => void} changed */
  constructor(editor, media, changed) {
    this.#editor = editor;
    this.#changed = changed;
    this.#items = media.map((each) => ({ ...each, key: each.id, name: each.picture ? 'Picture' : 'File', share: 1, problem: '', stop: null }));
  }

  stop() {
    this.#items.forEach(({ stop }) => stop?.abort());
    this.#items.filter(({ url }) => url.startsWith('blob:')).forEach(({ url }) => URL.revokeObjectURL(url));
  }

  /** Why the step cannot be left, or an empty word. */
  get problem() {
    return attachedError(this.#items, MOST_BYTES);
  }

  /** Those that would be seen on a phone. */
  get shown() {
    return this.#items.filter(({ problem, url }) => !problem && url);
  }

  get count() {
    return this.#items.filter(({ problem }) => !problem).length;
  }

  template() {
    const error = this.#editor.errors.media;
    return html`
      <div>
        <p class="field-heading campaigns-label" id="media-label">Pictures</p>
        ${this.#items.length > 0
          ? html`<ul class="campaigns-pictures" aria-labelledby="media-label">${repeat(this.#items, ({ key }) => key, (each) => this.#row(each))}</ul>`
          : nothing}
        <label class="button campaigns-attach">
          ${icon('paperclip')}<span>${this.#items.length > 0 ? 'Add Another' : 'Add a Picture'}</span>
          <input
            class="unseen"
            id="media"
            type="file"
            multiple
            accept=${ACCEPTED}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${error ? 'media-error' : 'media-note'}
            @change=${(event) => this.#picked(event)}
          />
        </label>
        ${error
          ? html`<p class="field-error sub campaigns-error" id="media-error" role="alert" dir="auto">${sentence(error)}</p>`
          : html`<p class="field-note sub campaigns-note" id="media-note">Pictures, sound or PDF, up to 5 MB in all. A text with a picture counts, and costs, as one message however long its words are.</p>`}
      </div>
    `;
  }

  #row(each) {
    return attached({ ...each, url: each.picture ? each.url : '' }, () => this.#remove(each));
  }

  #picked({ target }) {
    for (const file of target.files) this.#add(file);
    target.value = '';
  }

  #add(file) {
    const problem = fileProblem(file, this.#items.length) ?? '';
    const picture = file.type.startsWith('image/');
    const item = {
      key: `new-${++number}`,
      id: '',
      name: file.name || 'Picture',
      type: file.type,
      size: file.size,
      picture,
      url: picture && !problem ? URL.createObjectURL(file) : '',
      share: 0,
      problem,
      stop: new AbortController(),
    };
    this.#items = [...this.#items, item];
    this.#tell();
    if (!problem) this.#send(item, file);
  }

  async #send(item, file) {
    try {
      const onProgress = (share) => {
        item.share = Math.min(share, 0.99);
        this.#editor.update();
      };
      const kept = await upload('/api/media', file, { signal: item.stop.signal, onProgress });
      Object.assign(item, { id: kept.id, type: kept.type, size: kept.size, share: 1 });
    } catch (problem) {
      item.problem = problem.message;
    }
    this.#tell();
  }

  #remove(item) {
    item.stop?.abort();
    if (item.url.startsWith('blob:')) URL.revokeObjectURL(item.url);
    this.#items = this.#items.filter((each) => each !== item);
    this.#tell();
    requestAnimationFrame(() => document.getElementById('media')?.focus());
  }

  #tell() {
    this.#editor.change({ media: this.#items.filter(({ id }) => id).map(({ id }) => id) });
    this.#changed();
  }
}
