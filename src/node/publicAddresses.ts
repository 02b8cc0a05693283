import { lookup as resolveName } from 'node:dns/promises';
import { isIP } from 'node:net';
import { HttpError } from '../core/network/httpError';
import { isPublicAddress } from '../core/network/isPublicAddress';
import { isOffline } from './isOffline';

/** All IP addresses of a host's name, as the system resolves it. Tests bring their own. */
export type Lookup = (name: string) => Promise<readonly string[]>;

export const systemLookup: Lookup = async name =>
  (await resolveName(name, { all: true })).map(({ address }) => address);

/**
 * The addresses to connect to for the URL's host. Rejects with an `HttpError` when one of them is not public, unless
 * the user allowed the host, and when there is none.
 */
export async function publicAddresses(
  url: URL,
  isAllowed: boolean,
  lookup: Lookup,
): Promise<readonly string[]> {
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = isIP(name) ? [name] : await resolved(name, lookup);
  if (!isAllowed && !addresses.every(isPublicAddress)) throw new HttpError('privateAddress', url.host);
  return addresses;
}

async function resolved(name: string, lookup: Lookup): Promise<readonly string[]> {
  try {
    const addresses = await lookup(name);
    if (addresses.length > 0) return addresses;
  } catch (cause) {
    throw new HttpError(isOffline(cause) ? 'offline' : 'unknownHost', name, { cause });
  }
  throw new HttpError('unknownHost', name);
}
