/** Whether there is a number that can be called. @param {string | null | undefined} number */
export const callable = (number) => /^\+\d+$/.test(number ?? '');

/** What the other side may be shown: ours that are ready; first what is chosen by itself, as not everybody has a direct one. */
export const shownNumbers = (numbers) => [
  { value: '', label: 'Direct or main number' },
  ...numbers
    .filter(({ number, provisioning }) => number && provisioning.state === 'ready')
    .map(({ number, display, use, extension }) => ({
      value: number,
      label: use === 'main' ? `${display} · Main number` : extension ? `${display} · ${extension.name}` : display,
    })),
];

const FIELDS = { to: null, from: 'The number they see', ext: 'Your extension' };

/** Why nobody is called, as a sentence. @param {{message: string, errors: {field: string, message: string}[]}} refusal */
export function troubleOf({ message, errors }, display) {
  const [first] = errors;
  if (!first) return message;
  const sentence = `${FIELDS[first.field] ?? display} ${first.message}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
