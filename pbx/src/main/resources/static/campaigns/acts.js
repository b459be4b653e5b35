import { html } from '../lib/html.js';
import { post, remove } from '../lib/api.js';
import { campaigns, forgetOne, renew } from '../lib/campaigns.js';
import { count } from '../lib/format.js';
import { notices } from '../lib/notices.js';
import { go } from '../lib/router.js';
import { openSheet } from '../components/sheet/sheet.js';
import { again } from './draftmodel.js';
import { shown } from './model.js';

const path = ({ id }, act) => `/api/campaigns/${encodeURIComponent(id)}/${act}`;

/** Does something with a campaign that its state may forbid by now. */
async function act(campaign, name, said) {
  try {
    campaigns.put(await post(path(campaign, name), {}));
    notices.say(said);
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
    renew(campaign.id);
  }
}

export const pause = (campaign) => act(campaign, 'pause', `${campaign.name} is paused`);

export const resume = (campaign) => act(campaign, 'resume', `${campaign.name} goes on`);

/** Makes a draft of the same words, and goes there. */
export async function copy(campaign) {
  try {
    const made = await post('/api/campaigns', again(campaign));
    campaigns.put(made.campaign);
    go(`/campaigns/${encodeURIComponent(made.campaign.id)}`);
    notices.say(campaign.media.length > 0 ? 'A draft with the same words. Its pictures are added anew.' : 'A draft with the same words');
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

/** Sends once more what the carrier knows nothing of. */
export async function resend(campaign, delivery, feed) {
  try {
    feed.put(await post(path(campaign, `deliveries/${encodeURIComponent(delivery.id)}/resend`), {}));
    notices.say(`Sending to ${shown(delivery.to)} again`);
    renew(campaign.id);
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
  }
}

/** The one thing that cannot be taken back. */
export function askToCancel(campaign) {
  const { waiting } = campaign.counts;
  openSheet({
    title: `Cancel ${campaign.name}?`,
    size: 'small',
    content: () => html`<p class="callout">
      ${waiting > 0 ? `${count(waiting, 'person', 'people')} will not get it.` : 'Nothing more is sent.'} What has left stays sent, and a canceled
      campaign cannot go on.
    </p>`,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Keep It</button>
      <button class="button button-danger-filled" type="button" @click=${() => act(campaign, 'cancel', `${campaign.name} is canceled`).then(close)}>
        Cancel Campaign
      </button>
    `,
  });
}

/** A draft is thrown away with its audience. */
export function askToDiscard(campaign) {
  const discard = async (close) => {
    if (await discarded(campaign)) go('/campaigns', { replace: true });
    close();
  };
  openSheet({
    title: `Delete ${campaign.name || 'this draft'}?`,
    size: 'small',
    content: () => html`<p class="callout">The draft is deleted with its list of recipients. Nothing of it was sent.</p>`,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-danger-filled" type="button" @click=${() => discard(close)}>Delete</button>
    `,
  });
}

/** Throws a draft away and says so. @returns {Promise<boolean>} whether it is gone */
export async function discarded(campaign) {
  try {
    await remove(`/api/campaigns/${encodeURIComponent(campaign.id)}`);
    forgetOne(campaign.id);
    notices.say('Draft deleted');
    return true;
  } catch (problem) {
    notices.say(problem.message, { kind: 'problem' });
    return false;
  }
}
