import { html, nothing } from '../lib/html.js';
import { whenToComeWithin } from '../lib/format.js';
import { extensionFeed, session } from '../lib/data.js';
import { whenLong } from '../lib/phrases.js';
import { modKey } from '../lib/keys.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { handBack, takeOver } from './actions.js';
import { costLine, forcingLine, plainer, warning } from './composemodel.js';
import { isNight, theirTime } from './latermodel.js';
import { banner } from './model.js';
import { refusal } from './send.js';

const ACTS = { takeover: takeOver, 'give-back': handBack };

/** How the conversation stands, and the one next step. */
export function bannerOf(conversation) {
  const { tone, symbol, strong, text, act, actLabel } = banner(conversation, session.value.user.id);
  return html`
    <div class="inbox-banner inbox-banner-${tone} callout">
      ${icon(symbol)}
      <p class="inbox-banner-text" dir="auto"><strong>${strong}</strong> ${text}</p>
      <button class="button ${tone === 'orange' ? 'button-filled' : ''}" type="button" @click=${() => ACTS[act](conversation)}>${actLabel}</button>
    </div>
  `;
}

/** What the assistant would have answered. */
export function suggestion(conversation, draft, use) {
  const words = conversation.suggestion;
  if (!words || draft.dismissed === words) return nothing;
  return html`
    <section class="inbox-suggestion" aria-label="Suggested reply">
      <p class="inbox-ai sub">${icon('sparkles')}Suggested reply</p>
      <p class="callout" dir="auto">${words}</p>
      <div class="inbox-suggestion-acts">
        <button class="button" type="button" @click=${use}>Use</button>
        <button class="button inbox-quiet" type="button" @click=${() => draft.set({ dismissed: words })}>Dismiss</button>
      </div>
    </section>
  `;
}

/** In place of the field: when they opted out, by which words, and how they come back. */
export const optedOut = (conversation, note) => html`
  <section class="inbox-silence callout" aria-label="Opted out">
    ${icon('ban')}
    <div>
      <p><strong>${conversation.name} opted out on ${whenLong(conversation.optedOut.since)}.</strong></p>
      <p dir="auto">${conversation.optedOut.how}.</p>
      <p class="muted">Nothing can be sent to them. They come back by texting START to ${conversation.toDisplay || 'your number'}.</p>
    </div>
    <button class="button" type="button" @click=${note}>Add Note</button>
  </section>
`;

/** What went wrong with the last try, what would go wrong with the next, and what makes it dear. */
export function troubles(draft, { later, plain }) {
  if (draft.noting) return draft.problem ? refused(draft.problem) : nothing;
  const dear = forcingLine(draft.preview);
  return html`
    ${draft.problem ? refused(draft.problem) : warned(warning(draft.preview), later)}
    ${dear
      ? html`<div class="inbox-trouble inbox-trouble-dear callout">
          <span dir="auto">${dear.text}</span>
          ${dear.replaceable
            ? html`<button class="link" type="button" @click=${() => plain(plainer(draft.text, draft.preview.forcing))}>Replace</button>`
            : nothing}
        </div>`
      : nothing}
  `;
}

const refused = (problem) => html`
  <div class="inbox-trouble inbox-trouble-refused callout" role="alert">
    ${icon('circle-alert')}<span dir="auto">${refusal(problem)}</span>
  </div>
`;

const warned = (decision, later) =>
  decision
    ? html`<div class="inbox-trouble callout" role="status">
        ${icon('triangle-alert')}<span dir="auto">${decision.sentence}</span>
        ${decision.outcome === 'later' && decision.until
          ? html`<button class="link" type="button" @click=${() => later(decision.until)}>Send ${whenToComeWithin(decision.until)}</button>`
          : nothing}
      </div>`
    : nothing;

/** From which number (the main one, until they have written to another), for how much, and what time it is for them. */
export function costs(conversation, draft) {
  const numbers = ownNumbers();
  const from = draft.from || conversation.to || numbers[0]?.number;
  const shown = numbers.find((each) => each.number === from)?.display ?? conversation.toDisplay;
  const theirs = theirTime(conversation.zones, session.value.business.timeZone, Date.now());
  return html`
    <span class="inbox-foot-costs">
      ${numbers.length > 1
        ? html`<button class="inbox-from" type="button" aria-haspopup="menu" @click=${(event) => chooseFrom(event.currentTarget, numbers, draft)}>From ${shown}</button>`
        : html`<span>${shown ? `From ${shown}` : ''}</span>`}
      ${costLine(draft.preview) ? html`<span>${costLine(draft.preview)}</span>` : nothing}
      ${theirs ? html`<span class=${isNight(conversation.zones, Date.now()) ? 'inbox-night' : ''}>${theirs}</span>` : nothing}
    </span>
  `;
}

/** The numbers a text can leave from. @returns {{number: string, display: string, name: string}[]} */
export function ownNumbers() {
  const { mainNumber, mainNumberDisplay, business } = session.value;
  const direct = extensionFeed().items.filter((each) => each.number && each.provisioning.state === 'ready');
  return [
    ...(mainNumber ? [{ number: mainNumber, display: mainNumberDisplay, name: business.name }] : []),
    ...direct.map(({ number, numberDisplay, name }) => ({ number, display: numberDisplay, name })),
  ];
}

const chooseFrom = (button, numbers, draft) =>
  openMenu(button, numbers.map(({ number, display, name }) => ({
    label: `${display} · ${name}`,
    symbol: 'hash',
    act: () => draft.set({ from: number }),
  })));

/** Keys that help here. */
export const hints = (conversation) => html`
  <span class="inbox-hints" aria-hidden="true">
    <span><kbd class="kbd">${modKey('↩')}</kbd> send</span>
    ${conversation.answeredBy === 'assistant'
      ? html`<span><kbd class="kbd">T</kbd> take over</span>`
      : html`<span><kbd class="kbd">H</kbd> hand back</span>`}
    <span><kbd class="kbd">E</kbd> done</span>
  </span>
`;

