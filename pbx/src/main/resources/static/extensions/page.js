import { html, nothing, repeat } from '../lib/html.js';
import { post } from '../lib/api.js';
import { extensionFeed, extensions, session, settings } from '../lib/data.js';
import { nextFree } from '../lib/extensionfields.js';
import { count, wishOf } from '../lib/format.js';
import { bind } from '../lib/keys.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { View } from '../lib/view.js';
import { avatar } from '../components/avatar/avatar.js';
import { empty, failed, skeletonRows, stale } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { turn } from '../components/quiet/quiet.js';
import { numberStanding } from '../components/standing/standing.js';
import { askToDeactivate } from './deactivate.js';
import { ExtensionForm } from './form.js';
import { rings } from './model.js';

/** The people inside: their extension, their number, where it rings. */
class ExtensionsPage extends View {
  params = {};
  query = {};
  #form = null;
  #formOf = '';

  opened() {
    this.className = 'extensions';
    this.watch(extensionFeed(), session, settings);
    extensionFeed().refresh();
    settings.refresh();
    this.until(bind({
      n: () => may('admin') && go('/extensions/new'),
      j: () => this.#walk(1),
      ArrowDown: () => this.#walk(1),
      k: () => this.#walk(-1),
      ArrowUp: () => this.#walk(-1),
    }));
  }

  closed() {
    this.#form?.close();
  }

  template() {
    const feed = extensionFeed();
    return html`
      ${header({
        title: 'Extensions',
        note: feed.ready ? note(feed.items) : nothing,
        actions: may('admin')
          ? html`<a class="button button-filled" href="/extensions/new">${icon('plus')}<span>New<span class="unseen-small"> Extension</span></span></a>`
          : nothing,
      })}
      ${feed.problem && feed.ready ? stale(feed.problem, () => feed.load()) : nothing} ${this.#body(feed)}
    `;
  }

  painted() {
    this.#openForm();
  }

