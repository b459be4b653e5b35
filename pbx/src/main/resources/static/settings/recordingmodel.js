export const RULES = [
  { value: 'never', label: 'Never' },
  { value: 'one_party_states', label: 'Where one party’s consent is enough' },
  { value: 'everywhere', label: 'Everywhere' },
];

const STATES = {
  AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut', DE: 'Delaware',
  DC: 'District of Columbia', FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois', IN: 'Indiana', IA: 'Iowa', KS: 'Kansas',
  KY: 'Kentucky', LA: 'Louisiana', ME: 'Maine', MD: 'Maryland', MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi',
  MO: 'Missouri', MT: 'Montana', NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York',
  NC: 'North Carolina', ND: 'North Dakota', OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania', RI: 'Rhode Island', SC: 'South Carolina',
  SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas', UT: 'Utah', VT: 'Vermont', VA: 'Virginia', WA: 'Washington', WV: 'West Virginia',
  WI: 'Wisconsin', WY: 'Wyoming',
};

const NO_STATE = 'Not said';

/** What a state can be chosen from; the first is none. */
export const states = () => [
  { value: '', label: NO_STATE },
  ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
];

export const stateName = (code) => STATES[code] ?? NO_STATE;

export const ruleName = (rule) => RULES.find(({ value }) => value === rule)?.label ?? '';

function recordedCalls({ incoming, outgoing }) {
  if (outgoing === 'never') return 'Incoming calls that your people answer';
  return incoming === 'never' ? 'Calls from the dashboard' : 'Calls that your people answer, and calls from the dashboard,';
}

/** What the choices come to, in a sentence. @param {{incoming: string, outgoing: string, state: string | null}} chosen */
export function meaning(chosen) {
  const { incoming, outgoing, state } = chosen;
  const rules = [incoming, outgoing];
  if (rules.every((rule) => rule === 'never')) return 'No conversation between people is recorded.';
  if (!rules.includes('one_party_states')) return `${recordedCalls(chosen)} are recorded wherever the other side is. They are told first, and any key they press leads on without a recording.`;
  if (!state && !rules.includes('everywhere')) return 'Nobody is recorded until you say in which state your people answer: what is not known counts as the strictest.';
  if (!state) return 'Where one party’s consent has to be enough, nobody is recorded until you say in which state your people answer.';
  return `Where one party’s consent has to be enough, a call is recorded only if neither ${stateName(state)} nor the state of the other side’s number asks for everybody’s consent. Withheld, toll-free and foreign numbers are not.`;
}
