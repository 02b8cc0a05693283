import { parseDate } from '../../date';
import { displayName, parseName } from '../../name';
import type { Name, PartialDate } from '../../post';
import { cleanText } from '../../text';
import { readNames } from '../line/names';
import { linesOf, parseHtml } from './tree';

/** What a page says of a post, before it is known to be one: from its markup or its JSON-LD. */
export interface Draft {
  readonly title: string;
  readonly names: readonly Name[];
  readonly date?: PartialDate | undefined;
  /** As written: relative, with trackers. */
  readonly href?: string | undefined;
  readonly abstract?: string | undefined;
  readonly keywords: readonly string[];
  readonly note?: string | undefined;
  readonly line?: number | undefined;
  /** Text of a date that could not be read. */
  readonly unknownDate?: string | undefined;
}

export interface JsonLd {
  readonly posts: readonly Draft[];
  readonly publication?: string | undefined;
  /** The blog's own address, as written. */
  readonly url?: string | undefined;
  /** How many scripts could not be read. */
  readonly unreadable: number;
}

type Node = Readonly<Record<string, unknown>>;

const postType = /^(?:\w*Posting|\w*Article|Report|Review|AnalysisNewsArticle|PodcastEpisode)$/;
const notPosts =
  /^(?:BreadcrumbList|SiteNavigationElement|WPSideBar|WPFooter|WPHeader|JobPosting|FAQPage|Product|Event|Person|Organization|ImageObject)$/;
const deepest = 40;

/** Reads the page's JSON-LD scripts (schema.org); what is not JSON is counted and does no harm. */
export function readJsonLd(scripts: readonly string[]): JsonLd {
  const posts: Draft[] = [];
  const blogs: string[] = [];
  const sites: string[] = [];
  const publishers: string[] = [];
  const urls: string[] = [];
  const byId = new Map<string, Node>();
  let unreadable = 0;

  const index = (value: unknown, depth: number): void => {
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) {
      const id = (value as Node)['@id'];
      if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id))
        byId.set(id, value as Node);
    }
    for (const inner of Object.values(value)) index(inner, depth + 1);
  };
  const visit = (value: unknown, depth: number, listed: boolean): void => {
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of listed ? byPosition(value) : value) visit(item, depth + 1, listed);
      return;
    }
    const node = value as Node;
    const types = typesOf(node);
    if (types.some(type => notPosts.test(type))) return;
    if (types.some(type => postType.test(type))) {
      add(posts, readPost(node, byId));
      return;
    }
    if (types.includes('ListItem') && listed) {
      visitItem(node, depth);
      return;
    }
    if (types.includes('Blog')) {
      add(blogs, text(node.name));
      add(urls, text(node.url) ?? idOf(node));
    }
    if (types.includes('WebSite')) add(sites, text(node.name));
    add(publishers, nameOf(node.publisher, byId));
    const list = types.includes('ItemList') || listed;
    for (const [key, inner] of Object.entries(node)) {
      if (
        /^(?:breadcrumb|author|publisher|image|logo|about|potentialAction|comment|review|mentions)$/.test(key)
      )
        continue;
      visit(inner, depth + 1, key === 'itemListElement' ? list : false);
    }
  };

  /** An item of a list holds the post, refers to it, or says its name and address itself. */
  const visitItem = (node: Node, depth: number): void => {
    const { item } = node;
    const types = typeof item === 'object' && item !== null ? typesOf(item as Node) : [];
    if (types.some(type => !/^(?:Thing|WebPage|CreativeWork)$/.test(type))) visit(item, depth + 1, true);
    else if (
      typeof item === 'object' &&
      item !== null &&
      Object.keys(item).some(key => /^(?:name|headline)$/.test(key))
    ) {
      add(posts, readPost(item as Node, byId));
    } else {
      const url = node.url ?? idOf(item) ?? item;
      add(posts, readPost(byId.get(idOf(item) ?? '') ?? { ...node, url }, byId));
    }
  };

  for (const script of scripts) {
    const value = parseJson(script);
    if (value === undefined) {
      if (script.trim() !== '') unreadable++;
      continue;
    }
    index(value, 0);
    visit(value, 0, false);
  }
  return { posts, publication: blogs[0] ?? sites[0] ?? publishers[0], url: urls[0], unreadable };
}

