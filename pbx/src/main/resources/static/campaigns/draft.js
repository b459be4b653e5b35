import { get, post, put, remove } from '../lib/api.js';
import { getTelling } from '../lib/telling.js';
import { campaigns } from '../lib/campaigns.js';
import { formOf, request, sameForm } from './draftmodel.js';
import { Readers } from './readers.js';

/** A campaign that is being prepared, as the server keeps it; nothing is there before the first `save`. */
export class Draft {
  campaign;
  /** @type {Readers} */
  readers;

  /** @param {any} campaign null for one that is to be made */
  constructor(campaign) {
    this.campaign = campaign;
  }

  get total() {
    return this.campaign?.counts.total ?? 0;
  }

  path(rest = '') {
    return `/api/campaigns/${encodeURIComponent(this.campaign.id)}${rest}`;
  }

  /** Whether a form says something else than what is kept. */
  differs(form) {
    return this.campaign !== null && !sameForm(formOf(this.campaign), form);
  }

  /** Keeps what was written: makes the draft, or changes it. @param {string | null} startAt an instant, or null for at once */
  async save(form, startAt = this.#startsAt) {
    const body = request(form, startAt);
    if (!this.campaign) {
      const made = await post('/api/campaigns', { ...body, recipients: [], draft: true });
      this.#take(made.campaign);
    } else if (startAt !== this.campaign.startsAt || this.differs(form)) {
      this.#take(await put(this.path(), { ...body, version: this.campaign.version }));
    }
  }

  /** When it was to start, unless that time has gone by. */
  get #startsAt() {
    const { startsAt = null } = this.campaign ?? {};
    return startsAt && Date.parse(startsAt) > Date.now() ? startsAt : null;
  }

  /** As it is now, after somebody or something else has changed it. */
  async refetch() {
    this.#take(await get(this.path()));
  }

  /** Takes everybody out of the audience again. */
  async empty() {
    await remove(this.path('/recipients'));
    await this.refetch();
  }

  /**
   * What would happen if it started now; its readers are gone through one by one from then on.
   *
   * @param {{onLine: (judging: {step: string, done: number, of: number}) => void, signal: AbortSignal}} how
   */
  async launch(how) {
    const launch = await getTelling(this.path('/launch?progress=true'), 'launch', how);
    this.readers = new Readers(this.path('/readers'));
    return launch;
  }

  /** @param {{recipients: number}} launch what whoever starts it has seen */
  async start({ recipients }) {
    this.#take(await post(this.path('/start'), { confirm: recipients, version: this.campaign.version }));
  }

  #take(campaign) {
    this.campaign = campaign;
    campaigns.put(campaign);
  }
}
