import { cleanText } from '../../text';
import { remembered } from './remembered';

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: HtmlElement | undefined;
  readonly children: readonly HtmlNode[];
  /** Place in document order. */
  readonly order: number;
  /** On which its start tag ends. */
  readonly line: number;
}
export type HtmlNode = HtmlElement | string;

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot
  th thead tr ul`.split(/\s+/),
);
export const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string';
/** Whether elements of the tag, in lower case, hold nothing. */
export const isVoid = (tag: string): boolean => voids.has(tag);
export const isBlock = ({ tag }: Pick<HtmlElement, 'tag'>): boolean => blocks.has(tag);

export function attribute(element: HtmlElement, name: string): string {
  return element.attributes.get(name) ?? '';
}

/** White-space separated words of an attribute such as `rel`, in lower case. */
export function tokens(element: HtmlElement, name: string): readonly string[] {
  const text = element.attributes.get(name);
  return text ? wordsOf(text.slice(0, 2000)) : noTokens;
}

const wordsOf = remembered((text: string): readonly string[] =>
  text.toLowerCase().split(/\s+/).filter(Boolean),
);

const noTokens: readonly string[] = [];

/** All elements below `root` in document order; those for which `skip` holds are left out with all they hold. */
export function* descendants(
  root: HtmlElement,
  skip?: (element: HtmlElement) => boolean,
): Generator<HtmlElement> {
  const pending: HtmlElement[] = [];
  const push = (element: HtmlElement) => {
    for (let at = element.children.length - 1; at >= 0; at--) {
      const child = element.children[at]!;
      if (isElement(child)) pending.push(child);
    }
  };
  push(root);
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (skip?.(element)) continue;
    yield element;
    push(element);
  }
}

const unseenTags = new Set(
  'script style template noscript svg math iframe object audio video canvas head select textarea button'.split(
    ' ',
  ),
);

/** Whether a reader never sees the element: scripts, drawings, hidden parts. */
export function isUnseen(element: HtmlElement): boolean {
  if (unseenTags.has(element.tag)) return true;
  const { attributes } = element;
  if (attributes.size === 0) return false;
  if (attributes.has('hidden') && attribute(element, 'hidden') !== 'until-found') return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  const style = attributes.get('style');
  return style !== undefined && /display:\s*none/i.test(style.slice(0, 500));
}

/** For screen readers only: "Posted on", "Read more about". */
export function isForScreenReaders(element: HtmlElement): boolean {
  return tokens(element, 'class').some(token =>
    /^(?:sr-only|screen-reader(?:-text)?|visually-?hidden|u-visually-hidden|assistive-text)$/.test(token),
  );
}

/** The seen text, one line for each block, without empty lines; at most about `limit` characters and elements.
 * `linksApart` sets links that touch apart with a dot. */
export function linesOf(
  nodes: readonly HtmlNode[],
  skip?: (element: HtmlElement) => boolean,
  limit = 10_000,
  linksApart = false,
): string[] {
  const parts: string[] = [];
  let length = 0;
  const walk = (node: HtmlNode): void => {
    if (length > limit) return;
    if (!isElement(node)) {
      const piece = node.slice(0, limit + 1000).replace(/\s+/g, ' ');
      parts.push(piece);
      length += piece.length;
      return;
    }
    length++;
    if (node.tag === 'br' || node.tag === 'hr') parts.push('\n');
    if (isUnseen(node) || skip?.(node)) return;
    const block = isBlock(node);
    const edge = block ? '\n' : linksApart && node.tag === 'a' ? '\u0001' : '';
    parts.push(edge);
    for (const child of node.children) {
      if (length > limit) break;
      walk(child);
    }
    parts.push(edge);
  };
  for (const node of nodes) walk(node);
  const text = parts.join('');
  return (
    linksApart
      ? text.replace(/(?<=[\p{L}\p{N}.)])\u0001+(?=[\p{L}\p{N}(])/gu, ' · ').replaceAll('\u0001', '')
      : text
  )
    .split('\n')
    .map(cleanText)
    .filter(Boolean);
}

/** The seen text as one line. */
export function textOf(
  element: HtmlElement,
  skip?: (element: HtmlElement) => boolean,
  limit?: number,
): string {
  return linesOf([element], skip, limit).join(' ');
}
