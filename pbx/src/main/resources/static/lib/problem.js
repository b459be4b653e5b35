/** What went wrong with a request, in the words of RFC 9457 as the server sends them. */
export class Problem extends Error {
  /** @param {{status: number, code: string, detail: string, errors?: {field: string, message: string}[]}} body */
  constructor(body) {
    super(body.detail);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.body = body;
  }

  /** The sentence that belongs beside a field, if there is one. @param {string} name */
  about(name) {
    return this.errors.find((error) => error.field === name)?.message;
  }

  get retryAfterSeconds() {
    return this.body.retryAfterSeconds;
  }
}

export function unreachable() {
  return new Problem({
    status: 0,
    code: 'unreachable',
    detail: 'The phone system can’t be reached from this browser right now.',
  });
}

/** @param {Response} response */
export async function problemOf(response) {
  const body = await response.json().catch(() => null);
  return new Problem({
    ...body,
    status: response.status,
    code: body?.code ?? 'unexpected',
    detail: body?.detail ?? body?.title ?? 'The phone system answered with an error it did not explain.',
    retryAfterSeconds: Number(response.headers.get('Retry-After')) || undefined,
  });
}
