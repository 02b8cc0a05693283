import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpError } from '../core/network/httpError';
import { isPublicAddress } from '../core/network/isPublicAddress';
import type { HttpLimits } from '../core/network/limits';
import { httpErrorOf } from './httpErrorOf';
import { type Lookup, publicAddresses } from './publicAddresses';

export interface Exchange {
  readonly url: URL;
  /** The user allowed the host, so it may resolve to anything. */
  readonly isAllowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly lookup: Lookup;
  readonly limits: HttpLimits;
  readonly signal: AbortSignal;
}

type Addresses = Promise<readonly string[]>;

/** In ms: how long a request waits for its name, before it goes out in case a proxy needs no address from us. */
const lookupTime = 2000;

/**
 * Sends one GET and resolves with the head of the answer. The host's name is resolved once: the addresses that were
 * checked are those connected to, so it doesn't matter what the name resolves to a moment later.
 *
 * VS Code replaces `node:http` and `node:https` for extensions: a request may go through a proxy, as its settings, the
 * environment or the system say; Node itself may do so too. Then the proxy resolves the name, nobody asks for `lookup`, and the socket is the
 * proxy's. So the name and its addresses are checked before the request too. A name that cannot be resolved here is
 * left to the proxy, as in networks where nothing else reaches the internet; without a proxy, connecting then fails.
 * An agent of our own would get around the proxy under one of VS Code's settings (`http.proxySupport: on`); Node's
 * close their idle connections after 5 s.
 */
export async function exchange(options: Exchange): Promise<IncomingMessage> {
  const { url, isAllowed, lookup, limits, signal } = options;
  const start = performance.now();
  const addresses = publicAddresses(url, isAllowed, lookup);
  await Promise.race([addresses.catch(throwIfPrivate), sleep(lookupTime, undefined, { ref: false })]);
  signal.throwIfAborted();
  const connect = Math.max(1, limits.connect - (performance.now() - start));
  try {
    return await send(options, addresses, connect);
  } catch (error) {
    throw httpErrorOf(error, url.host);
  }
}

function throwIfPrivate(error: HttpError): void {
  if (error.code === 'privateAddress') throw error;
}

function send(options: Exchange, addresses: Addresses, connect: number): Promise<IncomingMessage> {
  const { url, isAllowed, headers, limits, signal } = options;
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(url, {
      headers,
      lookup: pinned(addresses),
      maxHeaderSize: limits.headers,
      signal,
    });
    const timer = setTimeout(() => sent.destroy(new HttpError('timedOut', url.host)), connect);
    sent.once('finish', () => clearTimeout(timer));
    sent.once('close', () => {
      clearTimeout(timer);
      reject(new HttpError('badResponse', url.host));
    });
    let isProxied = usesEnvironment();
    // VS Code emits this: "DIRECT", "PROXY host:port" …
    sent.on('proxy', ({ proxy }: { proxy?: string }) => {
      isProxied = !/^(?:DIRECT|EMPTY)?$/.test(proxy ?? '');
    });
    sent.on('socket', (socket: Socket) => {
      // A socket that some agent kept may have been opened to what another resolver said.
      const check = () => {
        const { remoteAddress } = socket;
        if (isProxied || isAllowed || !remoteAddress || isPublicAddress(remoteAddress)) return;
        sent.destroy(new HttpError('privateAddress', url.host));
      };
      if (socket.connecting) socket.once('connect', check);
      else check();
    });
    let isAnswered = false;
    sent.on('response', message => {
      isAnswered = true;
      resolve(message);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a kept connection at the moment when it was used again.
      const isStale = !isAnswered && sent.reusedSocket && error.code === 'ECONNRESET';
      if (isStale) resolve(send(options, addresses, connect));
      else reject(error);
    });
    sent.end();
  });
}

/** Whether Node was told to heed HTTP_PROXY and the like: by NODE_USE_ENV_PROXY, from Node 24 on. */
function usesEnvironment(): boolean {
  const { options } = http.globalAgent as { options?: { proxyEnv?: unknown } };
  return options?.proxyEnv !== undefined;
}

/** What `net.connect` asks for addresses: those that were checked, whatever the name. */
function pinned(addresses: Addresses): LookupFunction {
  return (_name, { all }, callback) => {
    addresses.then(
      found => {
        const entries = found.map(address => ({ address, family: isIP(address) }));
        if (all) callback(null, entries);
        else callback(null, entries[0]!.address, entries[0]!.family);
      },
      error => callback(error, ''),
    );
  };
}
