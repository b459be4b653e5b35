import { html, nothing } from '../lib/html.js';
import { campaignFeed, campaigns, renew } from '../lib/campaigns.js';
import { get } from '../lib/api.js';
import { bind } from '../lib/keys.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { stylesheet } from '../lib/styles.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { listDetail, step } from '../components/list/listdetail.js';
import { Deliveries } from './deliveryfeed.js';
import { detail } from './detail.js';
import { announcement, cornerDate, measured, note, percent, rowCounts, sampled, standing } from './model.js';
import { bar } from './progress.js';

stylesheet('../components/field/field.css', import.meta.url);

const ROW_HEIGHT = 93;
const NEWS_PAUSE_MS = 2000;

const addressOf = (id = '', query = {}) => address(id ? `/campaigns/${encodeURIComponent(id)}` : '/campaigns', query);

/** Texts to many people, one by one. */
class CampaignsPage extends View {
  params = {};
  query = {};
  #asked = '';
  #problem = null;
  #asTable = false;
  #focused = '';
  #about = null;
  #soon = null;
  #spoken = null;
  #editor = null;
  #editorAt = '';

  opened() {
    this.className = 'list-page campaigns';
    this.watch(campaigns, campaignFeed());
    campaignFeed().refresh();
    this.tick(1000, () => campaigns.get(this.params.id)?.state === 'running');
    this.until(bind({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      n: () => may('admin') && go(addressOf('new')),
      Escape: () => (this.params.id ? go(addressOf()) : false),
    }));
  }

