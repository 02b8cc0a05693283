/** What an answer's status means for reading a source. */
export type StatusCode =
  /** 404 */
  | 'notFound'
  /** 410: the source is not asked any more. */
  | 'gone'
  /** 401, 403, 407, 451 */
  | 'forbidden'
  /** 429; see `retryAfter`. */
  | 'tooManyRequests'
  /** 500 and up; 503 may say `Retry-After`. */
  | 'serverError'
  /** Whatever else is no success. */
  | 'unexpectedStatus';

/** What keeps an answer of this status from being read; `undefined` for 2xx and 304. `Problem.detail` takes the number. */
export function describeStatus(status: number): StatusCode | undefined {
  if ((status >= 200 && status < 300) || status === 304) return undefined;
  return codes[status] ?? (status >= 500 ? 'serverError' : 'unexpectedStatus');
}

const codes: Readonly<Record<number, StatusCode>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  407: 'forbidden',
  410: 'gone',
  429: 'tooManyRequests',
  451: 'forbidden',
};
