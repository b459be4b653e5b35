import { html, nothing, repeat } from '../lib/html.js';
import { fileProblem } from '../lib/attachable.js';
import { upload } from '../lib/upload.js';
import { attached } from '../components/attached/attached.js';
import { size } from './entrymodel.js';

/** @typedef {{key: number, name: string, size: number, url: string, state: 'uploading' | 'ready' | 'failed', share: number, problem: string, id: string, stop: AbortController}} Attachment */

let number = 0;

/** Adds files to a draft and begins to send them up; each tells by itself how it goes. @param {Iterable<File>} files */
export function attach(draft, files) {
  for (const file of files) {
    const problem = fileProblem(file, draft.files.length);
    const attachment = {
      key: ++number,
      name: file.name || 'Picture',
      size: file.size,
      url: file.type.startsWith('image/') ? URL.createObjectURL(file) : '',
      state: problem ? 'failed' : 'uploading',
      share: 0,
      problem: problem ?? '',
      id: '',
      stop: new AbortController(),
    };
    draft.set({ files: [...draft.files, attachment], problem: null });
    if (!problem) send(draft, attachment, file);
  }
}

async function send(draft, attachment, file) {
  const tell = (changed) => {
    Object.assign(attachment, changed);
    draft.changed();
  };
  try {
    const kept = await upload('/api/media', file, { signal: attachment.stop.signal, onProgress: (share) => tell({ share }) });
    tell({ id: kept.id, state: 'ready', share: 1 });
  } catch (problem) {
    tell({ state: 'failed', problem: problem.message });
  }
}

export function detach(draft, attachment) {
  attachment.stop.abort();
  if (attachment.url) URL.revokeObjectURL(attachment.url);
  draft.set({ files: draft.files.filter((each) => each !== attachment), problem: null });
}

/** Lets go of all, after they were sent. */
export function letGo(draft) {
  draft.files.forEach(({ url }) => url && URL.revokeObjectURL(url));
  draft.set({ files: [] });
}

/** The files of a draft, each with its progress or what is wrong with it. */
export const attachments = (draft) =>
  draft.files.length === 0
    ? nothing
    : html`<ul class="inbox-files" aria-label="Attached">
        ${repeat(draft.files, ({ key }) => key, (each) => attachmentRow(draft, each))}
      </ul>`;

const attachmentRow = (draft, each) => {
  const uploading = each.state === 'uploading';
  return attached(
    {
      ...each,
      problem: each.state === 'failed' ? each.problem : '',
      share: uploading ? each.share : 1,
      note: `${size(each.size)}${uploading ? ` · ${Math.round(each.share * 100)}%` : ''}`,
    },
    () => detach(draft, each),
  );
};
