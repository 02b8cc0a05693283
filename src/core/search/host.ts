import { fold } from './words';

const host = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i;

/** The host of an address, in lower case and without "www."; `undefined` when it has none. */
export function hostOf(url: string): string | undefined {
  return host.exec(url)?.[1]?.toLowerCase();
}

/** Whether the host of an address passes a test, which is run once for all addresses that begin with the same host. */
export function hostTest(isHost: (host: string) => boolean): (url: string) => boolean {
  const known = new Map<string, boolean>();
  return url => {
    const path = url.indexOf('/', url.indexOf('://') + 3);
    const start = path < 0 ? url : url.slice(0, path);
    let passes = known.get(start);
    if (passes === undefined) {
      passes = isHost(hostOf(start) ?? '');
      known.set(start, passes);
    }
    return passes;
  };
}

/** What `from:` with this text means: hosts, as `hostOf` gives them, and sources by their names. */
export interface Origin {
  /** The host itself, one below it ("medium.com" means "eng.medium.com"), or one with a part that begins so. */
  readonly isHost: (host: string) => boolean;
  readonly isSource: (name: string) => boolean;
}

/** With `whole` nothing is taken for the beginning or a part of something longer. */
export function originOf(text: string, whole = false): Origin {
  const name = fold(text.trim());
  const site = hostOf(name) ?? name.replace(/^www\.(?=.)/, '');
  return {
    isHost: host =>
      host === site ||
      host.endsWith(`.${site}`) ||
      (!whole && (host.startsWith(site) || host.includes(`.${site}`))),
    isSource: source => (whole ? fold(source.trim()) === name : fold(source).includes(name)),
  };
}
