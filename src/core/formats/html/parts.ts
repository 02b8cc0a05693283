import { findDate } from '../../date';
import { cleanText } from '../../text';
import { readByline } from '../line/byline';
import { roleOfLabel } from '../line/columns';
import { headingLevel } from './chrome';
import type { Entry } from './entry';
import { type Role, roleOf } from './roles';
import {
  attribute,
  descendants,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  isForScreenReaders,
  isUnseen,
  linesOf,
  textOf,
} from './tree';

/** What stands in an entry beside its title, sorted by what the markup says about it. */
export interface Parts {
  readonly byRole: ReadonlyMap<Role, readonly HtmlElement[]>;
  /** Text of no role, in short pieces: one for each block, and for each of several inline elements side by side. */
  readonly lines: readonly string[];
  /** The same lines by the block that they stand in. */
  readonly blocks: readonly Block[];
  /** Those of `lines` that are a heading below the title. */
  readonly headings: ReadonlySet<string>;
  /** The text of what is marked as author or date, for what the mark does not tell: "By A on Jan 3, 2021". */
  readonly marked: readonly string[];
  /** Those of `lines` that are a paragraph of their own, as marked by `<p>`. */
  readonly paragraphs: ReadonlySet<string>;
  readonly links: readonly HtmlElement[];
  readonly images: readonly HtmlElement[];
  /** `<meta itemprop=…>` and `<data>`. */
  readonly metas: readonly HtmlElement[];
}

/** A paragraph, heading or the like. */
export interface Block {
  readonly text: string;
  readonly lines: readonly string[];
}

const most = 4000;

export function partsOf(entry: Entry, titleNode: HtmlElement): Parts {
  const byRole = new Map<Role, HtmlElement[]>();
  const links: HtmlElement[] = [];
  const images: HtmlElement[] = [];
  const metas: HtmlElement[] = [];
  const above = new Set<HtmlElement>();
  for (let element = titleNode.parent; element; element = element.parent) above.add(element);
  const text: string[] = [];
  const paragraphs = new Set<string>();
  const headings = new Set<string>();
  const marked: string[] = [];
  const columns = columnRoles(entry.nodes[0]);
  const add = (role: Role, element: HtmlElement) => {
    const list = byRole.get(role) ?? [];
    if (list.length < 100) byRole.set(role, [...list, element]);
  };
  let seen = 0;

  const walk = (node: HtmlNode): void => {
    if (seen > most) return;
    seen++;
    if (!isElement(node)) {
      text.push(node.slice(0, 2000).replace(/\s+/g, ' '));
      return;
    }
    if (node === titleNode) return void text.push('\n');
    if (node.tag === 'meta' || node.tag === 'data' || node.tag === 'link') metas.push(node);
    if (node.tag === 'img') images.push(node);
    if (isUnseen(node)) {
      if (node.tag === 'a') links.push(node);
      return;
    }
    if (node.tag === 'br' || node.tag === 'hr') return void text.push(node.tag === 'br' ? lineBreak : '\n');
    const role =
      above.has(node) || (entry.nodes[0] === node && entry.nodes.length === 1)
        ? undefined
        : (columns.get(node) ?? roleOf(node));
    if (role && role !== 'title' && !isWrapper(node, role)) {
      add(role, node);
      if (role === 'author' || role === 'date') {
        marked.push(...linesOf([node], undefined, 1000));
        for (const inner of descendants(node)) {
          const within = roleOf(inner);
          if (within && within !== role && /^(?:author|date|updated|tag)$/.test(within)) add(within, inner);
          if (inner.tag === 'meta') metas.push(inner);
        }
      }
      text.push(isBlock(node) ? '\n' : ' \u0002 ');
      return;
    }
    if (isForScreenReaders(node) || isPermalink(node)) {
      text.push(' ');
      return;
    }
    if (node.tag === 'dl') termRoles(node, columns);
    if (node.tag === 'a') links.push(node);
    if (node.tag === 'p' && !above.has(node)) paragraphs.add(textOf(node, undefined, 2000));
    if (headingLevel(node) !== undefined && node.order > titleNode.order)
      headings.add(textOf(node, isPermalink, 300));
    const edge = isBlock(node) ? '\n' : '\u0001';
    text.push(edge);
    for (const child of node.children) walk(child);
    text.push(edge);
  };
  for (const node of entry.nodes) walk(node);
  const blocks = toBlocks(text.join(''));
  return {
    byRole,
    lines: blocks.flatMap(block => block.lines).slice(0, 200),
    blocks,
    headings,
    marked: toBlocks(marked.join('\n'))
      .flatMap(block => block.lines)
      .slice(0, 200),
    paragraphs,
    links,
    images,
    metas,
  };
}

