import { html, nothing } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { contacts } from '../lib/people.js';
import { may } from '../lib/rights.js';
import { address, go } from '../lib/router.js';
import { avatar } from '../components/avatar/avatar.js';
import { callButton } from '../components/dial/dial.js';
import { icon } from '../components/icon/icon.js';
import { openMenu } from '../components/menu/menu.js';
import { openSheet } from '../components/sheet/sheet.js';
import { consentOf } from './consent.js';
import { ContactForm } from './form.js';
import { deletionNotice } from './model.js';

/**
 * One contact: how they are reached, what is known, what they agreed to.
 *
 * @param {any} contact
 * @param {{consent: import('../lib/store.js').Document, admin: boolean, names: string[]}} how
 */
export const detail = (contact, { consent, admin, names }) => html`
  <div class="list-head">
    ${avatar(contact.name)}
    <div class="list-head-words">
      <h2 class="title-3 cut" dir="auto">${contact.displayName}</h2>
      <p class="sub muted cut" dir="auto">${contact.company}</p>
    </div>
    ${may('agent') ? acts(contact, admin) : nothing}
  </div>
  <div class="list-body contacts-body">
    ${contact.numbers.length > 0 ? reaches(contact) : nothing} ${facts(contact, names)}
    ${contact.notes
      ? html`<section><h3 class="title-3">Notes</h3><p class="contacts-notes" dir="auto">${contact.notes}</p></section>`
      : nothing}
    ${contact.numbers.length > 0 ? consentOf(consent, { contact: contact.id, admin, reload: () => consent.load() }) : nothing}
  </div>
`;

const acts = (contact, admin) => html`
  <button class="button" type="button" @click=${() => new ContactForm({ contact })}>Edit</button>
  <button class="round" type="button" aria-label="More" aria-haspopup="menu" @click=${(event) => more(event.currentTarget, contact, admin)}>
    ${icon('ellipsis')}
  </button>
`;

const reaches = (contact) => html`
  <ul class="contacts-facts card">
    ${contact.numbers.map(
      ({ number, display, optedOut }) => html`
        <li class="contacts-reach">
          <span class="contacts-number">${display}</span>
          ${optedOut ? html`<span class="pill pill-orange">${icon('ban')}Opted out</span>` : nothing}
          <span class="contacts-reach-acts">
            ${callButton({ number, display, name: contact.displayName }, { kind: 'round' })}
            ${optedOut || !may('agent')
              ? nothing
              : html`<a class="round" href=${address('/inbox/new', { to: number })} aria-label="Text ${display}" title="Text">${icon('message-circle')}</a>`}
          </span>
        </li>
      `,
    )}
    <li class="contacts-reach">
      <a class="link" href=${address('/inbox', { box: 'all', q: contact.numbers[0].number.replace(/^\+1?/, '') })}>Show Conversation</a>
    </li>
  </ul>
`;

function facts(contact, names) {
  const known = [
    ...(contact.email ? [['Email', html`<a class="link" href="mailto:${contact.email}" dir="ltr">${contact.email}</a>`]] : []),
    ...Object.entries(contact.fields).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)),
  ];
  if (known.length === 0) return nothing;
  return html`<dl class="contacts-facts card">
    ${known.map(([name, value]) => html`<div class="contacts-fact"><dt class="sub muted" dir="auto">${name}</dt><dd dir="auto">${value}</dd></div>`)}
  </dl>`;
}

function more(button, contact, admin) {
  openMenu(button, [
    { label: 'Merge with Another…', symbol: 'merge', act: async () => new (await import('./merge.js')).Merge(contact) },
    ...(admin ? [{ label: 'Delete…', symbol: 'trash-2', danger: true, rule: true, act: () => askToDelete(contact) }] : []),
  ]);
}

function askToDelete(contact) {
  openSheet({
    title: `Delete ${contact.displayName}?`,
    size: 'small',
    content: () => html`<p class="callout">
      Their name, numbers and notes are erased for good. That they opted out, if they did, stays known, so that nobody texts them by mistake. A number that is
      blocked stays blocked.
    </p>`,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-danger-filled" type="button" @click=${() => reallyDelete(contact).then(close)}>Delete</button>
    `,
  });
}

async function reallyDelete(contact) {
  try {
    const deletion = await remove(`/api/contacts/${encodeURIComponent(contact.id)}`);
    contacts.put({ ...contact, gone: true });
    notices.say(deletionNotice(contact.displayName, deletion));
    go('/contacts', { replace: true });
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}
