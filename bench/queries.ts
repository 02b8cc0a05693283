import { displayName } from '../src/core/name';
import type { Post } from '../src/core/post';
import { foldText } from '../src/core/text';
import { Random } from './random';

export const kinds = [
  'title2',
  'title3',
  'author+word',
  'typo1',
  'typo2',
  'unfinished',
  'swapped',
  'titleprefix',
  'pub+word',
] as const;
export type Kind = (typeof kinds)[number];

/** What somebody types who looks for `target`. */
export interface KnownItem {
  readonly kind: Kind;
  readonly text: string;
  readonly target: Post;
}

const small = new Set(
  'the and for with from our how what why when without behind into about under of in at to a on we'.split(
    ' ',
  ),
);
/** A query that more posts than this answer word for word is drawn anew: no engine could know which is meant. */
const mostAnswers = 3;

/** Draws queries for posts chosen at random, equally many of each kind. */
export function makeQueries(posts: readonly Post[], perKind: number, seed: number): KnownItem[] {
  const random = new Random(seed);
  const answers = countAnswers(posts);
  const queries: KnownItem[] = [];
  for (const kind of kinds) {
    for (let tries = 0, made = 0; made < perKind && tries < perKind * 200; tries++) {
      const target = random.pick(posts);
      const query = draw(kind, target, random);
      if (query === undefined || answers(kind, query) > mostAnswers) continue;
      queries.push({ kind, text: query.typed, target });
      made++;
    }
  }
  return random.shuffle(queries);
}

/** `words` are the words meant, whole and spelt right. */
interface Draft {
  readonly typed: string;
  readonly words: readonly string[];
}

function draw(kind: Kind, post: Post, random: Random): Draft | undefined {
  const title = plainWords(post.title);
  const telling = random.shuffle([...new Set(title.filter(word => word.length > 2 && !small.has(word)))]);
  const inOrder = (count: number) => {
    const chosen = new Set(telling.slice(0, count));
    return chosen.size < count ? undefined : [...new Set(title.filter(word => chosen.has(word)))];
  };
  const whole = (words: readonly string[] | undefined): Draft | undefined =>
    words && { typed: words.join(' '), words };
  switch (kind) {
    case 'title2':
      return whole(inOrder(2));
    case 'title3':
      return whole(inOrder(3));
    case 'swapped':
      return whole(inOrder(2 + random.integer(2))?.reverse());
    case 'author+word': {
      const family = plainWords(displayName(random.pick(post.author))).at(-1);
      return telling[0] && family ? whole(random.shuffle([family, telling[0]])) : undefined;
    }
    case 'pub+word': {
      const publication = plainWords(post.containerTitle ?? '')[0];
      const words = inOrder(2);
      return words && publication ? whole([publication, ...words]) : undefined;
    }
    case 'unfinished': {
      const words = inOrder(3);
      const last = words?.at(-1);
      if (!words || !last || last.length < 5) return undefined;
      const cut = 3 + random.integer(last.length - 3);
      return { typed: [...words.slice(0, -1), last.slice(0, cut)].join(' '), words };
    }
    case 'typo1': {
      const words = inOrder(2 + random.integer(2));
      return words && mistype(words, 1, random);
    }
    case 'typo2': {
      const words = inOrder(2 + random.integer(2));
      return words && mistype(words, 2, random);
    }
    case 'titleprefix': {
      const count = 3 + random.integer(3);
      if (title.length <= count) return undefined;
      const words = title.slice(0, count);
      const last = words.at(-1)!;
      const cut = 1 + random.integer(last.length);
      return { typed: [...words.slice(0, -1), last.slice(0, cut)].join(' '), words };
    }
  }
}

/** Makes typos in words of five letters or more; of two, half the time both in one word of eight or more. */
function mistype(words: readonly string[], typos: number, random: Random): Draft | undefined {
  const long = random.shuffle(words.filter(word => word.length >= 5));
  const longest = long.find(word => word.length >= 8);
  const chosen = typos === 2 && longest && random.chance(0.5) ? [longest, longest] : long.slice(0, typos);
  if (chosen.length < typos) return undefined;
  let typed = [...words];
  for (const word of chosen)
    typed = typed.map((each, at) => (words[at] === word ? slip(each, random) : each));
  return { typed: typed.join(' '), words };
}

function slip(word: string, random: Random): string {
  const at = random.integer(word.length);
  const letter = String.fromCharCode(97 + random.integer(26));
  switch (random.integer(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default: {
      const left = Math.min(at, word.length - 2);
      return word.slice(0, left) + word[left + 1] + word[left] + word.slice(left + 2);
    }
  }
}

function plainWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Answers how many posts a draft fits word for word: to a title prefix, the titles that begin so. */
function countAnswers(posts: readonly Post[]): (kind: Kind, draft: Draft) => number {
  const postsWith = new Map<string, Set<number>>();
  posts.forEach((post, number) => {
    const text = `${post.title} ${post.author.map(displayName).join(' ')} ${post.containerTitle}`;
    for (const word of plainWords(text)) {
      const found = postsWith.get(word);
      if (found) found.add(number);
      else postsWith.set(word, new Set([number]));
    }
  });
  const titles = posts.map(post => plainWords(post.title).join(' ')).sort();
  return (kind, { typed, words }) => {
    if (kind === 'titleprefix') return lowerBound(titles, `${typed}\uffff`) - lowerBound(titles, typed);
    const sets = words.map(word => postsWith.get(word) ?? new Set()).sort((a, b) => a.size - b.size);
    return [...sets[0]!].filter(number => sets.every(set => set.has(number))).length;
  };
}

function lowerBound(sorted: readonly string[], value: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
