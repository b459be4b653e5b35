import { html } from '../lib/html.js';
import { put } from '../lib/api.js';
import { campaigns, renew } from '../lib/campaigns.js';
import { numberFeed } from '../lib/data.js';
import { count } from '../lib/format.js';
import { notices } from '../lib/notices.js';
import { stylesheet } from '../lib/styles.js';
import { openSheet } from '../components/sheet/sheet.js';
import { senders } from './senders.js';

stylesheet('./editor.css', import.meta.url);

/** Asks from which numbers a paused campaign is to go on. */
export function chooseNumbers(campaign) {
  let chosen = campaign.senders;
  let error = '';
  const set = (part) => {
    ({ chosen, error } = { chosen, error: '', ...part });
    sheet.update();
  };
  const sheet = openSheet({
    title: 'Numbers',
    size: 'small',
    content: () => html`
      ${senders({ legend: 'It goes on from', chosen, error, choose: (numbers) => set({ chosen: numbers }) })}
      <p class="field-note sub">${noteFor(campaign.counts)}</p>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="button" @click=${() => use(campaign, chosen, set).then((done) => done && close())}>Use These</button>
    `,
    onClose: () => stop(),
  });
  const stop = numberFeed().subscribe(sheet.update);
  numberFeed().refresh();
}

const noteFor = ({ waiting }) =>
  `${count(waiting, 'person', 'people')} still to be texted get it from these. What has left stays with the number it left from.`;

/** @returns {Promise<boolean>} whether it goes on from them */
async function use(campaign, chosen, set) {
  try {
    campaigns.put(await put(`/api/campaigns/${encodeURIComponent(campaign.id)}/senders`, { fromNumbers: chosen, version: campaign.version }));
    notices.say('It goes on from these numbers');
    return true;
  } catch (problem) {
    const beside = problem.about?.('fromNumbers');
    set({ error: beside ?? '' });
    if (!beside) {
      notices.say(problem.message, { kind: 'problem' });
      renew(campaign.id);
    }
    return false;
  }
}
