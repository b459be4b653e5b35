import { get, post, put } from '../lib/api.js';
import { Topic } from '../lib/topics.js';

const PATH = '/api/callflow';
const MOST_TRIES = 3;

/** The draft as somebody edits it, and what is published. Every change is saved at once, one after the other. */
export class Drafted extends Topic {
  plan = null;
  live = null;
  /** The number of the version that leads calls. */
  published = 0;
  /** What speaks against publishing what is saved. */
  checks = [];
  /** What keeps the last changes from being saved, by field. */
  errors = [];
  problem = null;
  /** What somebody else published while this is open, until that is read. @type {{number: number, by: string} | null} */
  meanwhile = null;
  #version = 0;
  #own = new Set();
  #unsaved = [];
  #saving = Promise.resolve();

  get ready() {
    return this.plan !== null;
  }

  get isSaved() {
    return this.#unsaved.length === 0;
  }

  get version() {
    return this.#version;
  }

  async load() {
    try {
      const draft = await get(`${PATH}/draft`);
      const live = this.live && draft.published === this.published ? this.live : await get(`${PATH}/versions/${draft.published}`);
      this.live = live;
      this.#take(draft);
    } catch (problem) {
      this.problem = problem;
    }
    this.changed();
  }

  #take({ plan, version, published, problems }) {
    this.published = published;
    this.#version = version;
    this.checks = problems;
    this.problem = null;
    this.plan = this.#unsaved.reduce((changed, edit) => edit(changed), plan);
  }

  /** @param {(plan: any) => any} edit may be made again, on what somebody else saved meanwhile */
  change(edit) {
    this.plan = edit(this.plan);
    this.#unsaved.push(edit);
    this.changed();
    return this.save();
  }

  /** Saves what is not saved yet. */
  save() {
    this.#saving = this.#saving.then(() => this.#save(MOST_TRIES));
    return this.#saving;
  }

  async #save(tries) {
    if (this.isSaved) return;
    const edits = this.#unsaved.length;
    try {
      const draft = await put(`${PATH}/draft`, { plan: this.plan, version: this.#version });
      this.#unsaved = this.#unsaved.slice(edits);
      this.errors = [];
      this.#take(draft);
    } catch (problem) {
      await this.#explain(problem, tries);
    }
    this.changed();
  }

  async #explain(problem, tries) {
    if (problem.code === 'draft_changed' && tries > 0) {
      await this.load();
      return this.#save(tries - 1);
    }
    this.errors = problem.errors ?? [];
    this.problem = this.errors.length > 0 ? null : problem;
    return undefined;
  }

  /**
   * Looks for what others did, after what is being done here.
   *
   * @param {{number: number, by: string}} [news] what the stream told of it
   */
  look(news) {
    this.#saving = this.#saving.then(async () => {
      const { ready, published } = this;
      await this.load();
      if (!ready) return;
      if (news ? news.number > published && !this.#own.has(news.number) : this.published > published) this.meanwhile = news ?? { number: this.published, by: '' };
      this.changed();
    });
    return this.#saving;
  }

  /** What was published meanwhile is known. */
  read() {
    this.meanwhile = null;
    this.changed();
  }

  /** Leads new calls by the draft, as it and what it takes the place of were seen when this was asked for. */
  publish(note) {
    const seen = { version: this.#version, published: this.published };
    return this.#lead(() => post(`${PATH}/publish`, { ...seen, note }));
  }

  /** Leads new calls by an old version again. */
  restore(number) {
    return this.#lead(() => post(`${PATH}/versions/${number}/restore`));
  }

  /** News of what is published here comes after the answer, or waits for it. */
  async #lead(act) {
    const done = this.#saving.then(act);
    this.#saving = done.then(
      ({ number }) => {
        this.#own.add(number);
        this.meanwhile = null;
      },
      () => {},
    ).then(() => this.load());
    await this.#saving;
    return done;
  }

  /** Gives up what could not be saved. */
  async giveUp() {
    this.#unsaved = [];
    this.errors = [];
    await this.load();
  }

  /** The sentence that belongs beside a field. @param {string} pointer */
  errorAt(pointer) {
    return [...this.errors, ...this.checks].find(({ field }) => field === pointer)?.message;
  }
}