  closed() {
    clearTimeout(this.#soon);
    this.#editor?.close();
  }

  template() {
    const feed = campaignFeed();
    const { id } = this.params;
    const open = Boolean(id) && id !== 'new';
    return html`
      ${header({
        title: 'Campaigns',
        note: note(feed.items),
        actions: may('admin')
          ? html`<a class="button button-filled" href=${addressOf('new')}>${icon('plus')}<span>New<span class="unseen-small"> Campaign</span></span></a>`
          : nothing,
      })}
      ${listDetail({
        feed,
        label: 'Campaigns',
        open,
        back: addressOf(),
        list: { items: feed.items, label: 'Campaigns', rowHeight: ROW_HEIGHT, row: (item) => this.#row(item), onEnd: () => feed.more() },
        none: empty({
          symbol: 'megaphone',
          title: 'Reach many people, one by one',
          text: 'A campaign sends one text to each person of a list, only to those who may be texted, as fast as your numbers allow.',
          action: may('admin') ? html`<a class="button" href=${addressOf('new')}>New Campaign</a>` : nothing,
        }),
        detail: open ? this.#detail(id) : empty({ symbol: 'megaphone', title: 'No campaign chosen', text: 'Choose one to see how far it has come.' }),
      })}
      <p class="unseen" role="status">${this.#spoken?.text ?? nothing}</p>
    `;
  }

  painted() {
    const here = this.params.id ?? '';
    if (this.#editor && this.#editorAt !== here) this.#editor.close();
    else if (here === 'new' && !this.#editor && may('admin')) this.#edit(null);
    if (this.query.focus === 'acts') this.#focusActs();
  }

  /** Whoever came to pause it finds the button under their fingers. */
  #focusActs() {
    const button = /** @type {HTMLElement | null} */ (this.querySelector('.campaigns-acts .button'));
    if (!button || this.#focused === this.params.id) return;
    this.#focused = this.params.id;
    button.focus();
  }

  #row(item) {
    const { label, symbol, tone } = standing(item);
    return html`
      <a class="list-item campaigns-item" href=${addressOf(item.id)} aria-current=${item.id === this.params.id ? 'true' : 'false'}>
        <span class="list-words">
          <span class="list-line">
            <span class="list-name cut" dir="auto">${item.name || 'Without a name'}</span>
            <span class="list-time digits">${cornerDate(item)}</span>
          </span>
          <span class="campaigns-under">
            <span class="pill pill-${tone}">${icon(symbol)}${label}</span>
            <span class="list-text campaigns-counts cut digits">${rowCounts(item)}</span>
          </span>
          <span class="campaigns-track">${bar(item.counts)}<span class="list-time digits">${percent(item.counts)}%</span></span>
        </span>
      </a>
    `;
  }

  #detail(id) {
    this.#ask(id);
    const campaign = campaigns.get(id);
    if (campaign?.gone) return empty({ symbol: 'megaphone', title: 'Gone', text: 'This draft was deleted.' });
    if (campaign) return detail(campaign, { ...this.#aboutIt(campaign), edit: () => this.#edit(campaign) });
    if (this.#problem?.status === 404) return empty({ symbol: 'megaphone', title: 'No such campaign', text: 'Perhaps its draft was deleted.' });
    return this.#problem ? failed(this.#problem, () => this.#load(id)) : skeletonRows(3, 'card');
  }

  /** Fetched on its own whenever it is opened, because lists may be old. */
  #ask(id) {
    if (this.#asked === id) return;
    this.#asked = id;
    this.#load(id);
  }

  async #load(id) {
    this.#problem = null;
    if (campaigns.get(id)) return renew(id);
    try {
      campaigns.put(await get(`/api/campaigns/${encodeURIComponent(id)}`));
    } catch (problem) {
      if (this.#asked === id) this.#problem = problem;
      this.update();
    }
    return undefined;
  }

  /** What belongs to the open campaign, asked for again when its counts have changed. */
  #aboutIt(campaign) {
    const show = this.query.show ?? '';
    const key = `${campaign.id} ${show}`;
    if (this.#about?.key !== key) this.#about = this.#begin(campaign, key, show);
    const about = this.#about;
    about.samples = sampled(about.samples, campaign.counts);
    const counted = JSON.stringify(campaign.counts);
    if (about.counted !== counted) {
      about.counted = counted;
      this.#soon ??= setTimeout(() => this.#news(), NEWS_PAUSE_MS);
    }
    this.#spoken = announcement(this.#spoken, campaign);
    const chart = { asTable: this.#asTable, flip: () => this.#flip() };
    return { feed: about.feed, reasons: about.reasons, timeline: about.timeline, chart, show, pace: measured(about.samples) };
  }

  #begin(campaign, key, show) {
    const same = this.#about?.id === campaign.id ? this.#about : null;
    const reasons = same?.reasons ?? new Document(`/api/campaigns/${encodeURIComponent(campaign.id)}/reasons`);
    const timeline = same?.timeline ?? new Document(`/api/campaigns/${encodeURIComponent(campaign.id)}/timeline`);
    const feed = new Deliveries(campaign.id, show);
    this.watch(feed);
    feed.load();
    if (!same) {
      this.watch(reasons, timeline);
      reasons.load();
      timeline.load();
    }
    return { key, id: campaign.id, feed, reasons, timeline, samples: same?.samples ?? [], counted: JSON.stringify(campaign.counts) };
  }

  #flip() {
    this.#asTable = !this.#asTable;
    this.update();
  }

  #news() {
    this.#soon = null;
    this.#about?.feed.renew();
    this.#about?.reasons.load();
    this.#about?.timeline.load();
  }

  async #edit(campaign) {
    this.#editor = { close: () => {} };
    this.#editorAt = this.params.id ?? '';
    const { Editor } = await import('./editor.js');
    this.#editor = new Editor(campaign, { onClose: (id) => this.#edited(id) });
  }

  #edited(id) {
    this.#editor = null;
    if (this.isConnected && this.params.id === 'new') go(addressOf(id), { replace: true });
    else this.#news();
  }

  #step(by) {
    step(this, campaignFeed().items, by, (id) => addressOf(id));
  }
}

customElements.define('pbx-campaigns', CampaignsPage);
