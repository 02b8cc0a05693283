import { bareAddressEnd } from './bareAddress';
import { bracesReader } from './braces';
import type { Dialect } from './dialect';
import { finder, htmlReader } from './inlineHtml';
import { linkAfter, type Opening, type UndefinedReference, undefinedReference } from './linkAfter';
import { plainKey } from './plainKey';
import { codeSpans, mathSpans } from './rawSpans';
import { texReader } from './rawTex';

/** What a paragraph holds beside text. Offsets are those of the paragraph's text; `end` is exclusive. */
export interface Inline {
  readonly kind:
    | 'code'
    | 'math'
    /** A tag, a comment, an address of electronic mail in angle brackets. */
    | 'html'
    | 'autolink'
    | 'bareAddress'
    | 'link'
    | 'linkReference'
    | 'image'
    | 'footnoteReference'
    /** `@key`, with the minus sign before it. */
    | 'key';
  readonly start: number;
  readonly end: number;
  /** As written: of a link, an autolink, a bare address; of a tag what it refers to. */
  readonly address?: string;
  readonly addressStart?: number;
  /** Of a reference. */
  readonly label?: string;
  /** Of a key too: after the `@`. */
  readonly labelStart?: number;
  readonly key?: string;
  /** Where the text of a link or image ends, before the bracket. */
  readonly textEnd?: number;
  /** The brackets in which keys stand together. */
  group?: { readonly start: number; readonly end: number };
  /** The text ended before it did. */
  readonly unclosed?: boolean;
}

export interface InlineOptions {
  readonly isLabel: (label: string) => boolean;
  readonly isFootnote?: (label: string) => boolean;
  /** Hears of `[^label]` and `[text][label]` that nothing defines, which are text. */
  readonly onUndefined?: (reference: UndefinedReference) => void;
  /** Markdown unless said. */
  readonly dialect?: Dialect;
}

const special = /[\\`<[\]@$]|!\[|\{|https?:\/\/|www\./gi;
const citationKey = new RegExp(`@(?:\\{([^{}\\s]+)\\}|(${plainKey}))`, 'uy');

/** Reads the text of a paragraph, heading or cell once; emphasis, which ends no link, is passed over. */
export function readInlines(text: string, options: InlineOptions): Inline[] {
  const results: Inline[] = [];
  const openings: Opening[] = [];
  /** Keys that no brackets have closed around yet. */
  const keys: Inline[] = [];
  /** Of the openings so many hold a link already, so that only those of images among them count. */
  let withLink = 0;
  const codeEnd = codeSpans(text);
  const mathEnd = mathSpans(text);
  const isMdx = options.dialect === 'mdx';
  const htmlAt = htmlReader(text, isMdx);
  const bracesEnd = bracesReader(text, options.dialect);
  const texEnd = options.dialect === 'pandoc' ? texReader(text) : undefined;
  const until = finder(text);
  /** Where HTML's element for code ends in which the text is. */
  let htmlCodeEnd = 0;

  function open(start: number, length: number): void {
    const outer = openings.at(-1);
    if (outer) outer.nested = true;
    const textStart = start + length;
    const image = length > 1;
    openings.push({ start, textStart, image, results: results.length, keys: keys.length, nested: false });
  }

  function close(at: number): number {
    const opening = openings.pop();
    const inactive = openings.length < withLink;
    withLink = Math.min(withLink, openings.length);
    if (!opening) return at + 1;
    const { start, textStart, image } = opening;
    const target = inactive && !image ? undefined : linkAfter(text, opening, at, options);
    if (!target) {
      for (const key of keys.splice(opening.keys)) key.group = { start, end: at + 1 };
      const reference = image || inactive ? undefined : undefinedReference(text, opening, at);
      if (reference) options.onUndefined?.(reference);
      return at + 1;
    }
    const { end } = target;
    if (target.kind !== 'footnoteReference') {
      const inner = results.splice(opening.results);
      keys.length = Math.min(keys.length, opening.keys);
      // A link has no other link in it, and the description of an image is plain text, unless it is a caption.
      if (!image || options.dialect === 'pandoc')
        for (const item of inner) if (item.kind !== 'bareAddress') results.push(item);
      if (!image) withLink = openings.length;
    }
    const textEnd = at;
    results.push(
      image ? { kind: 'image', start, end, textEnd } : { ...target, start: textStart - 1, end, textEnd },
    );
    return end;
  }

  for (let at = 0; ; ) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (!found) break;
    const start = found.index;
    at = start + 1;
    switch (found[0]) {
      case '\\': {
        const end = texEnd?.(start);
        if (end) results.push({ kind: 'code', start, end });
        at = end ?? start + 2;
        break;
      }
      case '`': {
        const [end, length] = codeEnd(start);
        if (end) results.push({ kind: 'code', start, end });
        at = end ?? start + length;
        break;
      }
      case '$': {
        const end = mathEnd(start);
        if (end) results.push({ kind: 'math', start, end });
        at = end ?? (text[start + 1] === '$' ? start + 2 : at);
        break;
      }
      case '<': {
        const html = htmlAt(start);
        if (!html) break;
        at = html.end;
        const element = /^<(code|kbd|samp|tt)[\s>]/i.exec(text.slice(start, start + 6))?.[1];
        if (element && start >= htmlCodeEnd) htmlCodeEnd = until(`</${element}`, at)?.end ?? htmlCodeEnd;
        const { address, href, hrefStart } = html;
        if (address !== undefined) {
          results.push({ kind: 'autolink', start, end: at, address, addressStart: start + 1 });
        } else if (href !== undefined) {
          results.push({ kind: 'html', start, end: at, address: href, addressStart: hrefStart! });
        } else results.push({ kind: 'html', start, end: at });
        break;
      }
      case '{': {
        if (isMdx && text.startsWith('{/*', start)) {
          at = until('*/}', start + 3)?.end ?? text.length;
          results.push({ kind: 'html', start, end: at, unclosed: !text.endsWith('*/}', at) });
          break;
        }
        const end = bracesEnd(start);
        if (end) results.push({ kind: 'code', start, end });
        at = end ?? at;
        break;
      }
      case '[':
      case '![':
        open(start, found[0].length);
        at = start + found[0].length;
        break;
      case ']':
        at = close(start);
        break;
      case '@': {
        const key = start < htmlCodeEnd ? undefined : keyAt(text, start);
        if (!key) break;
        results.push(key);
        keys.push(key);
        at = key.end;
        break;
      }
      default: {
        const end = bareAddressEnd(text, start);
        if (end) {
          const address = text.slice(start, end);
          results.push({ kind: 'bareAddress', start, end, address, addressStart: start });
        }
        at = end ?? at;
      }
    }
  }
  return results;
}

/** A citation key as Pandoc reads it: no part of a word, as in an address of electronic mail. */
function keyAt(text: string, at: number): Inline | undefined {
  if (/[\p{L}\p{N}]\.?$/u.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  citationKey.lastIndex = at;
  const found = citationKey.exec(text);
  if (!found) return undefined;
  const minus = text[at - 1] === '-' && /^[\s[(;]?$/.test(text.slice(Math.max(0, at - 2), at - 1));
  return {
    kind: 'key',
    start: minus ? at - 1 : at,
    end: citationKey.lastIndex,
    key: found[1] ?? found[2]!,
    labelStart: at + 1,
  };
}
