import type { XmlElement } from '../xml';
import { isAtom } from './kind';

/** What an element inherits from those around it. */
export interface Scope {
  /** `xml:base`, absolute where the feed's address is known. */
  readonly base?: string | undefined;
  /** `xml:lang`; `undefined` also where it was taken back by "". */
  readonly language?: string | undefined;
  /** Whether plain names are Atom's. */
  readonly isAtom: boolean;
}

/** What holds within an element. */
export function scopeWithin(element: XmlElement, outer: Scope): Scope {
  const base = element.attributes.get('xml:base')?.trim();
  const language = element.attributes.get('xml:lang')?.trim().replaceAll('_', '-');
  const atom = isAtom(element);
  if (!base && language === undefined && atom === outer.isAtom) return outer;
  return {
    base: base ? (webAddress(base, outer.base) ?? outer.base) : outer.base,
    language: language === undefined ? outer.language : language || undefined,
    isAtom: atom || (outer.isAtom && element.namespace === undefined),
  };
}

/** UTF-16 units; longer addresses lead nowhere, and each relative one would have to be put behind its base. */
const longest = 4000;

function webAddress(written: string, base: string | undefined): string | undefined {
  try {
    const { protocol, href } = base === undefined ? new URL(written) : new URL(written, base);
    return /^https?:$/.test(protocol) && href.length <= longest ? href : undefined;
  } catch {
    return undefined;
  }
}

/** An absolute address as it is written, a relative one made absolute; `undefined` where that is impossible. */
export function resolveAddress(written: string, base: string | undefined): string | undefined {
  const address = written
    .trim()
    .replace(/[\t\n\r]/g, '')
    // Escaped once too often; no address means these five characters.
    .replaceAll('&amp;', '&')
    .replace(/^www\./i, 'http://www.');
  if (address.length > longest) return undefined;
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  try {
    return base === undefined ? undefined : new URL(address, base).href;
  } catch {
    return undefined;
  }
}
