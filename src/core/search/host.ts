import { fold } from './words';

const host = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i;

/** The host of an address, in lower case and without "www."; `undefined` when it has none. */
export function hostOf(url: string): string | undefined {
  return host.exec(url)?.[1]?.toLowerCase();
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
