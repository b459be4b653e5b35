import { post } from './api.js';
import { Document } from './store.js';

/** What the environment says of the carrier. */
export const carrierAccount = new Document('/api/settings/carrier');

/** Has the carrier asked how our main number and our registrations stand. @param {{id: string, number: string | null} | undefined} main */
export const askCarrier = (main) =>
  Promise.all([
    post('/api/numbers/registrations/check', {}),
    main?.number && post(`/api/numbers/${encodeURIComponent(main.id)}/check`, {}),
  ]);

const UNDER_WAY = ['searching', 'buying', 'checking'];

/** What the carrier needs in order to reach us, and how each of it stands. */
export function carrierFindings(account, main) {
  return [
    {
      id: 'account',
      standing: 'good',
      word: 'Set',
      title: 'Twilio account',
      text: `TWILIO_ACCOUNT_SID, which ends in ${account.accountEnds}, and TWILIO_AUTH_TOKEN are set.`,
    },
    address(account),
    number(main),
    texting(main),
    fallback(account),
  ];
}

const address = ({ publicUrl, secure }) => ({
  id: 'address',
  standing: secure ? 'good' : 'wrong',
  title: 'Public address',
  text: secure
    ? `Twilio calls ${publicUrl}.`
    : `PUBLIC_URL is ${publicUrl}. Put an https address there that Twilio can reach, and start CloudPBX again.`,
});

const fallback = ({ fallbackUrl }) => ({
  id: 'fallback',
  standing: fallbackUrl ? 'good' : 'missing',
  title: 'When this server is off',
  text: fallbackUrl
    ? `Twilio leads callers by ${fallbackUrl}, and their messages are fetched afterwards.`
    : 'Callers hear an error and are cut off. Put the documents that Settings › Carrier writes on another server, name the first in FALLBACK_URL, and start CloudPBX again.',
});

function number(main) {
  const about = { id: 'number', title: 'Main number' };
  if (!main) return { ...about, standing: 'missing', text: 'Name it in TWILIO_TOLL_FREE_NUMBER, and start CloudPBX again.' };
  const { state, reason } = main.provisioning;
  if (state === 'ready') return { ...about, standing: 'good', text: `${main.display} is yours, and its calls and texts come here.` };
  if (UNDER_WAY.includes(state)) return { ...about, standing: 'waiting', word: 'Checking', text: 'Twilio is being asked.' };
  return { ...about, standing: 'wrong', text: reason ?? 'Twilio does not list it in this account.' };
}

const REGISTRATIONS = {
  approved: ['good', 'Networks take its texts.'],
  pending: ['waiting', 'The verification is with the carrier. Until it is approved, networks block its texts.'],
  rejected: ['wrong', 'The verification was refused.'],
  suspended: ['wrong', 'The verification was suspended.'],
  none: ['missing', 'Have the number verified for texting in Twilio’s console. Calls work without it.'],
};

function texting(main) {
  const [standing, text] = REGISTRATIONS[main?.registration?.status] ?? ['waiting', 'Twilio has not been asked yet.'];
  return { id: 'texting', standing, title: 'Texting', text: [text, main?.registration?.detail].filter(Boolean).join(' ') };
}
