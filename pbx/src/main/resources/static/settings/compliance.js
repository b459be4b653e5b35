import { html, nothing } from '../lib/html.js';
import { numberFeed } from '../lib/data.js';
import { post } from '../lib/api.js';
import { notices } from '../lib/notices.js';
import { may } from '../lib/rights.js';
import { Document } from '../lib/store.js';
import { View } from '../lib/view.js';
import { failed, skeletonRows } from '../components/empty/empty.js';
import { findings } from '../components/findings/findings.js';
import { help } from '../components/help/help.js';
import { icon } from '../components/icon/icon.js';
import './optouts.js';
import { consents, emergencies, recordings, registrations, retentions, summary, weekInWords } from './compliancemodel.js';

/** How the business stands towards the rules about texts and calls. What can be changed is changed where it is kept. */
class ComplianceSettings extends View {
  #view = new Document('/api/settings/compliance');
  #tally = new Document('/api/settings/compliance/consent');
  #busy = false;

  opened() {
    this.watch(this.#view, this.#tally);
    this.#view.load();
    this.#tally.load();
    // What the carrier says of a number arrives as news of it.
    this.until(numberFeed().subscribe(() => this.#view.value && this.#view.load()));
  }

  template() {
    const { value, problem } = this.#view;
    if (!value) return problem ? failed(problem, () => this.#view.load()) : skeletonRows(6);
    return html`
      <p class="muted">${summary(value)} This page shows what CloudPBX does and knows; it is no legal advice.</p>
      ${this.#texting(value)} ${words(value)} ${hours(value.quietHours)} ${this.#consent()}
      <pbx-opt-outs></pbx-opt-outs>
      ${part('Recording', html`${findings(recordings(value.recording))}${note('Settings › Calls', '/settings/calls')}`)}
      ${emergency(value.numbers)}
      ${part('What is kept, and how long', html`${facts(retentions(value.retention))}${note('Settings › Receptionist', '/settings/receptionist')}`)}
    `;
  }

  #texting({ numbers }) {
    return part(
      'Registration to text',
      html`
        ${numbers.length > 0 ? findings(registrations(numbers)) : html`<p class="muted settings-none">There are no numbers yet.</p>`}
        <div class="settings-actions">
          <a class="button" href="/numbers">${icon('hash')}Numbers</a>
          ${may('admin') && numbers.length > 0
            ? html`<button class="button" type="button" ?disabled=${this.#busy} @click=${() => this.#check()}>${icon('refresh-cw')}Ask the Carrier</button>`
            : nothing}
        </div>
        <p class="field-note sub">Numbers are registered in the carrier’s console; CloudPBX asks every day how far that is.</p>
      `,
    );
  }

  #consent() {
    const { value, problem } = this.#tally;
    if (!value) return part('Consent', problem ? failed(problem, () => this.#tally.load()) : skeletonRows(3));
    return part(
      'Consent',
      html`${facts(consents(value))}
        <p class="field-note sub">
          Campaigns reach only who agreed to their kind of text. Who agreed to both is counted in both.
          <a class="link" href="/contacts">Contacts</a> shows each consent with its proof.
        </p>`,
    );
  }

  async #check() {
    this.#busy = true;
    this.update();
    try {
      await post('/api/numbers/registrations/check', {});
      notices.say('The carrier is being asked');
      if (!numberFeed().ready) numberFeed().load();
    } catch (problem) {
      notices.say(problem.message, { kind: 'problem' });
    }
    this.#busy = false;
    this.update();
  }
}

const WORDS = {
  'Registration to text':
    'Networks in the US take a business’s texts only from numbers they know. A toll-free number is verified; a local one belongs to a registered campaign (A2P 10DLC). Until then networks may block its texts.',
  Consent:
    'A yes to being texted, kept with when, how and in which words it was said. Offers need a yes in writing; notices about what somebody asked for need less. Whoever texts you first may be answered.',
  'Quiet hours':
    'When no text of a campaign leaves. Laws name hours for texts that sell something, some states narrower ones. A campaign waits for the hours where each person is, so that nobody is woken.',
  'What is kept, and how long':
    'What is older is erased for good, recordings with it. What you may have to prove, such as who agreed and who opted out, stays.',
};

const part = (title, content) => html`
  <section class="settings-part">
    <div class="settings-titled"><h3 class="title-3">${title}</h3>${WORDS[title] ? help(title, WORDS[title]) : nothing}</div>
    ${content}
  </section>
`;

const facts = (items) => html`
  <dl class="field-group settings-group settings-facts">
    ${items.map(({ name, value }) => html`<div class="settings-fact"><dt>${name}</dt><dd class="muted settings-value">${value}</dd></div>`)}
  </dl>
`;

const note = (name, href) => html`<p class="field-note sub">Changed in <a class="link" href=${href}>${name}</a>.</p>`;

const words = ({ replies, campaignText }) =>
  part(
    'Opting out, and the words you send',
    html`
      <dl class="field-group settings-group">
        ${said('To STOP', replies.stop)} ${said('To START', replies.start)} ${said('To HELP', replies.help)}
        ${said('A campaign’s text', campaignText)}
      </dl>
      <p class="field-note sub">
        ${replies.stopWords.join(', ')} and many words of people’s own opt them out of every text, for good. At toll-free numbers the networks answer STOP and START in words of
        their own, and Twilio does at local numbers. A campaign’s text names the business and the way out where you do not. The name is changed in
        <a class="link" href="/settings/business">Settings › Business</a>.
      </p>
    `,
  );

const said = (name, text) => html`<div class="settings-said"><dt class="sub muted">${name}</dt><dd dir="auto">${text}</dd></div>`;

const hours = ({ week, closedOnFederalHolidays, places, campaignTextsADay }) =>
  part(
    'Quiet hours',
    html`
      ${facts([
        ...weekInWords(week),
        ...(closedOnFederalHolidays ? [{ name: 'Federal holidays', value: 'Nothing is sent' }] : []),
        { name: 'Most campaign texts a day, to one person', value: String(campaignTextsADay) },
      ])}
      <p class="field-note sub">
        For campaigns, by the clock of whoever reads them. ${places.length} places have hours of their own, and the strictest count. Answers to who wrote first go at any hour.
      </p>
    `,
  );

const emergency = (numbers) =>
  part(
    'Emergency calls',
    html`
      <p class="callout muted settings-none">
        Type 911 where you search, and your own phone rings and is connected with it at once: nothing limits, screens or records such a call. Help is given the address that the carrier
        has registered for a local number of yours, so give each one at Twilio (Phone Numbers › Emergency); 933 reads it back. Without an address a national center answers and has to
        ask where you are, and Twilio charges $75: use another phone then. Everybody signed in sees a call to 911, and the operator, owners and admins get a text. Callers who speak of an
        emergency are told to hang up and dial 911; nothing calls it for them.
      </p>
      ${emergencies(numbers).length > 0 ? findings(emergencies(numbers)) : nothing}
    `,
  );

customElements.define('pbx-settings-compliance', ComplianceSettings);
