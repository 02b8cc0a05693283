import { hashText } from '../hashText';
import { parseUrl } from '../parseUrl';
import type { Source } from './source';

/** Parameters of an address that may hold a secret, as those of private feeds do: "key", "feed_token", "api-key". */
const secret = /([?&;][\w.%-]*(?:token|key|auth|secret|signature|sig|password)=)([^&;#]+)/gi;

/**
 * What `Post.sources` names a source by: its location, without the secrets in an address, since a library may be
 * shared. What is left of a secret tells the sources of one user apart, and is too little to guess it by.
 */
export function sourceId({ location }: Pick<Source, 'location'>): string {
  if (!/^https?:/i.test(location)) return location;
  return location.replace(
    secret,
    (_, name: string, value: string) => `${name}hidden-${(hashText(0, value) & 0xffff).toString(16)}`,
  );
}

/**
 * An address as it may be given away: without user name and password, and without the parameters that may hold a
 * secret. `undefined` where it is none.
 */
export function withoutSecrets(address: string): string | undefined {
  const url = parseUrl(address);
  if (!url) return undefined;
  url.username = '';
  url.password = '';
  const parts = url.search.slice(1).split(/[&;]/);
  const kept = parts.filter(part => !new RegExp(secret.source, 'i').test(`?${part}`));
  if (kept.length < parts.length) url.search = kept.join('&');
  return url.href;
}
