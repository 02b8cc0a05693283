import { isProvisional, type PostRecord } from '../post';
import { foldText } from '../text';
import { publicationOf, siteOf } from './place';
import { blockOf, fits, type PersonalName, type Signature } from './signature';

/** What the posts of two spellings have in common. */
export interface Shared {
  readonly code: 'post' | 'coAuthor' | 'publication' | 'site';
  /** The post's title, the co-author's name, the publication, the host. */
  readonly text: string;
}

export interface Evidence {
  /** The strongest first. */
  readonly shared: readonly Shared[];
  /** How much it says, see `weights`; 0 when nothing is shared. */
  readonly points: number;
}

/**
 * Points of what is shared. One post known from two sources, or a co-author of an uncommon name, says enough even
 * for common names; a publication is enough for a spelling that fits a single uncommon name.
 */
const weights = { post: 3, coAuthor: 3, nextCoAuthor: 2, commonCoAuthor: 1, place: 2, bigPlace: 1 } as const;

/** Among so many authors of a publication two may well have names that fit, though they are two. */
const big = 300;
export const huge = 2000;

/** Years between posts of one person. */
const lifetime = 45;

/** With more authors than this signing together says little. */
const mostCoAuthors = 30;

/** A title in fewer words or letters may be anybody's: "Hello, world". */
const longTitle = { words: 3, letters: 16 };

/** What is known of those who signed in one way. */
export interface Profile {
  readonly publications: Map<string, string>;
  readonly sites: Map<string, string>;
  readonly titles: Map<string, string>;
  /** By family name and first letter: fuller and shorter spellings of one co-author meet. */
  readonly coAuthors: Map<string, Signature>;
  /** Per post, keys of its title and its co-authors: see `coverage`. */
  readonly links: (readonly string[])[];
  first: number;
  last: number;
}

export function createProfile(): Profile {
  return {
    publications: new Map(),
    sites: new Map(),
    titles: new Map(),
    coAuthors: new Map(),
    links: [],
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
  };
}

/** What is compared of a post, worked out once for all its authors. */
export interface PostFacts {
  readonly post: PostRecord;
  readonly authors: readonly Signature[];
  readonly publication: string | undefined;
  readonly site: string | undefined;
  readonly title: string | undefined;
}

export function factsOf(post: PostRecord, authors: readonly Signature[]): PostFacts {
  return { post, authors, publication: publicationOf(post), site: siteOf(post), title: titleKey(post) };
}

/** Adds what a post says about one of its authors. */
export function addToProfile(profile: Profile, facts: PostFacts, own: Signature): void {
  const { post, authors, publication, site, title } = facts;
  if (publication) profile.publications.set(publication, post.containerTitle!);
  if (site) profile.sites.set(site, site);
  if (title) profile.titles.set(title, post.title);
  if (post.issued) {
    profile.first = Math.min(profile.first, post.issued.year);
    profile.last = Math.max(profile.last, post.issued.year);
  }
  const links = title ? [title] : [];
  for (const author of authors.length > mostCoAuthors ? [] : authors) {
    if (author.key === own.key || !author.person) continue;
    const key = blockOf(author.person);
    links.push(key);
    if (!profile.coAuthors.has(key)) profile.coAuthors.set(key, author);
  }
  profile.links.push(links);
}

/** The share of `a`'s posts, from 0 to 1, that have a title or a co-author of an uncommon name in common with `b`'s. */
export function coverage(a: Profile, b: Profile, census: Census): number {
  const known = new Set([
    ...keysOfBoth(a.titles, b.titles),
    ...sharedCoAuthors(a, b).filter(key => !census.isCommon(a.coAuthors.get(key)!.person!)),
  ]);
  const linked = a.links.filter(links => links.some(link => known.has(link)));
  return linked.length / a.links.length;
}

/** What has to be counted over all posts. */
export interface Census {
  /** In how many ways posts of a publication or site are signed; see `placeOf`. */
  authorsOf(place: string): number;
  isCommon(person: PersonalName): boolean;
}

/** What the posts of two spellings share. Nothing when so many years lie between them that it hardly is one person. */
export function evidenceFor(a: Profile, b: Profile, census: Census): Evidence {
  if (isFarApart(a, b)) return { shared: [], points: 0 };
  const [title] = keysOfBoth(a.titles, b.titles);
  const coAuthors = sharedCoAuthors(a, b).map(key => [a.coAuthors.get(key)!, b.coAuthors.get(key)!] as const);
  const uncommon = coAuthors.filter(([{ person }]) => !census.isCommon(person!));
  const [coAuthor = coAuthors[0]] = uncommon;
  const places = [...keysOfBoth(a.publications, b.publications), ...keysOfBoth(a.sites, b.sites)]
    .map(place => ({ place, points: placePoints(census.authorsOf(place)) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points);
  const [place] = places;
  const publication = place && a.publications.get(place.place);
  return {
    shared: [
      ...(title === undefined ? [] : [{ code: 'post' as const, text: a.titles.get(title)! }]),
      ...(coAuthor ? [{ code: 'coAuthor' as const, text: fuller(...coAuthor).key }] : []),
      ...(publication ? [{ code: 'publication' as const, text: publication }] : []),
      ...(place && !publication ? [{ code: 'site' as const, text: place.place }] : []),
    ],
    points:
      (title === undefined ? 0 : weights.post) +
      (uncommon.length ? weights.coAuthor + (uncommon.length - 1) * weights.nextCoAuthor : 0) +
      (coAuthors.length - uncommon.length) * weights.commonCoAuthor +
      (place?.points ?? 0),
  };
}

/** Keys of co-authors whose names may be one person's. */
function sharedCoAuthors(a: Profile, b: Profile): string[] {
  return keysOfBoth(a.coAuthors, b.coAuthors).filter(key =>
    fits(a.coAuthors.get(key)!.person!, b.coAuthors.get(key)!.person!),
  );
}

function isFarApart(a: Profile, b: Profile): boolean {
  const isDated = a.first <= a.last && b.first <= b.last;
  return isDated && (a.first - b.last > lifetime || b.first - a.last > lifetime);
}

function placePoints(authors: number): number {
  return authors > huge ? 0 : authors > big ? weights.bigPlace : weights.place;
}

function fuller(a: Signature, b: Signature): Signature {
  return a.key.length < b.key.length ? b : a;
}

function keysOfBoth<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): string[] {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  return [...fewer.keys()].filter(key => more.has(key));
}

function titleKey(post: PostRecord): string | undefined {
  const key = isProvisional(post)
    ? ''
    : foldText(post.title)
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim();
  return key.length >= longTitle.letters && key.split(' ').length >= longTitle.words ? key : undefined;
}