/** The items of a list by their `position`, where each has one. */
function byPosition(items: readonly unknown[]): readonly unknown[] {
  const placed = items.map(item => ({ item, position: positionOf(item) }));
  if (placed.some(({ position }) => Number.isNaN(position))) return items;
  return placed.sort((a, b) => a.position - b.position).map(({ item }) => item);
}

function positionOf(item: unknown): number {
  const position = typeof item === 'object' && item !== null ? (item as Node).position : undefined;
  return typeof position === 'string' || typeof position === 'number'
    ? Number.parseFloat(`${position}`)
    : Number.NaN;
}

function readPost(node: Node, byId: ReadonlyMap<string, Node>): Draft | undefined {
  const title = text(node.headline) ?? text(node.name) ?? text(node.title);
  if (!title) return undefined;
  return {
    title,
    names: readAuthors(node.author ?? node.creator, byId),
    date: parseDate(text(node.datePublished) ?? text(node.dateCreated) ?? ''),
    href:
      text(node.url) ??
      idOf(node.url) ??
      text(node.mainEntityOfPage) ??
      idOf(node.mainEntityOfPage) ??
      idOf(node)?.replace(/#.*$/, ''),
    abstract: text(node.description) ?? text(node.abstract),
    keywords: [...keywords(node.keywords), ...keywords(node.articleSection)],
  };
}

function readAuthors(value: unknown, byId: ReadonlyMap<string, Node>): Name[] {
  const names: Name[] = [];
  for (const author of Array.isArray(value) ? value.slice(0, 200) : [value]) {
    const node =
      typeof author === 'object' && author !== null
        ? (byId.get(idOf(author) ?? '') ?? (author as Node))
        : undefined;
    const name = nameOf(author, byId);
    if (!name) continue;
    if (node && typesOf(node).some(type => /Organization|Corporation/.test(type)))
      names.push({ literal: name });
    else names.push(...(readNames(name, true)?.names ?? [name]).map(parseName));
  }
  return names.filter(name => displayName(name) !== '');
}

function nameOf(value: unknown, byId: ReadonlyMap<string, Node>): string | undefined {
  if (typeof value === 'string') return /^https?:/.test(value) ? text(byId.get(value)?.name) : text(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const node = value as Node;
  const whole = [text(node.givenName), text(node.familyName)].filter(part => part).join(' ');
  return text(node.name) ?? text(byId.get(idOf(node) ?? '')?.name) ?? (whole || undefined);
}

function keywords(value: unknown): string[] {
  const words =
    typeof value === 'string' ? value.split(/[,;]/) : Array.isArray(value) ? value.slice(0, 50) : [];
  return words.map(word => text(word) ?? nameOf(word, new Map())).filter(word => word !== undefined);
}

/** A string of JSON-LD as plain text; many pages put HTML into it. */
function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return text(value[0]);
  if (typeof value === 'object' && value !== null && '@value' in value) return text(value['@value']);
  if (typeof value !== 'string') return undefined;
  const plain = /[<&]/.test(value) ? linesOf([parseHtml(value)]).join(' ') : value.slice(0, 10_000);
  return cleanText(plain) || undefined;
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as Node)['@id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function typesOf(node: Node): string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.filter(type => typeof type === 'string').map(type => type.replace(/^.*[/:#]/, ''));
}

function add<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

/** Also what is common in pages and strictly no JSON: comments around it, bare line ends in strings. */
function parseJson(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|;)\s*$/, '');
  for (const candidate of [
    script,
    bare,
    bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(?=\s{0,20}[}\]])/g, ''),
  ]) {
    try {
      const value: unknown = JSON.parse(candidate);
      return value ?? undefined;
    } catch {}
  }
  return undefined;
}