  #body(feed) {
    if (feed.items.length > 0) return this.#table(feed.items);
    if (feed.ready) {
      return empty({
        symbol: 'user-round-plus',
        title: 'Add your first person',
        text: 'Each gets an extension, a local number and a mailbox.',
        action: may('admin') ? html`<a class="button button-filled" href="/extensions/new">New Extension</a>` : nothing,
      });
    }
    return feed.problem ? failed(feed.problem, () => feed.load()) : html`<div class="card">${skeletonRows(6)}</div>`;
  }

  #table(items) {
    return html`
      <div class="extensions-card card">
        <table class="extensions-table">
          <caption class="unseen">Extensions</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" class="extensions-wide">Ext</th>
              <th scope="col" class="extensions-wide">Local Number</th>
              <th scope="col" class="extensions-wide">Status</th>
              <th scope="col" class="extensions-wide extensions-rings">Rings</th>
              <th scope="col" class="extensions-wide extensions-end">Voicemail</th>
              <th scope="col"><span class="unseen">Actions</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(items, (item) => item.id, (item) => this.#row(item))}
          </tbody>
        </table>
      </div>
    `;
  }

  #row(item) {
    return html`
      <tr class="extensions-row">
        <th scope="row">
          <span class="extensions-who">
            ${avatar(item.name)}
            <span class="extensions-words">
              ${may('admin')
                ? html`<a class="extensions-name cut" href="/extensions/${encodeURIComponent(item.id)}" dir="auto">${item.name}</a>`
                : html`<span class="extensions-name cut" dir="auto">${item.name}</span>`}
              <span class="sub muted cut extensions-wide" dir="auto">${item.department}</span>
              <span class="sub muted cut extensions-small">${[item.ext, isOperator(item) && 'Operator', item.numberDisplay].filter(Boolean).join(' · ')}</span>
              ${isPlain(item) ? nothing : html`<span class="extensions-small">${this.#standing(item)}</span>`}
            </span>
          </span>
        </th>
        <td class="extensions-wide digits">
          ${item.ext}${isOperator(item) ? html`<span class="extensions-operator sub muted">Operator</span>` : nothing}
        </td>
        <td class="extensions-wide">${item.numberDisplay ?? html`<span class="muted">None</span>`}</td>
        <td class="extensions-wide">${this.#standing(item)}</td>
        <td class="extensions-wide extensions-rings muted">${rings(item)}</td>
        <td class="extensions-wide extensions-end">${mail(item)}</td>
        <td class="extensions-end">
          <button
            class="round"
            type="button"
            aria-haspopup="menu"
            aria-label="Actions for ${item.name}"
            @click=${(event) => openMenu(event.currentTarget, this.#actions(item))}
          >
            ${icon('ellipsis')}
          </button>
        </td>
      </tr>
    `;
  }

  #standing(item) {
    return numberStanding(item, !may('admin') ? nothing : html`
      <button class="link extensions-again" type="button" @click=${() => this.#tryAgain(item)}>
        Try Again<span class="unseen"> for ${item.name}</span>
      </button>
    `);
  }

  #actions(item) {
    const sandbox = session.value?.carrier.mode === 'sandbox';
    const admin = may('admin');
    return [
      ...(admin ? [{ label: 'Edit', symbol: 'pencil', act: () => go(`/extensions/${encodeURIComponent(item.id)}`) }] : []),
      { label: 'Show Voicemail', symbol: 'voicemail', act: () => go(address('/voicemail', { ext: item.ext })) },
      ...(sandbox && item.number
        ? [{ label: 'Call in Sandbox', symbol: 'phone-call', act: () => go(address('/phone', { dial: item.number })) }]
        : []),
      ...(admin && wishOf(item) ? [{ label: 'Turn Off Do Not Disturb', symbol: 'bell', act: () => turn(item, undefined) }] : []),
      ...(admin && canGetNumber(item)
        ? [{ label: 'Get a Number', symbol: 'hash', act: () => this.#tryAgain(item) }]
        : []),
      ...(admin ? [{ label: 'Deactivate…', symbol: 'trash-2', danger: true, rule: true, act: () => askToDeactivate(item) }] : []),
    ];
  }

  async #tryAgain(item) {
    try {
      const { areaCode } = item.provisioning;
      await post(`/api/extensions/${encodeURIComponent(item.id)}/provision`, areaCode ? { areaCode } : {});
      extensions.put({ ...item, provisioning: { ...item.provisioning, state: 'searching', reason: null } });
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
  }

  /** The address decides which sheet is open, so that Back closes it and a reload brings it back. */
  #openForm() {
    const wanted = this.params.id ?? '';
    if (wanted === this.#formOf || !may('admin')) return;
    const item = extensions.get(wanted);
    if (wanted && !extensionFeed().ready) return;
    this.#formOf = wanted;
    this.#form?.close();
    this.#form = null;
    if (!wanted) return;
    if (wanted !== 'new' && !item) return go('/extensions', { replace: true });
    this.#form = new ExtensionForm({
      extension: item,
      suggestedExt: nextFree(extensionFeed().items),
      onClose: () => this.#formClosed(wanted),
    });
  }

  #formClosed(id) {
    if (this.#formOf !== id) return;
    this.#form = null;
    if (this.isConnected && this.params.id === id) go('/extensions');
  }

  #walk(by) {
    const links = [...this.querySelectorAll('.extensions-name')];
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  }
}

/** Whether callers who ask for a person reach this extension. */
const isOperator = (item) => settings.value?.operatorExtension === item.ext;

/** Nothing that somebody must know: a phone leaves it out. */
const isPlain = (item) => item.provisioning.state === 'ready' && !item.inCall && !wishOf(item);

const canGetNumber = (item) => !item.number && ['none', 'released', 'failed'].includes(item.provisioning.state);

const mail = (item) =>
  item.unheard > 0
    ? html`<a class="link" href=${address('/voicemail', { ext: item.ext, show: 'unheard' })}>${item.unheard} new</a>`
    : html`<span class="muted">None</span>`;

function note(items) {
  const withNumber = items.filter((item) => item.number).length;
  const all = count(items.length, 'extension');
  return withNumber === items.length ? `${all}, each with a local number` : `${all}, ${withNumber} with a local number`;
}

customElements.define('pbx-extensions', ExtensionsPage);
