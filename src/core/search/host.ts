const host = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i;

/** The host of an address, in lower case and without "www."; `undefined` when it has none. */
export function hostOf(url: string): string | undefined {
  return host.exec(url)?.[1]?.toLowerCase();
}

/**
 * Whether a host is meant by a name, which is one as `hostOf` gives it: the same, a site below it ("medium.com" means
 * "eng.medium.com"), or, unless the name is whole, one with a part that begins so ("netflixtech").
 */
export function isHostOf(host: string, name: string, whole = false): boolean {
  if (host === name || host.endsWith(`.${name}`)) return true;
  return !whole && (host.startsWith(name) || host.includes(`.${name}`));
}
