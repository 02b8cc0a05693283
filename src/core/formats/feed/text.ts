import { cleanText } from '../../text';
import { parseHtml } from '../html/parseHtml';
import { linesOf } from '../html/tree';
import type { XmlElement } from '../xml';
import { textIn } from './fields';
import { isMarkup } from './markup';
import { withoutMojibake } from './mojibake';
import type { FeedText } from './parsedFeed';
import { type Scope, scopeWithin } from './scope';
import { serialize } from './serialize';

/**
 * A text construct: Atom 1.0's `type`, Atom 0.3's `type` and `mode`, and RSS, which does not say whether its text is
 * markup, so that it is guessed. `undefined` where it is empty.
 */
export function readText(element: XmlElement, outer: Scope): FeedText | undefined {
  const scope = scopeWithin(element, outer);
  const place = { base: scope.base, language: scope.language };
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? '';
  if (isInline(element)) {
    const inner = !/xhtml/.test(type) && (/html/.test(type) || !isXhtml(element)) ? 'html' : 'xhtml';
    // Typepad puts escaped markup into an element of XHTML and calls both HTML.
    const value = serialize(element, type === 'html' || type === 'text/html').trim();
    return value === '' ? undefined : { value, type: inner, ...place };
  }
  const written = textIn(element);
  if (written === undefined) return undefined;
  if (isBase64(element, type)) {
    const value = decodeBase64(written);
    return value === undefined ? undefined : { value, type: typed(type, value, scope), ...place };
  }
  return { value: written, type: typed(type, written, scope), ...place };
}

function typed(type: string, value: string, scope: Scope): FeedText['type'] {
  if (/xhtml/.test(type)) return 'xhtml';
  if (/html/.test(type)) return 'html';
  if (/[/+]xml$/.test(type)) return isMarkup(value) ? 'html' : 'text';
  if (scope.isAtom && type !== '') return 'text';
  return isMarkup(value) ? 'html' : 'text';
}

/** Elements within, as XHTML has them; an element of a feed's own does not make the text markup. */
function isInline(element: XmlElement): boolean {
  return element.children.some(child => typeof child !== 'string');
}

function isXhtml({ children }: XmlElement): boolean {
  return children.some(
    child => typeof child !== 'string' && child.namespace === 'http://www.w3.org/1999/xhtml',
  );
}

function isBase64(element: XmlElement, type: string): boolean {
  const mode = element.attributes.get('mode')?.trim().toLowerCase();
  if (mode !== undefined) return mode === 'base64';
  return /^[\w-]+\/[\w.+-]+$/.test(type) && !/^text\/|[/+]xml$|html|json|javascript/.test(type);
}

function decodeBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, '')), unit => unit.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Players and the like, which some feeds do not close, so that they would hold all the text that follows. */
const embedded = /<\/?(?:iframe|object|embed|applet|frame|frameset|noscript)(?=[\s/>])[^<>]*>/gi;

/** Of a formula the signs are seen and its annotations, its source in TeX, are not: MathML Core, appendix A. */
const unseenInFormula = /<annotation(?:-xml)?(?=[\s>])[^<>]*>[^<]*|<\/?math(?=[\s/>])[^<>]*>/gi;

/** The text as a reader sees it, in one line. Of markup up to ten times `limit` characters are read. */
export function plainText({ value, type }: FeedText, limit = 10_000): string {
  const written = withoutMojibake(value.slice(0, limit * (type === 'text' ? 2 : 10)));
  if (type === 'text') return cleanText(written);
  const markup = written.replace(embedded, ' ').replace(unseenInFormula, '');
  return linesOf(parseHtml(markup).children, undefined, limit).join(' ');
}

/** UTF-16 units of a name or a topic. */
const longestLine = 2000;

/** A name or topic, of which the same is guessed as of RSS's texts; `undefined` where it is blank. */
export function lineOf(text: string | undefined): string | undefined {
  const value = text?.slice(0, longestLine) ?? '';
  return plainText({ value, type: isMarkup(value) ? 'html' : 'text' }) || undefined;
}

/** An attribute, read as `lineOf` reads text. */
export function attributeIn(element: XmlElement, name: string): string | undefined {
  return lineOf(element.attributes.get(name));
}
