import type { Draft } from './draft';
import { parseLooseJson } from './looseJson';
import { decodeReferences } from './plainMarkup';
import { idOf, isNode, nameOf, readWork, type SchemaNode, textIn, typesOf } from './schema';

export interface JsonLd {
  readonly posts: readonly Draft[];
  /** Works of no type that a post has, such as a `WebPage` or a `VideoObject`. */
  readonly works: readonly Draft[];
  /** Those of the works that list or present other things: archives, search results, profiles. */
  readonly lists: readonly Draft[];
  readonly publication?: string | undefined;
  /** Every name that a blog, a site or a publisher has there. */
  readonly siteNames: readonly string[];
  /** The blog's own address, as written. */
  readonly url?: string | undefined;
  /** Whether there is more of it than is read. */
  readonly isShortened: boolean;
  /** How many scripts could not be read. */
  readonly unreadable: number;
}

const postType = /^(?:\w*Posting|\w*Article|Report|Review|AnalysisNewsArticle|PodcastEpisode)$/;
const workType = /^(?:\w*Page|CreativeWork|VideoObject|Thesis|Book|Chapter|HowTo|Course|LearningResource)$/;
const listType = /^(?:CollectionPage|SearchResultsPage|ProfilePage|AboutPage|ContactPage)$/;
const notPosts =
  /^(?:BreadcrumbList|SiteNavigationElement|WPSideBar|WPFooter|WPHeader|JobPosting|FAQPage|Product|Event|Person|Organization|ImageObject)$/;
const deepest = 40;
/** Things and scripts that are read of one page. */
const most = 10_000;

/** Reads the page's JSON-LD scripts (schema.org); what is not JSON is counted and does no harm. */
export function readJsonLd(scripts: readonly string[]): JsonLd {
  const values = scripts
    .slice(0, most)
    .filter(script => script.trim() !== '')
    .map(parseJson);
  const schema = readSchema(values);
  return {
    ...schema,
    isShortened: schema.isShortened || scripts.length > most,
    unreadable: values.filter(value => value === undefined).length,
  };
}

/** Reads things as schema.org describes them. */
export function readSchema(values: readonly unknown[]): Omit<JsonLd, 'unreadable'> {
  const posts: Draft[] = [];
  const works: Draft[] = [];
  const lists: Draft[] = [];
  const blogs: string[] = [];
  const sites: string[] = [];
  const publishers: string[] = [];
  const urls: string[] = [];
  const byId = new Map<string, SchemaNode>();

  const index = (value: unknown, depth: number): void => {
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    const id = idOf(value);
    if (id !== undefined && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value as SchemaNode);
    for (const inner of Object.values(value)) index(inner, depth + 1);
  };
  const visit = (value: unknown, depth: number, listed: boolean): void => {
    if (depth > deepest || posts.length + works.length >= most) return;
    if (Array.isArray(value)) {
      for (const item of listed ? byPosition(value) : value) visit(item, depth + 1, listed);
      return;
    }
    if (!isNode(value)) return;
    const types = typesOf(value);
    if (types.some(type => notPosts.test(type))) return;
    if (types.some(type => postType.test(type))) {
      add(posts, readWork(value, byId));
      return;
    }
    if (types.includes('ListItem') && listed) {
      visitItem(value, depth);
      return;
    }
    if (types.some(type => workType.test(type))) {
      const work = readWork(value, byId);
      add(works, work);
      if (types.some(type => listType.test(type))) add(lists, work);
    }
    if (types.includes('Blog')) {
      add(blogs, textIn(value.name));
      add(urls, textIn(value.url) ?? idOf(value));
    }
    if (types.includes('WebSite')) add(sites, textIn(value.name));
    add(publishers, nameOf(value.publisher, byId));
    const list = types.includes('ItemList') || listed;
    for (const [key, inner] of Object.entries(value)) {
      if (
        /^(?:breadcrumb|author|publisher|image|logo|about|potentialAction|comment|review|mentions)$/.test(key)
      )
        continue;
      visit(inner, depth + 1, key === 'itemListElement' ? list : false);
    }
  };

  /** An item of a list holds the post, refers to it, or says its name and address itself. */
  const visitItem = (node: SchemaNode, depth: number): void => {
    const { item } = node;
    const types = isNode(item) ? typesOf(item) : [];
    if (types.some(type => !/^(?:Thing|WebPage|CreativeWork)$/.test(type))) visit(item, depth + 1, true);
    else if (isNode(item) && Object.keys(item).some(key => /^(?:name|headline)$/.test(key))) {
      add(posts, readWork(item, byId));
    } else {
      const url = node.url ?? idOf(item) ?? item;
      add(posts, readWork(byId.get(idOf(item) ?? '') ?? { ...node, url }, byId));
    }
  };

  for (const value of values) {
    index(value, 0);
    visit(value, 0, false);
  }
  const publication = blogs[0] ?? sites[0] ?? publishers[0];
  return {
    posts,
    works,
    lists,
    publication,
    siteNames: [...blogs, ...sites, ...publishers],
    url: urls[0],
    isShortened: posts.length + works.length >= most,
  };
}

/** The items of a list by their `position`, where each has one. */
function byPosition(items: readonly unknown[]): readonly unknown[] {
  const placed = items.map(item => ({ item, position: positionOf(item) }));
  if (placed.some(({ position }) => Number.isNaN(position))) return items;
  return placed.sort((a, b) => a.position - b.position).map(({ item }) => item);
}

function positionOf(item: unknown): number {
  const position = isNode(item) ? item.position : undefined;
  return typeof position === 'string' || typeof position === 'number'
    ? Number.parseFloat(`${position}`)
    : Number.NaN;
}

function add<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

/** `undefined` for what is no JSON, nor comes near it. */
function parseJson(script: string): unknown {
  try {
    return JSON.parse(script) ?? undefined;
  } catch {
    const isEscaped = /^[^"]{0,100}&(?:quot|#0?34|#x22);/i.test(script);
    const value = parseLooseJson(isEscaped ? decodeReferences(script) : script);
    return isEmpty(value) ? undefined : value;
  }
}

/** Whether nothing but a type is left of it. */
const isEmpty = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Object.keys(value).every(key => key.startsWith('@'));
