import { time, whenToCome } from '../../lib/format.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Every clock of the world shows a full hour at one of these. */
const STEP_MS = 15 * MINUTE_MS;
const MORNING = '7:00 AM';

/** For how long, as phones offer it. @returns {{label: string, until: string | null}[]} */
export function quietChoices(now = Date.now()) {
  const morning = nextMorning(now);
  const named = whenToCome(morning, now);
  return [
    { label: 'For an Hour', until: instant(now + HOUR_MS) },
    { label: `Until ${named.startsWith('Today') ? time(morning) : named}`, until: instant(morning) },
    { label: 'Until I Turn It Off', until: null },
  ];
}

const instant = (at) => new Date(at).toISOString();

/** The next one on the business's clock that is more than an hour ahead. */
function nextMorning(now) {
  let at = Math.ceil((now + HOUR_MS + 1) / STEP_MS) * STEP_MS;
  while (time(at) !== MORNING) at += STEP_MS;
  return at;
}
