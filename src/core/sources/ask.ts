import { hashBytes } from '../hashBytes';
import { describeStatus } from '../network/describeStatus';
import { freshFor, retryAfter } from '../network/freshness';
import { HttpError } from '../network/httpError';
import { validatorsOf } from '../network/requestHeaders';
import type { HttpClient, HttpResponse } from '../ports';
import type { Problem } from '../problem';
import type { AnswerState } from './state';

/** What asking an address came to. Times are in ms. */
export type Asked =
  | {
      readonly outcome: 'changed';
      readonly answer: AnswerState;
      readonly response: HttpResponse;
      readonly freshFor?: number | undefined;
    }
  | { readonly outcome: 'unchanged'; readonly answer: AnswerState; readonly freshFor?: number | undefined }
  | {
      readonly outcome: 'failed';
      readonly failure: Problem;
      /** What is still known of the address. */
      readonly answer?: AnswerState | undefined;
      readonly retryAfter?: number | undefined;
    };

/** Some servers answer 304 for ever, so after this time (ms) the body is asked for. */
const trust = 8 * 24 * 3_600_000;

/**
 * Asks an address for what is new since `before`. Answers "unchanged" to a 304, and to a body that is the same as
 * before. Rejects with the signal's reason only.
 */
export async function ask(
  url: string,
  accept: string,
  before: AnswerState | undefined,
  { http, now }: { readonly http: HttpClient; readonly now: () => number },
  signal?: AbortSignal,
): Promise<Asked> {
  const asked = before?.movedTo ?? url;
  const validators = before && now() - before.since < trust ? before.validators : undefined;
  const failed = (failure: Problem, wait?: number): Asked => ({
    outcome: 'failed',
    failure,
    answer: before && withoutMove(before),
    retryAfter: wait,
  });
  let response: HttpResponse;
  try {
    response = await http.get(asked, { accept, validators }, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof HttpError)) throw error;
    return failed({ code: error.code, source: url, detail: error.detail });
  }
  const { body, headers, status } = response;
  const code = describeStatus(status);
  if (code) return failed({ code, source: url, detail: String(status) }, retryAfter(headers, now()));
  const movedTo = response.movedTo ?? before?.movedTo;
  const moved = movedTo !== undefined && movedTo !== url ? { movedTo } : {};
  const fresh = freshFor(headers, now());
  if (status === 304 && before)
    return { outcome: 'unchanged', answer: { ...withoutMove(before), ...moved }, freshFor: fresh };
  const hash = hashBytes(new DataView(body.buffer, body.byteOffset, body.byteLength), 0, body.byteLength);
  const answer: AnswerState = { validators: validatorsOf(headers), since: now(), hash, ...moved };
  if (before?.hash !== hash) return { outcome: 'changed', answer, response, freshFor: fresh };
  const ttl = before.ttl === undefined ? {} : { ttl: before.ttl };
  return { outcome: 'unchanged', answer: { ...answer, ...ttl }, freshFor: fresh };
}

/** The old address is asked again: the new one may have been a mistake, or gone since; else it redirects there again. */
export function withoutMove({ movedTo: _, ...before }: AnswerState): AnswerState {
  return before;
}
