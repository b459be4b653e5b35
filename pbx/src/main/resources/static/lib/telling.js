import { answer, Problem, problemFrom, unreachable } from './api.js';

/**
 * Asks for what takes long: the answer tells line by line how far it has come, and in the last line what came of it.
 *
 * @param {string} path
 * @param {string} name what that line calls it
 * @param {{onLine: (line: any) => void, signal: AbortSignal}} how
 */
export async function getTelling(path, name, { onLine, signal }) {
  try {
    const response = await answer('GET', path, undefined, signal);
    for await (const line of lines(response.body)) {
      if (line.problem) throw problemFrom(line.problem.status, line.problem, null);
      if (line[name]) return line[name];
      onLine(line);
    }
  } catch (problem) {
    if (signal.aborted) throw new Problem({ status: 0, code: 'stopped', detail: 'Stopped.' });
    throw problem instanceof Problem ? problem : unreachable();
  }
  throw unreachable();
}

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + part.value).split('\n');
    rest = whole.pop();
    yield* whole.filter(Boolean).map((line) => JSON.parse(line));
  }
}
