import { DAYS, wholeWeek } from '../lib/week.js';

const WORKING_DAYS = 5;
const USUAL = { opens: '09:00', closes: '17:00' };

const at = (steps, id) => steps.findIndex((step) => step.id === id);

/** The step an address names; where somebody goes on when it names none. */
export const stepOf = (steps, named, bookmark) => steps[at(steps, named)] ?? steps[at(steps, bookmark.step)];

export const stepAfter = (steps, id) => steps[Math.min(at(steps, id) + 1, steps.length - 1)];

export const stepBefore = (steps, id) => steps[at(steps, id) - 1] ?? null;

/** The bookmark after somebody left a step for the next one. */
export function moved(steps, bookmark, id, skipped) {
  const next = stepAfter(steps, id);
  const others = bookmark.skipped.filter((each) => each !== id);
  return {
    stage: bookmark.stage === 'done' ? 'done' : 'open',
    step: at(steps, next.id) > at(steps, bookmark.step) ? next.id : bookmark.step,
    skipped: skipped ? [...others, id] : others,
  };
}

/** @returns {'skipped' | 'done' | 'ahead'} */
export function standingOf(steps, { step, skipped }, id) {
  if (skipped.includes(id)) return 'skipped';
  return at(steps, id) < at(steps, step) ? 'done' : 'ahead';
}

export const hoursKnown = ({ hours }) => DAYS.some((day) => hours[day]?.length > 0);

const usualWeek = () => Object.fromEntries(DAYS.map((day, index) => [day, index < WORKING_DAYS ? [USUAL] : []]));

/** What the business step shows first; hours that nobody has said are suggested. */
export const businessOf = ({ businessName, timeZone }, facts) => ({
  businessName,
  timeZone,
  notes: facts.notes ?? '',
  hours: hoursKnown(facts) ? wholeWeek(facts.hours) : usualWeek(),
});

/** Whoever sets up is most likely the first to have an extension. */
export const personOf = (user, people) => (people.length === 0 ? { name: user.name, email: user.email } : {});

const typeAt = (plan, key) => plan.nodes[key]?.type;

const placeOf = (plan, type) => Object.keys(plan.nodes).find((key) => plan.nodes[key].type === type);

const sameButStart = (one, other) => JSON.stringify({ ...one, main: '' }) === JSON.stringify({ ...other, main: '' });

/**
 * Where callers of the main number begin, in the two words of the first steps.
 *
 * @returns {'menu' | 'receptionist' | 'own'} own: the call flow says something else, or somebody is drawing another
 */
export function startOf(draft, published) {
  const type = typeAt(published, published.main);
  const simple = ['menu', 'receptionist'].includes(type) && placeOf(published, 'menu') && placeOf(published, 'receptionist');
  return simple && sameButStart(draft.plan, published) ? type : 'own';
}

/** The same plan with another beginning. */
export const beginningAt = (plan, type) => ({ ...plan, main: placeOf(plan, type) });

/** Who is suggested to answer for the company: whoever does, else the first person. */
export const operatorOf = (settings, people) => settings.operatorExtension ?? people[0]?.ext ?? '';

const step = (id) => ({ href: `/first-steps/${id}`, action: 'Open' });

/** What is ready and what is missing, from what is stored. */
export const readiness = ({ session, settings, facts, people, start, carrier, numbers = [] }) => [
  {
    id: 'business',
    standing: 'good',
    title: settings.businessName,
    text: `Its clocks show the time of ${settings.timeZone.replaceAll('_', ' ')}.`,
  },
  hoursKnown(facts)
    ? { id: 'hours', standing: 'good', title: 'Opening hours', text: 'Callers and texters are told when you are open.' }
    : { id: 'hours', standing: 'missing', title: 'Opening hours', text: 'Nobody can be told when you are open.', ...step('business') },
  facts.notes
    ? { id: 'notes', standing: 'good', title: 'What you do', text: 'The receptionist can tell.' }
    : { id: 'notes', standing: 'missing', title: 'What you do', text: 'One sentence lets the receptionist tell callers.', ...step('business') },
  people.length > 0
    ? { id: 'people', standing: 'good', title: people.length === 1 ? '1 person' : `${people.length} people`, text: people.map(({ name, ext }) => `${name} ${ext}`).join(', ') }
    : { id: 'people', standing: 'missing', title: 'People', text: 'Nobody has an extension: all callers reach the general mailbox.', ...step('people') },
  calls(settings, start),
  ...(session.carrier.mode === 'sandbox'
    ? [{ id: 'carrier', standing: 'good', title: 'Sandbox carrier', text: 'Calls and texts stay on this computer.' }]
    : [...carrier.filter(({ standing }) => standing !== 'good').map((finding) => ({ ...finding, ...step('carrier') })), help(numbers)]),
];

/** Whoever can call from here can call 911, which is to find them. */
const help = (numbers) =>
  numbers.some(({ emergencyAddress }) => emergencyAddress === 'registered')
    ? { id: 'help', standing: 'good', title: 'An address for 911', text: 'Help is told where you are.' }
    : {
        id: 'help',
        standing: 'missing',
        title: 'An address for 911',
        text: 'No number has one at the carrier: whoever calls 911 from here has to say where they are. Dial it from another phone until then.',
        href: '/settings/compliance',
        action: 'Open',
      };

const BEGINNINGS = { menu: 'A menu answers.', receptionist: 'The receptionist answers.', own: 'Your own call flow answers.' };

const calls = ({ operatorExtension }, start) =>
  operatorExtension
    ? { id: 'calls', standing: 'good', title: 'Calls', text: `${BEGINNINGS[start]} Who wants a person reaches extension ${operatorExtension}.` }
    : { id: 'calls', standing: 'missing', title: 'Somebody for callers who want a person', text: `${BEGINNINGS[start]} Who wants a person reaches the general mailbox.`, ...step('calls') };
