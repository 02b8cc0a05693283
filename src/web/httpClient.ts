import { checkUrl } from '../core/network/checkUrl';
import { HttpError } from '../core/network/httpError';
import { defaultLimits, type HttpLimits } from '../core/network/limits';
import { requestHeaders, validatorsOf } from '../core/network/requestHeaders';
import { withDeadline } from '../core/network/withDeadline';
import type { HttpClient, HttpRequest, HttpResponse, Validators } from '../core/ports';

export interface HttpClientOptions {
  /** As `checkUrl` takes them, asked for anew at each request. */
  readonly allowedHosts: () => readonly string[];
  readonly limits?: Partial<HttpLimits>;
}

/**
 * Pages and feeds by `fetch`, for the web host: no cookies, no credentials, no referrer.
 *
 * A browser shows neither what a name resolves to nor the hops of a redirect, so addresses are checked by name only,
 * the first before the request and the last before its answer is read; the browser's own rules for private networks
 * and foreign origins stand between. For the same reason there is no `movedTo`.
 */
export function createHttpClient({ allowedHosts, ...options }: HttpClientOptions): HttpClient {
  const limits = { ...defaultLimits, ...options.limits };
  return {
    get: async (address, request, signal) => {
      const allowed = allowedHosts();
      const asked = checked(address, allowed);
      return withDeadline(
        limits.total,
        () => new HttpError('timedOut', asked.host),
        signal,
        own => read(asked, request, allowed, limits, own),
      );
    },
  };
}

function checked(address: string, allowedHosts: readonly string[]): URL {
  const result = checkUrl(address, allowedHosts);
  if ('code' in result) throw new HttpError(result.code, result.detail);
  return result.url;
}

async function read(
  { href, host }: URL,
  request: HttpRequest,
  allowedHosts: readonly string[],
  limits: HttpLimits,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const response = await answer(href, host, request, signal);
  const url = checked(response.url || href, allowedHosts).href;
  const headers = new Map(response.headers);
  if (response.ok && isSame(validatorsOf(headers), request.validators)) {
    cancel(response);
    return { status: 304, url, headers, body: new Uint8Array() };
  }
  if (!response.ok) cancel(response);
  const body = response.ok ? await bodyOf(response, limits.body, host) : new Uint8Array();
  return { status: response.status, url, headers, body };
}

/** Nobody waits for it, nor for why it fails. */
function cancel({ body }: Response): void {
  body?.cancel().catch(() => {});
}

async function answer(
  href: string,
  host: string,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(href, {
      // Conditions of our own would make browsers ask the site for leave first, which few give. With `no-cache` the
      // browser sends those of its own cache.
      headers: { accept: requestHeaders(request).accept! },
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      signal,
    });
  } catch (cause) {
    throw new HttpError(globalThis.navigator?.onLine === false ? 'offline' : 'crossOrigin', host, { cause });
  }
}

/** Whether the answer is the one that the validators are from; a date counts only where there is no tag. */
function isSame(now: Validators, before: Validators = {}): boolean {
  if (now.etag !== undefined || before.etag !== undefined) return now.etag === before.etag;
  return now.lastModified !== undefined && now.lastModified === before.lastModified;
}

async function bodyOf({ body }: Response, limit: number, host: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const chunk = await reader?.read().catch(cause => {
      throw new HttpError('cutOff', host, { cause });
    });
    if (!chunk?.value) break;
    size += chunk.value.length;
    if (size > limit) {
      reader!.cancel().catch(() => {});
      throw new HttpError('tooLarge', `more than ${Math.ceil(limit / 2 ** 20)} MB`);
    }
    chunks.push(chunk.value);
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let start = 0;
  for (const chunk of chunks) {
    all.set(chunk, start);
    start += chunk.length;
  }
  return all;
}
