import { html, nothing } from '../lib/html.js';
import { whenToComeWithin } from '../lib/format.js';
import { fromField, toField } from '../lib/calendar.js';
import { campaignFeed } from '../lib/campaigns.js';
import { numberFeed, session } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { stylesheet } from '../lib/styles.js';
import { focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { discarded } from './acts.js';
import { Audience } from './audience.js';
import { Draft } from './draft.js';
import { formOf, mayGoOn, placed, problems, savedWord, STEPS } from './draftmodel.js';
import { Message } from './message.js';
import { Judging } from './judging.js';
import { review, safety } from './launch.js';
import { actions, stepList } from './steps.js';

stylesheet('./editor.css', import.meta.url);

const HOUR_MS = 3_600_000;

/** The sheet that makes a campaign, or goes on with a draft: four steps, each kept on the server when it is left. */
export class Editor {
  form;
  errors = {};
  step = 'audience';
  launch = null;
  later = false;
  at = '';
  typed = '';
  busy = false;
  #draft;
  #isNew;
  #problem = '';
  #judging;
  #started = false;
  #audience;
  #message;
  #sheet;
  #onClose;
  #stopNumbers;

  /** @param {any} campaign a draft, or null for a new one @param {{onClose: (id?: string) => void}} how */
  constructor(campaign, { onClose }) {
    this.#draft = new Draft(campaign);
    this.#isNew = !campaign;
    this.#onClose = onClose;
    this.form = formOf(campaign);
    this.later = Boolean(campaign?.startsAt);
    this.at = toField(this.zone, campaign?.startsAt ?? Date.now() + HOUR_MS);
    this.#judging = new Judging(this.#draft, { onChange: () => this.update(), onStop: () => this.#go('message') });
    this.#audience = new Audience(this);
    this.#message = new Message(this, this.#audience, campaign?.media ?? []);
    this.#sheet = openSheet({
      title: campaign ? 'Edit Campaign' : 'New Campaign',
      size: 'wide',
      content: () => this.#content(),
      footer: (close) => this.#footer(close),
      onClose: () => this.#closed(),
      kept: () => this.#wouldBeLost,
    });
    this.#stopNumbers = numberFeed().subscribe(() => this.update());
    numberFeed().refresh();
  }

  get zone() {
    return session.value.business.timeZone;
  }

  /** Whether closing would lose something that no server has yet; then only the buttons close. */
  get #wouldBeLost() {
    return this.busy || this.#audience.facts.chosen || (!this.#draft.campaign && this.form.name + this.form.message !== '');
  }

  get campaign() {
    return this.#draft.campaign;
  }

  get total() {
    return this.#draft.total;
  }

  update() {
    this.#sheet?.update();
  }

  close() {
    this.#sheet.close();
  }

  /** @param {object} part of the form */
  change(part) {
    this.form = { ...this.form, ...part };
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([name]) => !(name in part)));
    this.update();
  }

  set(part) {
    Object.assign(this, part);
    this.update();
  }

  #content() {
    const { title } = STEPS.find(({ key }) => key === this.step);
    return html`
      ${stepList(this, (step) => this.#go(step))}
      <form id="campaign" class="campaigns-form" novalidate @submit=${(event) => this.#next(event)}>
        <h3 class="title-3 campaigns-step-title" tabindex="-1">${title}</h3>
        ${this.#problem ? html`<p class="field-problem callout" role="alert" dir="auto">${this.#problem}</p>` : nothing}
        ${this.#body()}
      </form>
    `;
  }

  #body() {
    if (this.step === 'audience') return this.#audience.template();
    if (this.step === 'message') return this.#message.template();
    return this.step === 'safety' ? safety(this, this.#audience.report, () => this.#ask()) : review(this, this.#draft);
  }

  #footer(close) {
    const at = STEPS.findIndex(({ key }) => key === this.step);
    return actions(this, {
      state: this.#draft.campaign?.state ?? null,
      sending: this.#audience.sending ?? this.#judging.sending,
      mayGoOn: mayGoOn(this.step, this.launch, this.typed),
      off: (button) => this.#leaveOff(close, button),
      back: at > 0 ? () => this.#go(STEPS[at - 1].key) : null,
    });
  }

  #go(step) {
    this.step = step;
    this.#problem = '';
    this.update();
    requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector('.campaigns-step-title'))?.focus());
    if (step === 'safety') this.#ask();
    if (step === 'message') this.#message.preview();
  }

  async #next(event) {
    event.preventDefault();
    if (!this.busy && mayGoOn(this.step, this.launch, this.typed)) await this.#try(this.step, () => this.#leave(), event.target);
  }

  /** Does something unless a step lacks something, and leads to what is wrong. */
  async #try(step, deed, place) {
    this.errors = problems(step, this.form, { total: this.total, pictures: this.#message.pictureProblem, ...this.#audience.facts });
    this.#problem = '';
    if (Object.keys(this.errors).length === 0) await this.#attempt(deed);
    this.update();
    if (Object.keys(this.errors).length > 0) focusFirstError(place);
  }

  /** What leaving a step does, before the next is shown. */
  async #leave() {
    if (this.step === 'audience') {
      this.#audience.look();
      this.#go('message');
    } else if (this.step === 'message') {
      await this.#save();
      this.#go(this.total > 0 ? 'safety' : 'audience');
    } else if (this.step === 'safety') this.#go('review');
    else await this.#start();
  }

  async #save() {
    await this.#draft.save(this.form);
    await this.#audience.send(this.#draft);
  }

  async #attempt(deed) {
    this.busy = true;
    this.update();
    try {
      await deed();
    } catch (problem) {
      await this.#show(problem);
    }
    this.busy = false;
    this.update();
  }

  async #show(problem) {
    const { errors, step } = placed(problem.errors ?? []);
    this.errors = errors;
    const there = step ?? (problem.code === 'not_utf8' ? 'audience' : this.step);
    if (there !== this.step) this.#go(there);
    if (problem.code === 'campaign_changed') {
      await this.#draft.refetch();
      this.#problem = 'Somebody else changed this draft meanwhile. Your text is kept: check it and go on.';
    } else if (errors.confirm) this.#problem = 'Somebody else changed the audience meanwhile. Look at it again.';
    else if (Object.keys(errors).length === 0) this.#problem = problem.message;
  }

  /** Takes everybody out of the audience again. */
  empty = () => this.#attempt(() => this.#draft.empty());

  async #ask() {
    this.launch = null;
    this.#problem = '';
    this.update();
    this.launch = await this.#judging.sheet().catch((problem) => {
      this.#problem = problem.message;
      return null;
    });
    this.update();
  }

  async #start() {
    const at = this.later ? fromField(this.zone, this.at) : null;
    if (at !== null && !(at > Date.now())) {
      this.errors = { startAt: 'Choose a time to come.' };
      return;
    }
    await this.#draft.save(this.form, at && new Date(at).toISOString());
    await this.#draft.start(this.launch);
    this.#started = true;
    notices.say(`${this.#draft.campaign.name} ${at ? `starts ${whenToComeWithin(at)}` : 'is starting'}`);
    this.busy = false;
    this.close();
  }

  #closed() {
    this.#stopNumbers();
    this.#audience.stop();
    this.#judging.stop();
    this.#message.stop();
    if (this.#draft.campaign && !this.#started) this.#keep();
    campaignFeed().load();
    this.#onClose(this.#draft.campaign?.id);
  }

  /** Closes, with everything kept that can be. */
  async #leaveOff(close, button) {
    if (this.#draft.campaign || this.step !== 'audience') await this.#try('message', () => this.#save(), button.closest('dialog'));
    if (!this.#problem && Object.keys(this.errors).length === 0) close();
  }

  /** What was written since the last step is not lost with the sheet. */
  #keep() {
    const { campaign } = this.#draft;
    const differs = this.#draft.differs(this.form);
    if (differs) this.#draft.save(this.form).catch((problem) => notices.say(`The last changes were not kept: ${problem.message}`, { kind: 'problem' }));
    if (this.#isNew) notices.say('Kept as a draft', { undo: () => discarded(campaign) });
    else if (differs) notices.say(savedWord(campaign));
  }
}
