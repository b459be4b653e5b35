import { count, number } from '../lib/format.js';
import { DAYS, dayName } from '../lib/week.js';

const TOLL_FREE = {
  approved: ['good', 'Verified: networks take its texts.'],
  pending: ['waiting', 'The verification is being reviewed. Until then networks block its texts.'],
  rejected: ['wrong', 'The verification was refused, so networks block its texts.'],
  suspended: ['wrong', 'The verification was taken back, so networks block its texts.'],
  none: ['missing', 'Not verified as far as the carrier lists it: networks may block its texts.'],
};

const LOCAL = {
  approved: ['good', 'In a registered A2P campaign: networks take its texts.'],
  pending: ['waiting', 'Its A2P campaign is being reviewed. Until then networks block its texts.'],
  rejected: ['wrong', 'Its A2P campaign was refused, so networks block its texts.'],
  suspended: ['wrong', 'Its A2P campaign was suspended, so networks block its texts.'],
  none: ['missing', 'In no registered A2P campaign as far as the carrier lists it: networks may block its texts.'],
};

/** Whether networks take texts from each number. */
export const registrations = (numbers) =>
  numbers.map(({ id, display, kind, registration }) => {
    const known = kind === 'toll_free' ? TOLL_FREE : LOCAL;
    const [standing, text] = known[registration?.status] ?? ['waiting', 'The carrier has not been asked yet.'];
    return { id, standing, title: display, text: [text, registration?.detail].filter(Boolean).join(' ') };
  });

const ADDRESSES = {
  registered: ['good', 'The carrier has an address for it.'],
  pending: ['waiting', 'Its address is on the way to the registry.'],
  refused: ['wrong', 'The registry did not take its address: correct it at the carrier.'],
  none: ['waiting', 'No address: help has to ask where you are.'],
};

/** Where help is sent to, numbers alike together. Toll-free numbers are nowhere. */
export const emergencies = (all) => addressed(all.filter(({ kind }) => kind === 'local'));

const addressed = (numbers) =>
  [...new Set(numbers.map(({ emergencyAddress }) => emergencyAddress))].map((address) => {
    const [standing, text] = ADDRESSES[address] ?? ['waiting', 'The carrier has not been asked yet.'];
    const those = numbers.filter(({ emergencyAddress }) => emergencyAddress === address);
    return { id: String(address), standing, title: those.map(({ display }) => display).join(', '), text };
  });

/** Who may be texted what, with the contacts it is about. @param {any} tally null until it is counted */
export function consents(tally) {
  if (!tally) return [];
  const of = (people) => `${number(people)} of ${count(tally.contacts, 'contact')}`;
  return [
    { id: 'marketing', name: 'Agreed to offers', value: of(tally.marketing) },
    { id: 'informational', name: 'Agreed to notices', value: of(tally.informational) },
    { id: 'paused', name: 'Offers pause until somebody reads their words', value: number(tally.paused) },
    { id: 'optedOut', name: 'Opted out', value: number(tally.optedOut) },
    { id: 'silent', name: 'Nothing on record', value: number(tally.silent) },
  ];
}

/** Whether a number may be texted, as what follows it in a sentence. Who agreed to offers agreed to notices. @param {any} standing of the number */
export function mayBeTexted({ optedOut, marketingPaused, marketingConsent, informationalConsent }) {
  if (optedOut) return 'wants no texts. Nothing is sent there until they write START.';
  const kinds = [marketingConsent && !marketingPaused && 'offers', (marketingConsent || informationalConsent) && 'notices'].filter(Boolean);
  if (kinds.length === 0) return 'may be texted one to one. Campaigns leave it out, as nobody agreed to them.';
  return `may be texted, and campaigns may send ${kinds.join(' and ')}.`;
}

/** Days alike, together: "Monday to Friday", "Sunday". @param {{day: string, hours: string[]}[]} week */
export function weekInWords(week) {
  const byDay = new Map(week.map(({ day, hours }) => [day, hours.map(spoken).join(', ') || 'Nothing is sent']));
  const groups = [];
  for (const day of DAYS) {
    const last = groups.at(-1);
    if (last?.hours === byDay.get(day)) last.until = day;
    else groups.push({ from: day, until: day, hours: byDay.get(day) });
  }
  return groups.map(({ from, until, hours }) => ({ name: from === until ? dayName(from) : `${dayName(from)} to ${dayName(until)}`, value: hours }));
}

const spoken = (span) => span.split('-').map(clock).join(' – ');

function clock(time) {
  const [hours, minutes] = time.split(':').map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
}

const WHERE = { one_party_states: 'where one party’s consent is enough', everywhere: 'everywhere' };

/** What is told of being recorded. */
export const recordings = ({ conversations, announcement, people, dialed, peopleAnnouncement, voicemailNotice }) => [
  conversations
    ? { id: 'conversations', standing: 'good', title: 'Conversations with the receptionist are recorded', text: `Callers hear first: “${announcement}”` }
    : { id: 'conversations', standing: 'good', title: 'Conversations with the receptionist are not recorded', text: 'Callers hear that an automated assistant answers.' },
  { id: 'voicemail', standing: 'good', title: 'Voicemail says that it is recorded', text: `Every greeting ends with: “${voicemailNotice}”` },
  people === 'never'
    ? { id: 'people', standing: 'good', title: 'Callers’ talk with people is not recorded', text: 'A recording ends before anybody joins the call.' }
    : { id: 'people', standing: 'good', title: `Callers’ talk with people is recorded ${WHERE[people]}`, text: `Callers hear first: “${peopleAnnouncement}” Whoever takes the call hears it too.` },
  dialed === 'never'
    ? { id: 'dialed', standing: 'good', title: 'Calls from the dashboard are not recorded', text: 'Nobody who is called is recorded.' }
    : { id: 'dialed', standing: 'good', title: `Calls from the dashboard are recorded ${WHERE[dialed]}`, text: 'Whoever is called hears it when they answer, and whoever calls before that.' },
];

/** How long what is kept. */
export const retentions = ({ conversationDays }) => [
  { name: 'Conversations with the receptionist, and recordings of calls', value: count(conversationDays, 'day') },
  { name: 'Calls, texts and voicemail', value: 'Until their contact is deleted' },
  { name: 'Voicemail that somebody deleted', value: count(30, 'day') },
  { name: 'Consent and opt-outs', value: 'For good' },
  { name: 'Audit log', value: 'For good' },
];

/** The page in one line: what is not as it should be. */
export function summary(view) {
  const items = [...registrations(view.numbers), ...recordings(view.recording)];
  const wrong = items.filter(({ standing }) => standing === 'wrong' || standing === 'missing').length;
  const waiting = items.filter(({ standing }) => standing === 'waiting').length;
  const parts = [wrong > 0 && `${count(wrong, 'thing')} to do`, waiting > 0 && `${number(waiting)} waiting`].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Everything stands well.';
}
