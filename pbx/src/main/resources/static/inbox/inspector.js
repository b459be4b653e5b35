import { html, nothing } from '../lib/html.js';
import { day } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { avatar } from '../components/avatar/avatar.js';
import { callButton } from '../components/dial/dial.js';
import { icon } from '../components/icon/icon.js';
import { openAssign } from './head.js';

/** Who it is: what is known of them, and what to do besides answering. */
export const inspector = (it, page) => html`
  <div class="inbox-who">
    ${avatar(it.contact?.name ?? '', 'large')}
    <p class="title-2 cut" dir="auto">${it.name}</p>
    ${it.fromDisplay === it.name ? nothing : html`<p class="callout muted cut">${it.fromDisplay}</p>`}
    <div class="inbox-who-acts">
      ${callButton({ number: it.from, display: it.fromDisplay, name: it.name }, { kind: 'inbox-who-act sub', words: 'Call' })}
      ${may('agent') ? acts(it, page) : nothing}
    </div>
  </div>
  <section class="inbox-facts">
    <h3 class="sub muted inbox-facts-head">Details</h3>
    <dl>
      ${fact('Line', it.line || it.toDisplay)} ${fact('With', it.owner?.name ?? (it.answeredBy === 'assistant' ? 'The assistant' : 'Anybody'))}
      ${fact('Company', it.contact?.company)} ${fact('Email', it.contact?.email)}
      ${it.optedOut ? fact('Texts', `Opted out · ${day(it.optedOut.since)}`) : it.marketingPaused ? fact('Marketing', 'Paused') : nothing}
    </dl>
  </section>
  ${it.contact?.notes
    ? html`<section class="inbox-facts"><h3 class="sub muted inbox-facts-head">Notes</h3><p class="callout inbox-facts-notes" dir="auto">${it.contact.notes}</p></section>`
    : nothing}
  ${it.contact
    ? html`<p class="inbox-facts"><a class="link callout" href="/contacts/${encodeURIComponent(it.contact.id)}">${it.contact.name || !may('agent') ? 'Show Contact' : 'Add a Name'}</a></p>`
    : nothing}
`;

const acts = (it, page) => html`
  <button class="inbox-who-act sub" type="button" @click=${() => page.querySelector('pbx-conversation').write(true)}>${icon('sticky-note')}Note</button>
  <button class="inbox-who-act sub" type="button" data-act="assign" aria-haspopup="menu" @click=${() => openAssign(page, it)}>${icon('user-round-plus')}Assign</button>
`;

const fact = (name, value) =>
  value ? html`<div class="inbox-fact callout"><dt class="muted">${name}</dt><dd class="cut" dir="auto">${value}</dd></div>` : nothing;