/** What the head of a table's column says about the row's cells. */
function columnRoles(row: HtmlNode | undefined): Map<HtmlElement, Role> {
  const roles = new Map<HtmlElement, Role>();
  if (row === undefined || !isElement(row) || row.tag !== 'tr') return roles;
  let table = row.parent;
  while (table && table.tag !== 'table') table = table.parent;
  const head = table && firstRow(table);
  if (!head || head === row) return roles;
  const names = head.children
    .filter(isElement)
    .map(cell => (cell.tag === 'th' ? textOf(cell, undefined, 50) : ''));
  for (const [at, cell] of row.children.filter(isElement).entries()) {
    const name = names[at] ?? '';
    const role = roleOfLabel(name);
    if (role && role !== 'title') roles.set(cell, role);
  }
  return roles;
}

/** "Author" and "Date" as terms of a definition list within an entry. */
function termRoles(list: HtmlElement, roles: Map<HtmlElement, Role>): void {
  let role: Role | undefined;
  for (const child of list.children) {
    if (!isElement(child)) continue;
    if (child.tag === 'dt') role = roleOfLabel(textOf(child, undefined, 50));
    else if (child.tag === 'dd' && role && role !== 'title') roles.set(child, role);
  }
}

function firstRow(table: HtmlElement): HtmlElement | undefined {
  for (const child of table.children) {
    if (!isElement(child)) continue;
    if (child.tag === 'tr') return child;
    if (/^(?:thead|tbody)$/.test(child.tag)) return firstRow(child);
  }
  return undefined;
}

const lineBreak = '\u0003';

function toBlocks(text: string): Block[] {
  return text
    .replace(/\u0003(?:[ \u0001]*\u0003)+/g, '\n')
    .split('\n')
    .slice(0, 2000)
    .map(block => ({
      text: cleanText(block.replace(/[\u0002\u0003]/g, ' ').replaceAll('\u0001', '')),
      lines: toLines(block),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function toLines(text: string): string[] {
  return text
    .replace(/([\p{L}\p{N}.)])\u0001+(?=[\p{L}\p{N}(@])/gu, '$1\n')
    .replaceAll('\u0001', '')
    .split(/\n|\s[·•|—–]\s|[·•|]|[\u0002\u0003]/u)
    .map(cleanText)
    .filter(line => line !== '' && /[\p{L}\p{N}]/u.test(line));
}

const misleading: ReadonlySet<Role> = new Set<Role>(['excerpt', 'tag', 'publication', 'chrome']);

/** A card's "content" or "label" that holds its byline as well, in place of an excerpt or a topic alone. */
function isWrapper(element: HtmlElement, role: Role): boolean {
  if (!misleading.has(role) || attribute(element, 'itemprop')) return false;
  if (holdsByline(element, 4)) return true;
  return role === 'excerpt' && (isByline(textOf(element, undefined, 160)) || beginsWithByline(element));
}

/** The sign beside a heading that links to it: "#", "¶". */
export const isPermalink = (element: HtmlElement): boolean =>
  element.tag === 'a' &&
  attribute(element, 'href').startsWith('#') &&
  !/[\p{L}\p{N}]/u.test(textOf(element, undefined, 20));

function holdsByline(element: HtmlElement, depth: number): boolean {
  return element.children.some(child => {
    if (!isElement(child)) return false;
    const role = roleOf(child);
    return role === 'author' || role === 'date' || (depth > 0 && holdsByline(child, depth - 1));
  });
}

function beginsWithByline(element: HtmlElement): boolean {
  const first = element.children.find(isElement);
  return first?.tag === 'p' && isByline(textOf(first, undefined, 160));
}

const isByline = (text: string): boolean =>
  text.length < 120 &&
  !/[.!?…]$/.test(text) &&
  (findDate(text) !== undefined || readByline(text) !== undefined);
