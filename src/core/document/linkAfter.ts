import type { Inline, InlineOptions } from './inline';
import { readLinkTarget } from './linkTarget';

/** A bracket that may begin a link. */
export interface Opening {
  readonly start: number;
  readonly textStart: number;
  readonly image: boolean;
  /** How many results and keys there were before it. */
  readonly results: number;
  readonly keys: number;
  /** Another bracket follows, so that the text is no label. */
  nested: boolean;
}

/** `[^label]` or `[text][label]` that nothing defines. */
export interface UndefinedReference {
  readonly kind: 'footnoteReference' | 'linkReference';
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly labelStart: number;
}

const reference = /\[((?:[^\\[\]]|\\[\s\S])*)\]/y;
/** Longer is no label, CommonMark 6.3. */
const longestLabel = 999;

type Target = Pick<Inline, 'address' | 'addressStart' | 'label' | 'labelStart' | 'end'> & {
  kind: 'link' | 'linkReference' | 'footnoteReference';
};

/** What the bracket at `at` ends, together with what stands behind it. */
export function linkAfter(
  text: string,
  opening: Opening,
  at: number,
  { isLabel, isFootnote }: InlineOptions,
): Target | undefined {
  const { textStart, image } = opening;
  const end = at + 1;
  const own = ownLabel(text, opening, at);
  if (own.startsWith('^') && !image && isFootnote?.(own.slice(1))) {
    return { kind: 'footnoteReference', label: own.slice(1), labelStart: textStart + 1, end };
  }
  if (text[end] === '(') {
    const target = readLinkTarget(text, end);
    if (target) return { kind: 'link', ...target };
  }
  if (text[end] === '[') {
    reference.lastIndex = end;
    const [whole, label] = reference.exec(text) ?? [];
    if (whole && whole.length <= longestLabel + 2) {
      const meant = label || own;
      const labelStart = label ? end + 1 : textStart;
      return isLabel(meant)
        ? { kind: 'linkReference', label: meant, labelStart, end: end + whole.length }
        : undefined;
    }
  }
  return own && isLabel(own) ? { kind: 'linkReference', label: own, labelStart: textStart, end } : undefined;
}

/** What the bracket at `at`, which is no link, would end if its label were defined. */
export function undefinedReference(
  text: string,
  opening: Opening,
  at: number,
): UndefinedReference | undefined {
  const { start, textStart } = opening;
  const end = at + 1;
  const own = ownLabel(text, opening, at);
  if (/^\^[^\s^]+$/.test(own)) {
    return { kind: 'footnoteReference', start, end, label: own.slice(1), labelStart: textStart + 1 };
  }
  if (text[end] !== '[') return undefined;
  reference.lastIndex = end;
  const [whole = '', label] = reference.exec(text) ?? [];
  if (!label?.trim() || whole.length > longestLabel + 2) return undefined;
  return { kind: 'linkReference', start, end: end + whole.length, label, labelStart: end + 1 };
}

/** What stands between the brackets, if that can be a label. */
const ownLabel = (text: string, { textStart, nested }: Opening, at: number): string =>
  nested || at - textStart > longestLabel ? '' : text.slice(textStart, at);
