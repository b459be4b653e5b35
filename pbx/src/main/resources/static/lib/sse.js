/**
 * Reads an event stream (text/event-stream) piece by piece.
 *
 * @param {(event: {id: string, type: string, data: string}) => void} onEvent
 * @returns {(text: string) => void} takes the next piece of the stream
 */
export function eventReader(onEvent) {
  let rest = '';
  let id = '';
  let type = '';
  let data = [];

  const dispatch = () => {
    if (data.length > 0) onEvent({ id, type: type || 'message', data: data.join('\n') });
    type = '';
    data = [];
  };

  const line = (text) => {
    if (text === '') return dispatch();
    const colon = text.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'id' && !value.includes('\0')) id = value;
    if (field === 'event') type = value;
    if (field === 'data') data.push(value);
    return undefined;
  };

  return (text) => {
    rest += text;
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    lines.forEach(line);
  };
}

/** Seconds before attempt `attempt` (0 is the first retry): 1, 2, 4 … 30, half of it random. */
export function backOff(attempt, random = Math.random) {
  const whole = Math.min(30, 2 ** attempt);
  return whole / 2 + (random() * whole) / 2;
}
