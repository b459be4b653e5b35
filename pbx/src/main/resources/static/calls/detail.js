import { html, nothing } from '../lib/html.js';
import { preciseTime } from '../lib/format.js';
import { whenLong } from '../lib/phrases.js';
import { avatar } from '../components/avatar/avatar.js';
import { icon } from '../components/icon/icon.js';
import { blockedMark, more, reach } from '../components/person/person.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { callerDisplay, callerName, company, isOutbound, length, look, person, reached, timeline } from './model.js';
import { sound } from './sound.js';
import { acts } from './steer.js';

/**
 * One call, step by step.
 *
 * @param {any} call as the list knows it
 * @param {import('../lib/store.js').Document} story the same with its steps
 */
export function detail(call, story) {
  const { label, symbol, tone } = look(call);
  return html`
    <div class="list-head">
      ${avatar(call.name ?? '')}
      <div class="list-head-words">
        <h2 class="title-3 cut" dir="auto">${callerName(call)}</h2>
        <p class="sub muted cut" dir="auto">${whenLong(call.startedAt)} · ${reached(call)}</p>
      </div>
      ${blockedMark(person(call))}
      <span class="pill pill-${tone} ${call.live ? 'pill-pulse' : ''}">${call.live ? nothing : icon(symbol)}${label}</span>
    </div>
    <div class="list-body">
      ${call.live ? acts(call) : afterwards(call, story.value)}
      <dl class="calls-facts card">
        ${call.name ? fact('Number', callerDisplay(call)) : nothing}
        ${isOutbound(call) ? fact('They saw', call.fromDisplay) : fact('Called', call.toDisplay || call.to)} ${fact('Lasted', html`<span class="digits">${length(call, Date.now())}</span>`)}
        ${call.extension
          ? fact(whose(call), html`<a class="link" href="/extensions/${encodeURIComponent(call.extension.id)}" dir="auto">${call.extension.name}</a>`)
          : nothing}
        ${story.value?.steps?.some(({ kind }) => kind === 'receptionist')
          ? fact('Receptionist', html`<a class="link" href="/receptionist/${encodeURIComponent(call.id)}">What was said</a>`)
          : nothing}
        ${call.live && company(call) ? fact('Colleague', html`<span dir="auto">${company(call)}</span>`) : nothing}
        ${call.live && call.summary ? fact('Now', html`<span dir="auto">${call.summary}</span>`) : nothing}
      </dl>
      ${sound(story.value)}
      <section class="calls-story">
        <h3 class="title-3">What Happened</h3>
        ${steps(story)}
      </section>
    </div>
  `;
}

/** What is done about a call that is over. */
function afterwards(call, story) {
  const whom = person({ ...call, contactId: story?.contactId });
  if (!whom.number) return nothing;
  return html`<div class="calls-acts">${reach(whom)} ${(story?.voicemails ?? []).map(voicemail)} ${more(whom)}</div>`;
}

const voicemail = (id) => html`<a class="button" href="/voicemail/${encodeURIComponent(id)}">${icon('voicemail')}Open Voicemail</a>`;

/** What the extension has to do with it. Of a call from here that lasts, whoever has the other side may be somebody else by now. */
const whose = (call) => {
  if (!isOutbound(call)) return 'Reached';
  return call.live ? 'With' : 'Called by';
};

const fact = (name, value) => html`<div class="calls-fact"><dt class="sub muted">${name}</dt><dd>${value}</dd></div>`;

function steps(story) {
  if (story.value) return html`<ol class="calls-steps">${timeline(story.value).map(step)}</ol>`;
  return story.problem ? failed(story.problem, () => story.load()) : skeletonRows(3);
}

const step = ({ at, offset, tone, text, reason }) => html`
  <li class="calls-step">
    <time class="calls-offset digits sub muted" datetime=${at} title=${preciseTime(at)}>${offset}</time>
    <span class="calls-dot calls-dot-${tone}"></span>
    <div class="calls-words">
      <p dir="auto">${text}</p>
      ${reason ? html`<p class="sub muted" dir="auto">${reason}</p>` : nothing}
    </div>
  </li>
`;
