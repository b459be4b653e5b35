const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** As disks are sold and Apple counts: a thousand is a kilo. @param {number} bytes */
export function size(bytes) {
  let [value, unit] = [bytes, 0];
  // What would be written as 1,000 is one of the next.
  while (Number(value.toPrecision(3)) >= 1000 && unit < UNITS.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 ? value : Number(value.toPrecision(3))} ${UNITS[unit]}`;
}

const KINDS = {
  voicemails: { name: 'Voicemails', one: 'message', tone: 'blue' },
  recordings: { name: 'Recorded Calls', one: 'recording', tone: 'purple' },
  pictures: { name: 'Pictures and Files', one: 'file', tone: 'orange' },
  greetings: { name: 'Greetings', one: 'greeting', tone: 'green' },
};

/** What takes room, largest first. @returns {{name: string, one: string, tone: string, bytes: number, count: number | null, oldest: string | null}[]} */
export function parts({ kinds, database }) {
  const known = kinds.map(({ kind, ...amount }) => ({ ...(KINDS[kind] ?? { name: kind, one: 'file', tone: 'grey' }), ...amount }));
  const tables = { name: database.here ? 'Database' : 'Database, on its own server', one: '', tone: 'grey', bytes: database.bytes, count: null, oldest: null, elsewhere: !database.here };
  return [...known, tables].sort((a, b) => b.bytes - a.bytes);
}

const WIDTH = 1000;
const NARROWEST = 4;

/** Where each part lies on a bar of the disk, of a thousand; whatever is there at all is seen. */
export function bars(shown, { size: whole, free }) {
  const wide = (bytes) => (bytes > 0 ? Math.max(NARROWEST, (bytes / Math.max(1, whole)) * WIDTH) : 0);
  const here = shown.filter(({ elsewhere }) => !elsewhere);
  const ours = here.reduce((sum, { bytes }) => sum + bytes, 0);
  let at = 0;
  return [...here, { name: 'Other', tone: 'other', bytes: Math.max(0, whole - free - ours) }].map(({ name, tone, bytes }) => {
    const [from, width] = [at, Math.min(wide(bytes), WIDTH - at)];
    at += width;
    return { name, tone, from, width };
  });
}

const LITTLE = 2_000_000_000;
const LITTLE_OF_SMALL = 0.1;

/** Whether the disk is nearly full: recordings need room, and so does the database. */
export const isShort = ({ size: whole, free }) => free < Math.min(LITTLE, whole * LITTLE_OF_SMALL);
