import { html, nothing, repeat } from '../lib/html.js';
import { post, put, remove } from '../lib/api.js';
import { count } from '../lib/format.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { field, focusFirstError } from '../components/field/field.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { openSheet } from '../components/sheet/sheet.js';

const CONTACTS = 'contacts';

const savedAudiences = new Document('/api/audiences');

/** People who are here already: audiences kept under a name, and everybody in Contacts who has agreed. */
export class SavedList {
  #chosen = '';
  #stop = () => {};

  get chosen() {
    return this.#chosen !== '';
  }

  /** Nobody's own words are known before they are taken in. */
  get known() {
    return { fields: [], samples: [] };
  }

  get body() {
    const wanted = this.#chosen === CONTACTS ? { contacts: true } : { audienceId: this.#chosen };
    return { body: new Blob([JSON.stringify(wanted)]), type: 'application/json', query: {} };
  }

  clear() {
    this.#chosen = '';
  }

  /** Asks which there are, and tells whenever that changes. */
  open(changed) {
    this.#stop();
    this.#stop = savedAudiences.subscribe(changed);
    savedAudiences.refresh();
  }

  close() {
    this.#stop();
  }

  /** @param {{errors: Record<string, string>}} editor @param {() => void} changed */
  template({ errors }, changed) {
    const { value, problem } = savedAudiences;
    if (!value) return problem ? failed(problem, () => savedAudiences.load()) : skeletonRows(3);
    const choose = (id) => {
      this.#chosen = id;
      changed();
    };
    return html`
      <fieldset aria-describedby=${errors.recipients ? 'recipients-error' : nothing}>
        <legend class="unseen">Which people</legend>
        <ul class="field-group">
          ${this.#option({ id: CONTACTS, name: 'Everyone in Contacts', note: 'who has agreed to such texts' }, choose)}
          ${repeat(value.items, ({ id }) => id, (each) => this.#option({ ...each, note: count(each.people, 'person', 'people') }, choose, each))}
        </ul>
      </fieldset>
      <p class="field-note sub">They are copied as they are now. What each of them agreed to is on their record; whoever has not is skipped, and whoever opted out stays so.</p>
    `;
  }

  #option({ id, name, note }, choose, saved) {
    return html`<li class="campaigns-saved">
      <label class="campaigns-option">
        <input type="radio" name="saved" .checked=${this.#chosen === id} @change=${() => choose(id)} />
        <span class="campaigns-saved-words"><span class="cut" dir="auto">${name}</span> <span class="sub muted">${note}</span></span>
      </label>
      ${saved
        ? html`<button class="round" type="button" aria-haspopup="menu" aria-label="Change ${name}" @click=${({ currentTarget }) => this.#menu(currentTarget, saved)}>${icon('ellipsis')}</button>`
        : nothing}
    </li>`;
  }

  #menu(button, saved) {
    openMenu(button, [
      { label: 'Rename…', symbol: 'pencil', act: () => askForName('Rename Audience', saved.name, (name) => put(path(saved), { name })) },
      { label: 'Delete…', symbol: 'trash-2', danger: true, act: () => this.#askToDelete(saved) },
    ]);
  }

  #askToDelete(saved) {
    const gone = async (close) => {
      try {
        await remove(path(saved));
        if (this.#chosen === saved.id) this.#chosen = '';
        notices.say(`${saved.name} is deleted`);
      } catch (problem) {
        notices.say(problem.message, { kind: 'problem' });
      }
      savedAudiences.load();
      close();
    };
    openSheet({
      title: `Delete ${saved.name}?`,
      size: 'small',
      content: () => html`<p class="callout">Campaigns that have used it keep their people.</p>`,
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-danger-filled" type="button" @click=${() => gone(close)}>Delete</button>
      `,
    });
  }
}

const path = ({ id }) => `/api/audiences/${encodeURIComponent(id)}`;

/** Keeps a draft's audience for other campaigns. @param {{id: string, name: string}} campaign */
export const askToSave = ({ id, name }) =>
  askForName('Save Audience', name, async (chosen) => {
    const saved = await post('/api/audiences', { name: chosen, campaignId: id });
    notices.say(`${count(saved.people, 'person', 'people')} saved as ${saved.name}`);
  });

/** A sheet with one field; what is wrong with the name stands beside it. */
function askForName(title, before, keep) {
  let name = before;
  let error = '';
  let busy = false;
  const submit = async (event) => {
    event.preventDefault();
    if (busy) return;
    error = name.trim() ? '' : 'Enter a name.';
    busy = !error;
    sheet.update();
    try {
      if (busy) await keep(name.trim());
    } catch (problem) {
      error = problem.about?.('name') ?? problem.message;
    }
    busy = false;
    sheet.update();
    if (error) return focusFirstError(event.target);
    savedAudiences.load();
    return sheet.close();
  };
  const sheet = openSheet({
    title,
    size: 'small',
    content: () => html`<form id="audience-name" novalidate @submit=${submit}>
      <div class="field-group">
        ${field({ name: 'saved-name', label: 'Name', value: name, error, maxlength: 200, focused: true, onInput: (value) => (name = value) })}
      </div>
    </form>`,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="audience-name" ?disabled=${busy}>Save</button>
    `,
  });
}
