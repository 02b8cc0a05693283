import type { IncomingMessage } from 'node:http';
import { checkUrl } from '../core/network/checkUrl';
import { HttpError } from '../core/network/httpError';
import { defaultLimits, type HttpLimits } from '../core/network/limits';
import { isConditional, requestHeaders } from '../core/network/requestHeaders';
import { withDeadline } from '../core/network/withDeadline';
import { parseUrl } from '../core/parseUrl';
import type { HttpClient, HttpRequest, HttpResponse } from '../core/ports';
import { type Exchange, exchange } from './exchange';
import { httpErrorOf } from './httpErrorOf';
import { type Lookup, systemLookup } from './publicAddresses';
import { acceptedEncodings, readBody } from './readBody';

export interface HttpClientOptions {
  /** As `checkUrl` takes them, asked for anew at each request. */
  readonly allowedHosts: () => readonly string[];
  readonly userAgent: string;
  readonly lookup?: Lookup;
  readonly limits?: Partial<HttpLimits>;
}

/** Pages and feeds by `node:http(s)`: no cookies, no credentials, no referrer. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { allowedHosts, userAgent, lookup = systemLookup } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const common = { 'user-agent': userAgent, 'accept-encoding': acceptedEncodings };
  return {
    get: (address, request, signal) => {
      const headers = { ...common, ...requestHeaders(request) };
      return withDeadline(
        limits.total,
        () => new HttpError('timedOut', hostOf(address)),
        signal,
        own => follow(address, request, allowedHosts(), { headers, lookup, limits, signal: own }),
      );
    },
  };
}

function hostOf(address: string): string {
  return parseUrl(address)?.host ?? '';
}

/** Goes from redirect to redirect; each address is checked like the first. */
async function follow(
  first: string,
  request: HttpRequest,
  allowedHosts: readonly string[],
  options: Omit<Exchange, 'url' | 'isAllowed'>,
): Promise<HttpResponse> {
  const seen = new Set<string>();
  let address = first;
  let isPermanent = true;
  let movedTo: string | undefined;
  for (;;) {
    const checked = checkUrl(address, allowedHosts);
    if ('code' in checked) throw new HttpError(checked.code, checked.detail);
    const { url } = checked;
    if (seen.has(url.href)) throw new HttpError('redirectLoop', url.host);
    if (seen.size > options.limits.redirects) throw new HttpError('tooManyRedirects', url.host);
    if (seen.size > 0 && isPermanent) movedTo = url.href;
    seen.add(url.href);
    const message = await exchange({ ...options, ...checked });
    const next = redirect(message, url);
    if (next === undefined) return response(message, url, request, movedTo, options.limits);
    message.destroy();
    isPermanent &&= message.statusCode === 301 || message.statusCode === 308;
    address = next;
  }
}

/** Where the answer leads; `undefined` when it is no redirect. */
function redirect({ statusCode, headers }: IncomingMessage, url: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode!) || headers.location === undefined) return undefined;
  const location = Buffer.from(headers.location, 'latin1').toString(); // servers send UTF-8, Node reads latin1
  const next = parseUrl(location, url);
  if (!next) throw new HttpError('badResponse', url.host);
  return next.href;
}

async function response(
  message: IncomingMessage,
  url: URL,
  request: HttpRequest,
  movedTo: string | undefined,
  limits: HttpLimits,
): Promise<HttpResponse> {
  const status = message.statusCode!;
  const isGood = (status >= 200 && status < 300) || status === 304;
  if (!isGood || (status === 304 && !isConditional(request))) message.destroy();
  if (status === 304 && !isConditional(request)) throw new HttpError('badResponse', url.host);
  const headers = Object.entries(message.headers).filter(([name]) => name !== 'set-cookie');
  try {
    const body = isGood ? await readBody(message, limits.body) : new Uint8Array();
    return {
      status,
      url: url.href,
      ...(isGood && movedTo !== undefined && { movedTo }),
      headers: new Map(headers.map(([name, value]) => [name, String(value)])),
      body,
    };
  } catch (error) {
    throw isCutOff(error)
      ? new HttpError('cutOff', url.host, { cause: error })
      : httpErrorOf(error, url.host);
  }
}

function isCutOff(error: unknown): boolean {
  return /^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/.test(
    (error as NodeJS.ErrnoException).code ?? '',
  );
}
