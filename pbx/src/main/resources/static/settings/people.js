import { html, nothing, repeat } from '../lib/html.js';
import { post, put, remove } from '../lib/api.js';
import { session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { Invite } from './invite.js';
import { confirm, openLink } from './once.js';
import { invitationStory, isAdmin, personStory, reaches, roleName, rolesWithin } from './peoplemodel.js';
import { openSessionsOf } from './sessions.js';

/** Who may sign in, and what they may do. */
class PeopleSettings extends View {
  #people = new Document('/api/people');
  #invitations = new Document('/api/people/invitations');

  opened() {
    this.watch(this.#people, this.#invitations, session);
    if (isAdmin(this.#own)) this.#load();
  }

  get #own() {
    return session.value?.user.role;
  }

  #load() {
    return Promise.all([this.#people.load(), this.#invitations.load()]);
  }

  template() {
    if (!isAdmin(this.#own)) return html`<p class="callout muted">Owners and admins decide who works here. Ask one of them.</p>`;
    return html`
      ${this.#list(this.#people, (items) => html`<ul class="field-group settings-group">
        ${repeat(items, (each) => each.id, (each) => this.#person(each))}
      </ul>`)}
      <div class="settings-actions">
        <button class="button button-filled" type="button" @click=${() => new Invite(this.#own, () => this.#load())}>
          ${icon('user-round-plus')}Invite Someone
        </button>
      </div>
      <h3 class="title-3">Invited</h3>
      ${this.#list(this.#invitations, (items) => this.#invited(items))}
    `;
  }

  #list(document, rows) {
    const { value, problem } = document;
    if (problem && !value) return failed(problem, () => document.load());
    return value ? rows(value.items) : skeletonRows(2);
  }

  #invited(items) {
    if (items.length === 0) {
      return empty({ symbol: 'mail', title: 'Nobody is waiting', text: 'Whoever you invite stands here until they come in.' });
    }
    return html`<ul class="field-group settings-group">
      ${repeat(items, (each) => each.id, (each) => html`
        <li class="settings-token">
          <div class="settings-token-words">
            <p class="settings-token-name cut" dir="ltr">${each.email}</p>
            <p class="sub muted" dir="auto">${invitationStory(each)}</p>
          </div>
          ${reaches(this.#own, each.role)
            ? html`<button class="button button-danger" type="button" @click=${() => this.#withdraw(each)}>
                Withdraw<span class="unseen"> the invitation of ${each.email}</span>
              </button>`
            : nothing}
        </li>
      `)}
    </ul>`;
  }

  #person(each) {
    return html`
      <li class="settings-token">
        ${avatar(each.name)}
        <div class="settings-token-words">
          <p class="settings-token-name cut" dir="auto">${each.name}${each.you ? ' (you)' : ''}</p>
          <p class="sub muted cut" dir="ltr">${each.email}</p>
          <p class="sub muted">${personStory(each)}</p>
        </div>
        ${reaches(this.#own, each.role)
          ? html`<button
              class="round"
              type="button"
              aria-label="Actions for ${each.name}"
              aria-haspopup="menu"
              aria-expanded="false"
              @click=${(event) => openMenu(event.currentTarget, this.#actions(each))}
            >
              ${icon('ellipsis')}
            </button>`
          : nothing}
      </li>
    `;
  }

  #actions(each) {
    if (!each.active) return [{ label: 'Reactivate', symbol: 'undo-2', act: () => this.#reactivate(each) }];
    const roles = rolesWithin(this.#own)
      .filter(({ value }) => value !== each.role)
      .map(({ value, label }) => ({ label: `Make ${label}`, symbol: 'shield-check', act: () => this.#give(each, value) }));
    const factor = { label: 'Remove Second Factor', symbol: 'smartphone', danger: true, act: () => this.#removeFactor(each) };
    const passkeys = { label: 'Remove Passkeys', symbol: 'key-round', danger: true, act: () => this.#removePasskeys(each) };
    return [
      ...roles,
      { label: 'Where Signed In', symbol: 'keyboard', rule: true, act: () => openSessionsOf(each) },
      { label: 'New Password Link', symbol: 'key-round', act: () => this.#resetLink(each) },
      ...(each.secondFactor ? [factor] : []),
      ...(each.passkeys > 0 ? [passkeys] : []),
      ...(each.you ? [] : [{ label: 'Deactivate', symbol: 'ban', danger: true, rule: true, act: () => this.#deactivate(each) }]),
    ];
  }

  #give(each, role) {
    return this.#act(() => put(`/api/people/${each.id}/role`, { role }), `${each.name} is ${roleName(role)} now`);
  }

  #reactivate(each) {
    return this.#act(() => post(`/api/people/${each.id}/reactivate`), `${each.name} may sign in again`);
  }

  async #resetLink(each) {
    try {
      const { link } = await post(`/api/people/${each.id}/reset-link`);
      openLink({
        title: 'New Password Link',
        text: `Give this link to ${each.name}. It works once, for a day, and is not shown again. Their sessions end when they use it.`,
        link,
      });
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  }

  #deactivate(each) {
    confirm({
      title: `Deactivate ${each.name}?`,
      text: 'They are signed out everywhere at once, and their API tokens and invitations stop working for good.',
      button: 'Deactivate',
      act: () => this.#really(() => post(`/api/people/${each.id}/deactivate`)),
    });
  }

  #removeFactor(each) {
    confirm({
      title: `Remove the second factor of ${each.name}?`,
      text: 'From then on their password alone lets them in. Do this only when they asked you themselves.',
      button: 'Remove',
      act: () => this.#really(() => remove(`/api/people/${each.id}/second-factor`)),
    });
  }

  #removePasskeys(each) {
    confirm({
      title: `Remove all passkeys of ${each.name}?`,
      text: 'For a device that was lost. They are signed out everywhere and sign in with their password.',
      button: 'Remove',
      act: () => this.#really(() => remove(`/api/people/${each.id}/passkeys`)),
    });
  }

  #withdraw(each) {
    return this.#act(() => remove(`/api/people/invitations/${each.id}`), 'Invitation withdrawn');
  }

  async #really(act) {
    await act();
    await this.#load();
  }

  async #act(act, said) {
    try {
      await this.#really(act);
      notices.say(said);
      if (session.value) session.load();
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  }
}

customElements.define('pbx-settings-people', PeopleSettings);
