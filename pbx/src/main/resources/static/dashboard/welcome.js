import { html, nothing } from '../lib/html.js';
import { may } from '../lib/rights.js';
import { address } from '../lib/router.js';
import { icon } from '../components/icon/icon.js';
import { firstDirect } from './model.js';

/** The first minute: nothing has happened yet, so here is what to try. */
export const welcome = ({ session, extensions }) => html`
  <div class="welcome">
    <span class="welcome-mark" aria-hidden="true">${icon('phone-fill')}</span>
    <h2 class="welcome-title large-title">Welcome to CloudPBX</h2>
    <p class="welcome-lead muted">${lead(session.carrier.mode)}</p>
    <ul class="welcome-cards">${tries(session, firstDirect(extensions)).map(card)}</ul>
    ${may('admin') ? ready(session) : nothing}
  </div>
`;

const ready = ({ firstSteps }) => html`
  <section class="welcome-next card" aria-labelledby="welcome-next">
    <h3 class="title-3" id="welcome-next">When you’re ready</h3>
    ${firstSteps === 'unbegun' ? next('list-filter', 'indigo', 'Go through the first steps', 'Your business, people, how calls are answered, and the carrier.', '/first-steps', 'Begin') : nothing}
    ${next('user-round-plus', 'blue', 'Add the people who work here', 'Each gets an extension, a local number and a mailbox.', '/extensions/new', 'Add')}
    ${next('building-2', 'green', 'Check your business', 'Its name is spoken to callers; its time zone decides what “today” is.', '/settings', 'Open')}
  </section>
`;

const lead = (mode) =>
  mode === 'sandbox'
    ? 'Your phone system is running on this computer. Try it like a customer would. Nothing leaves this machine and nothing costs money.'
    : 'Your phone system is running. Call it from any phone and watch the call arrive here.';

function tries(session, direct) {
  const main = session.mainNumberDisplay;
  const dial = (to) => (session.carrier.mode === 'sandbox' ? address('/phone', { dial: to }) : null);
  return [
    main && {
      symbol: 'phone',
      tone: 'green',
      time: '20 sec',
      title: 'Call your main line',
      text: 'The menu answers. Press an extension, or 0 and say whom you want.',
      action: `Call ${main}`,
      href: dial(session.mainNumber),
    },
    direct && {
      symbol: 'phone-forwarded',
      tone: 'blue',
      time: '20 sec',
      title: 'Call a direct number',
      text: `It rings ${direct.name} and nobody else.`,
      action: `Call ${direct.numberDisplay}`,
      href: dial(direct.number),
    },
    direct && {
      symbol: 'voicemail',
      tone: 'orange',
      time: '30 sec',
      title: 'Leave a voicemail',
      text: 'Let it ring, speak after the tone, then listen to it here.',
      action: session.carrier.mode === 'sandbox' ? 'Leave a Voicemail' : `Call ${direct.numberDisplay}`,
      href: dial(direct.number),
    },
  ].filter(Boolean);
}

const card = ({ symbol, tone, time, title, text, action, href }, index) => html`
  <li class="welcome-card card">
    <div class="welcome-card-top">
      <span class="glyph glyph-${tone}">${icon(symbol)}</span><span class="sub muted">${time}</span>
    </div>
    <h3 class="title-3">${index + 1}. ${title}</h3>
    <p class="callout muted" dir="auto">${text}</p>
    ${href
      ? html`<a class="button button-wide ${index === 0 ? 'button-filled' : ''}" href=${href}>${action}</a>`
      : html`<p class="welcome-number">${action}</p>`}
  </li>
`;

const next = (symbol, tone, title, text, href, action) => html`
  <div class="welcome-step">
    <span class="glyph glyph-${tone}">${icon(symbol)}</span>
    <div class="welcome-step-words">
      <p>${title}</p>
      <p class="sub muted">${text}</p>
    </div>
    <a class="button" href=${href}>${action}<span class="unseen">: ${title}</span></a>
  </div>
`;
