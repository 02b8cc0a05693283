import { isoDate } from '../src/core/date';
import type { Listing } from '../src/core/formats/listing/listing';
import { displayName } from '../src/core/name';
import type { Name } from '../src/core/post';

/** A post as a page's `.json` states it: what a person reading the page would write down. */
export interface ExpectedPost {
  /** Absent when the page gives none: ours must then be provisional. */
  readonly title?: string;
  readonly authors: readonly string[];
  readonly date?: string;
  readonly url?: string;
}

export interface Expected {
  readonly base?: string;
  readonly publication?: string;
  readonly posts: readonly ExpectedPost[];
}

export const aspects = ['posts', 'authors', 'titles', 'dates', 'addresses'] as const;
export type Aspect = (typeof aspects)[number];

export interface Comparison {
  /** Posts of the page, those that were found and are none included. */
  readonly total: number;
  readonly right: Readonly<Record<Aspect, number>>;
  /** One sentence each. */
  readonly differences: readonly string[];
}

/** Reads a page's `.json`: our own form, or a CSL-JSON array. */
export function readExpected(text: string): Expected {
  const value = JSON.parse(text);
  if (Array.isArray(value)) {
    const publication = value[0]?.['container-title'];
    return { posts: value.map(fromCsl), ...(publication ? { publication } : {}) };
  }
  return { ...value, posts: value.posts.map(withoutProvisional) };
}

function withoutProvisional({
  provisional,
  title,
  ...rest
}: ExpectedPost & { provisional?: boolean }): ExpectedPost {
  return { ...rest, authors: rest.authors ?? [], ...(provisional || title === undefined ? {} : { title }) };
}

// biome-ignore lint/suspicious/noExplicitAny: a CSL item, as parsed.
function fromCsl(item: any): ExpectedPost {
  const parts: (string | number)[] = item.issued?.['date-parts']?.[0] ?? [];
  return {
    authors: (item.author ?? []).map((name: Record<string, string>) => displayName(nameOfCsl(name))),
    ...(item.custom?.provisional ? {} : { title: item.title }),
    ...(parts.length > 0 ? { date: parts.map(part => String(part).padStart(2, '0')).join('-') } : {}),
    ...(item.URL ? { url: item.URL } : {}),
  };
}

function nameOfCsl(name: Record<string, string>): Name {
  const {
    'dropping-particle': droppingParticle,
    'non-dropping-particle': nonDroppingParticle,
    ...rest
  } = name;
  return {
    ...rest,
    ...(droppingParticle ? { droppingParticle } : {}),
    ...(nonDroppingParticle ? { nonDroppingParticle } : {}),
  };
}

/** Compares what was read with what the page says; posts are matched in order. */
export function compareListing(expected: Expected, listing: Listing): Comparison {
  const found = listing.posts.map(
    (post): ExpectedPost => ({
      authors: post.author.map(displayName),
      ...(post.provisional ? {} : { title: post.title }),
      ...(post.issued ? { date: isoDate(post.issued) } : {}),
      ...(post.url ? { url: post.url } : {}),
    }),
  );
  const right = { posts: 0, authors: 0, titles: 0, dates: 0, addresses: 0 };
  const differences: string[] = [];
  const pairs = align(expected.posts, found);
  for (const [wanted, got] of pairs) {
    if (!wanted || !got) {
      differences.push(wanted ? `missing: ${show(wanted)}` : `extra: ${show(got!)}`);
      continue;
    }
    right.posts++;
    const check = (aspect: Aspect, a: string | undefined, b: string | undefined) => {
      if (a === b) right[aspect]++;
      else differences.push(`${aspect} of ${show(wanted)}: expected ${a ?? 'none'}, found ${b ?? 'none'}`);
    };
    check('authors', wanted.authors.join('; '), got.authors.join('; '));
    check('titles', wanted.title, got.title);
    check('dates', wanted.date, got.date);
    check('addresses', wanted.url, got.url);
  }
  if (expected.publication !== undefined && expected.publication !== listing.publication) {
    differences.push(`publication: expected ${expected.publication}, found ${listing.publication ?? 'none'}`);
  }
  return { total: pairs.length, right, differences };
}

type Pair = readonly [wanted: ExpectedPost | undefined, got: ExpectedPost | undefined];

/** The pairing in order that agrees most; what agrees in nothing stays alone. */
function align(wanted: readonly ExpectedPost[], got: readonly ExpectedPost[]): Pair[] {
  const best = Array.from({ length: wanted.length + 1 }, () => new Array<number>(got.length + 1).fill(0));
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = got.length - 1; j >= 0; j--) {
      const paired = best[i + 1]![j + 1]! + likeness(wanted[i]!, got[j]!);
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < wanted.length || j < got.length) {
    const like = i < wanted.length && j < got.length ? likeness(wanted[i]!, got[j]!) : 0;
    if (like > 0 && best[i]![j] === best[i + 1]![j + 1]! + like) pairs.push([wanted[i++], got[j++]]);
    else if (i < wanted.length && best[i]![j] === best[i + 1]![j]) pairs.push([wanted[i++], undefined]);
    else pairs.push([undefined, got[j++]]);
  }
  return pairs;
}

function likeness(a: ExpectedPost, b: ExpectedPost): number {
  let like = a.title === b.title ? 0.2 : 0;
  if (a.title !== undefined && b.title !== undefined) {
    if (a.title === b.title) like += 3;
    else if (a.title.includes(b.title) || b.title.includes(a.title)) like += 1;
  }
  if (a.url !== undefined && a.url === b.url) like += 3;
  if (a.authors.length > 0 && a.authors.join() === b.authors.join()) like += 2;
  else if (a.authors.some(name => b.authors.includes(name))) like += 0.5;
  return like;
}

const show = ({ title, authors }: ExpectedPost) => `“${title ?? `(untitled, by ${authors.join('; ')})`}”`;
