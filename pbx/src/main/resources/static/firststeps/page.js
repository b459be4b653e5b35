import { html, nothing } from '../lib/html.js';
import { extensionFeed, numberFeed, session, settings } from '../lib/data.js';
import { firstSteps, keepFirstSteps, STEPS } from '../lib/firststeps.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { focusFirstError } from '../components/field/field.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { BusinessStep } from './business.js';
import { CallsStep } from './calls.js';
import { CarrierStep } from './carrier.js';
import { moved, standingOf, stepBefore, stepAfter, stepOf } from './model.js';
import { PeopleStep } from './people.js';
import { ReadyStep } from './ready.js';

/** Leads whoever set the company up through the rest, one short step after the other. */
class FirstStepsPage extends View {
  params = {};
  query = {};
  #steps = {};
  #shown = null;
  #walking = false;

  opened() {
    this.className = 'firststeps';
    const facts = new Document('/api/knowledge');
    const [calls, carrier] = [new CallsStep(), new CarrierStep()];
    this.#steps = { business: new BusinessStep(facts), people: new PeopleStep(), calls, carrier, ready: new ReadyStep({ facts, calls, carrier }) };
    this.watch(firstSteps, session, settings, facts, extensionFeed(), numberFeed(), ...Object.values(this.#steps));
    firstSteps.load();
  }

  get #here() {
    return stepOf(STEPS, this.params.id, firstSteps.value);
  }

  template() {
    return html`
      ${header({ title: 'First Steps', actions: html`<a class="button" href="/">Finish Later</a>` })}
      ${may('admin') ? this.#body() : forOthers}
    `;
  }

  #body() {
    if (!firstSteps.value) return firstSteps.problem ? failed(firstSteps.problem, () => firstSteps.load()) : skeletonRows(4);
    const here = this.#here;
    const step = this.#steps[here.id];
    return html`
      <div class="firststeps-card card">
        <nav aria-label="Steps">
          <ol class="firststeps-steps">${STEPS.map((each, index) => dot(each, index, here))}</ol>
        </nav>
        <form class="firststeps-form" id="first-step" novalidate @submit=${(event) => this.#continue(event)}>
          <div>
            <h2 class="title-1" tabindex="-1">${step.title}</h2>
            <p class="muted">${step.lead}</p>
          </div>
          ${step.ready ? html`${step.trouble()}${step.template()}` : waiting(step)}
        </form>
        ${this.#foot(here, step)}
      </div>
    `;
  }

  #foot({ id }, step) {
    const before = stepBefore(STEPS, id);
    return html`
      <div class="firststeps-foot">
        ${before ? html`<a class="button" href="/first-steps/${before.id}">Back</a>` : nothing}
        <span class="firststeps-space"></span>
        ${id === 'ready' ? testCall() : html`<button class="button" type="button" ?disabled=${step.busy} @click=${() => this.#leave(id, true)}>Skip</button>`}
        <button class="button button-filled" type="submit" form="first-step" ?disabled=${!step.ready || step.busy}>${step.button}</button>
      </div>
    `;
  }

  painted() {
    if (!firstSteps.value || !may('admin')) return;
    const { id } = this.#here;
    if (id === this.#shown) return;
    this.#shown = id;
    this.#steps[id].load();
    if (this.#walking) this.querySelector('h2').focus();
    this.#walking = false;
  }

  async #continue(event) {
    event.preventDefault();
    const { id } = this.#here;
    if (await this.#steps[id].save()) await this.#leave(id, false);
    else requestAnimationFrame(() => focusFirstError(event.target));
  }

  /** Goes on also when the bookmark could not be moved: nothing that was entered depends on it. */
  async #leave(id, skipped) {
    const last = id === 'ready';
    try {
      await keepFirstSteps(last ? { stage: 'done', step: id } : moved(STEPS, firstSteps.value, id, skipped));
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    this.#walking = true;
    go(last ? '/' : `/first-steps/${stepAfter(STEPS, id).id}`);
  }
}

const WORDS = { done: 'done', skipped: 'skipped', ahead: '' };

function dot({ id, name }, index, here) {
  const standing = standingOf(STEPS, firstSteps.value, id);
  return html`
    <li>
      <a class="firststeps-step firststeps-${standing}" href="/first-steps/${id}" aria-current=${id === here.id ? 'step' : nothing}>
        <span class="firststeps-dot" aria-hidden="true">${standing === 'done' ? icon('check') : standing === 'skipped' ? icon('minus') : index + 1}</span>
        <span class="sub">${name}${WORDS[standing] ? html`<span class="unseen">, ${WORDS[standing]}</span>` : nothing}</span>
      </a>
    </li>
  `;
}

const waiting = (step) => (step.failure ? failed(step.failure, () => step.load()) : skeletonRows(4));

/** The sandbox's phone can call at once; with real phones, any phone can. */
function testCall() {
  const { carrier, mainNumber } = session.value;
  return carrier.mode === 'sandbox' && mainNumber
    ? html`<a class="button" href=${address('/phone', { dial: mainNumber })}>${icon('phone')}Place a Test Call</a>`
    : nothing;
}

const forOthers = html`
  <div class="card">
    ${empty({ symbol: 'shield-check', title: 'Owners and admins set this up', text: 'Ask one of them if something is missing.' })}
  </div>
`;

customElements.define('pbx-first-steps', FirstStepsPage);
