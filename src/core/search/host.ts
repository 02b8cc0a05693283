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

/** What `from:` with this text means: hosts, as `hostOf` gives them, and sources by their names or locations. */
export interface Origin {
  /** The host itself, one below it ("medium.com" means "eng.medium.com"), or one with a part that begins so. */
  readonly isHost: (host: string) => boolean;
  readonly isSource: (name: string) => boolean;
  readonly isLocation: (location: string) => boolean;
}

const pathOfAddress = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*(?:\/.|[?#])/;

/**
 * With `whole` nothing is taken for the beginning or a part of something longer, nor an address with a path for its
 * host.
 */
export function originOf(text: string, whole = false): Origin {
  const name = folded(text);
  const site = hostOf(name) ?? name.replace(/^www\.(?=.)/, '');
  const isPlace = whole && pathOfAddress.test(name);
  return {
    isHost: host =>
      !isPlace &&
      (host === site ||
        host.endsWith(`.${site}`) ||
        (!whole && (host.startsWith(site) || host.includes(`.${site}`)))),
    isSource: source => (whole ? folded(source) === name : folded(source).includes(name)),
    isLocation: location => folded(location) === name,
  };
}

/** Quotes can't be asked for, as they are what holds the words of a name together. */
function folded(name: string): string {
  return fold(name)
    .replace(/[\s"]+/g, ' ')
    .trim();
}
