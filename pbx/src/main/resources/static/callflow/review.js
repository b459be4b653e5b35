import { html, nothing } from '../lib/html.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { go } from '../lib/router.js';
import { field } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { checks } from './about.js';
import { changed } from './changed.js';
import { changes } from './editmodel.js';
import { sentence } from './meanwhile.js';

/** What the draft would change, what speaks against it, and publishing it. @param {any} page */
export function show(page) {
  const { draft } = page;
  let note = '';
  let problem = '';
  let busy = false;

  const publish = async (event, close) => {
    event.preventDefault();
    [busy, problem] = [true, ''];
    sheet.update();
    try {
      const { number } = await draft.publish(note);
      close();
      notices.say(`Version ${number} leads new calls`);
      go('/call-flow');
    } catch (refused) {
      problem = refused.errors?.length ? '' : refused.message;
    }
    busy = false;
    sheet.update();
  };

  const stop = draft.subscribe(() => sheet.update());
  const sheet = openSheet({
    title: 'Draft and Published',
    content: (close) => html`
      <form id="callflow-publish" class="callflow-sheet" novalidate @submit=${(event) => publish(event, close)} @click=${(event) => event.target.closest('a, .callflow-check button') && close()}>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        ${draft.meanwhile ? html`<div class="callflow-meanwhile callout" role="status"><span>${sentence(draft.meanwhile)}</span></div>` : nothing}
        ${checks(page.it)}
        <h3 class="title-3">What Would Change</h3>
        ${changed(draft.live, draft.plan, page.it.world)}
        ${mayPublish(draft)
          ? html`<div class="field-group">${field({ name: 'note', label: 'Note', value: note, optional: true, maxlength: 200, placeholder: 'What this is for', onInput: (text) => (note = text) })}</div>`
          : nothing}
        <p class="sub muted">New calls are led by it; those in progress finish as they began.</p>
      </form>
    `,
    footer: (close) => html`
      ${may('admin') && changes(draft.live, draft.plan).length > 0
        ? html`<button class="button button-plain callflow-left" type="button" ?disabled=${busy} @click=${() => discard(close)}>Discard Draft</button>`
        : nothing}
      <button class="button" type="button" @click=${close}>Close</button>
      ${may('admin') ? html`<button class="button button-filled" type="submit" form="callflow-publish" ?disabled=${busy || !mayPublish(draft)}>Publish</button>` : nothing}
    `,
    onClose: stop,
  });

  const discard = async (close) => {
    const before = draft.plan;
    await draft.giveUp();
    await draft.change(() => draft.live);
    notices.say('The draft is as published again', { undo: () => draft.change(() => before) });
    close();
  };
}

const mayPublish = (draft) =>
  may('admin') && draft.isSaved && draft.checks.length === 0 && changes(draft.live, draft.plan).length > 0;
