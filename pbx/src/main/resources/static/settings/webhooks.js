import { html, nothing, repeat } from '../lib/html.js';
import { post, remove } from '../lib/api.js';
import { hear, session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows, stale } from '../components/empty/empty.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { openSheet } from '../components/sheet/sheet.js';
import { confirm, secret } from './once.js';
import { WebhookForm } from './webhookform.js';
import { WebhookLog } from './webhooklog.js';
import { isTroubled, place, webhookStory } from './webhooksmodel.js';

const webhooks = new Document('/api/webhooks');

hear({ 'webhook.paused': () => webhooks.value && webhooks.load() });

/** Where other systems want to hear of what happens here. */
class WebhookSettings extends View {
  opened() {
    this.watch(webhooks, session);
    if (this.#allowed) webhooks.load();
  }

  get #allowed() {
    return may('admin');
  }

  template() {
    if (!this.#allowed) return html`<p class="callout muted">Owners and admins connect other systems. Ask one of them.</p>`;
    const { value, problem } = webhooks;
    return html`
      <p class="field-note sub">
        Tells another system what happens here, as it happens: each event is a signed request, tried again for three days if
        it isn’t taken. See the <a href="/api/docs?of=Webhooks">API documentation</a>.
      </p>
      ${value && problem ? stale(problem, () => webhooks.load()) : nothing}
      ${value ? this.#list(value.items) : problem ? failed(problem, () => webhooks.load()) : skeletonRows(2)}
    `;
  }

  #list(items) {
    const add = html`<button class="button button-filled" type="button" @click=${() => this.#open(null)}>
      ${icon('plus')}New Webhook
    </button>`;
    if (items.length === 0) {
      return empty({ symbol: 'upload', title: 'No webhooks yet', text: 'Calls, voicemails and texts can be told to your CRM or help desk.', action: add });
    }
    return html`
      <ul class="field-group settings-group" aria-label="Webhooks">
        ${repeat(items, (each) => each.id, (each) => this.#row(each))}
      </ul>
      <div class="settings-actions">${add}</div>
    `;
  }

  #row(each) {
    const story = webhookStory(each);
    return html`
      <li class="settings-token settings-webhook">
        <div class="settings-token-words">
          <p class="settings-token-name settings-wrap" dir="auto">${each.description || place(each.url)}</p>
          ${each.description ? html`<p class="sub muted settings-wrap" dir="ltr">${place(each.url)}</p>` : nothing}
          <p class="sub settings-wrap ${isTroubled(each) ? 'settings-trouble' : 'muted'}" dir="auto">
            ${isTroubled(each) ? icon('triangle-alert') : nothing}${story}
          </p>
        </div>
        <button class="button" type="button" @click=${() => new WebhookLog(each, () => webhooks.load())}>
          Log<span class="unseen"> of ${place(each.url)}</span>
        </button>
        <button
          class="round"
          type="button"
          aria-label="Actions for ${place(each.url)}"
          aria-haspopup="menu"
          aria-expanded="false"
          @click=${(event) => openMenu(event.currentTarget, this.#actions(each))}
        >
          ${icon('ellipsis')}
        </button>
      </li>
    `;
  }

  #actions(each) {
    const path = `/api/webhooks/${each.id}`;
    return [
      { label: 'Send Test', symbol: 'flask-conical', act: () => this.#test(each) },
      { label: 'Edit', symbol: 'pencil', act: () => this.#open(each) },
      each.state === 'paused'
        ? { label: 'Resume', symbol: 'play', act: () => this.#act(() => post(`${path}/resume`), 'Webhook resumed') }
        : { label: 'Pause', symbol: 'pause', act: () => this.#act(() => post(`${path}/pause`), 'Webhook paused') },
      { label: 'New Secret', symbol: 'key-round', rule: true, act: () => this.#rotate(each) },
      { label: 'Delete', symbol: 'trash-2', danger: true, act: () => this.#delete(each) },
    ];
  }

  #open(each) {
    new WebhookForm(each, () => webhooks.load());
  }

  async #test(each) {
    await this.#act(() => post(`/api/webhooks/${each.id}/test`), 'Test on its way');
    new WebhookLog(each, () => webhooks.load());
  }

  #rotate(each) {
    confirm({
      title: 'Make a new secret?',
      text: 'The present one signs as well for 24 hours, so that the receiver has time to learn the new one.',
      button: 'Make Secret',
      act: async () => {
        const made = await post(`/api/webhooks/${each.id}/rotate-secret`);
        openSheet({
          title: 'New Secret',
          content: () => html`
            <p class="callout" role="status">Give it to the receiver now: it is not shown again.</p>
            ${secret(made.secret, 'Secret')}
          `,
          footer: (close) => html`<button class="button button-filled" type="button" @click=${close}>Done</button>`,
          onClose: () => webhooks.load(),
        });
      },
    });
  }

  #delete(each) {
    confirm({
      title: `Delete the webhook to ${place(each.url)}?`,
      text: 'Nothing is sent there any more, and its log is gone.',
      button: 'Delete',
      act: async () => {
        await remove(`/api/webhooks/${each.id}`);
        await webhooks.load();
      },
    });
  }

  async #act(act, said) {
    try {
      await act();
      notices.say(said);
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    await webhooks.load();
  }
}

customElements.define('pbx-settings-webhooks', WebhookSettings);
