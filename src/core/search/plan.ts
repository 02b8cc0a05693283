import type { Post } from '../post';
import { type Field, fieldBit, fieldTexts } from './fields';
import { hostTest, originOf } from './host';
import type { QueryWord } from './meanings';
import { phraseTest } from './phrase';
import type { Filter, Query } from './query';
import { frequent } from './wordIndex';
import { words } from './words';

/** What the search cannot know from the posts themselves. */
export interface Surroundings {
  /** Whether the post is cited in the workspace, for `is:cited`. */
  readonly isCited?: ((post: Post) => boolean) | undefined;
  /** How often the post is cited: of equal hits, the one cited more comes first. */
  readonly citationsOf?: ((post: Post) => number) | undefined;
  /** Names of the sources that the post came from, for `from:`. */
  readonly sourcesOf?: ((post: Post) => readonly string[]) | undefined;
}

/** What to look for in the index, and what to ask of each post found there. */
export interface Plan {
  /** Every post found has these. */
  readonly required: readonly QueryWord[];
  /** The more of these the better. */
  readonly wanted: readonly QueryWord[];
  /** No post found has the words of one of these in a row. */
  readonly excluded: readonly (readonly string[])[];
  readonly accepts: (post: Post) => boolean;
}

const fieldOf = { author: 'author', topic: 'keywords', in: 'containerTitle' } as const;

/** `find` gives all posts that a plan finds: those that a minus sign leaves out are looked for first. */
export function planQuery(
  query: Query,
  surroundings: Surroundings,
  find: (plan: Plan) => readonly Post[],
): Plan {
  const required: QueryWord[] = [];
  const tests: ((post: Post) => boolean)[] = [];
  for (const filter of query.filters) {
    if (isOfField(filter)) {
      const field = fieldOf[filter.operator];
      const parts = words(filter.text);
      const asked = parts.map(word => ({ word, fieldMask: fieldBit[field], exact: filter.whole ?? false }));
      const together = (post: Post) => parts.length === 1 || hasTogether(post, field, parts, filter.whole);
      if (filter.negated) {
        const unwanted = new Set(find({ required: asked, wanted: [], excluded: [], accepts: together }));
        tests.push(post => !unwanted.has(post));
      } else {
        required.push(...asked);
        tests.push(together);
      }
    } else {
      const test = testOf(filter, surroundings);
      tests.push(filter.negated ? post => !test(post) : test);
    }
  }
  query.phrases.forEach((phrase, at) => {
    const isOpen = query.isOpen === true && at === query.phrases.length - 1;
    required.push(...wordsToFind(phrase, isOpen));
    if (phrase.length > 1) tests.push(phraseTest(phrase, isOpen));
  });
  const last = query.unfinished ? query.terms.length - 1 : -1;
  return {
    required,
    wanted: query.terms.map((word, at) => ({ word, fieldMask: 0, unfinished: at === last })),
    excluded: query.excluded,
    accepts: tests.length === 0 ? () => true : post => tests.every(test => test(post)),
  };
}

/** The words that bring in the posts with a phrase: those that abstracts are indexed by, if it has such. */
function wordsToFind(phrase: readonly string[], isOpen: boolean): QueryWord[] {
  const exact = (word: string) => ({ word, fieldMask: 0, exact: true });
  const whole = isOpen ? phrase.slice(0, -1) : phrase;
  const telling = whole.filter(word => !frequent.has(word));
  if (telling.length > 0) return telling.map(exact);
  return isOpen ? [{ word: phrase.at(-1)!, fieldMask: 0, asTyped: true }] : whole.map(exact);
}

type OfField = Extract<Filter, { operator: keyof typeof fieldOf }>;

function isOfField(filter: Filter): filter is OfField {
  return filter.operator in fieldOf;
}

/** What the filter asks of a post, its minus sign left aside. */
function testOf(
  filter: Exclude<Filter, OfField>,
  { isCited, sourcesOf }: Surroundings,
): (post: Post) => boolean {
  switch (filter.operator) {
    case 'year':
      return ({ issued }) =>
        issued !== undefined && issued.year >= filter.first && issued.year <= filter.last;
    case 'has':
      return post => post.url !== undefined;
    case 'is':
      if (filter.state === 'provisional') return post => (post.provisional?.length ?? 0) > 0;
      return post => isCited?.(post) ?? false;
    case 'from': {
      const { isHost, isSource, isLocation } = originOf(filter.text, filter.whole);
      const isFrom = hostTest(isHost);
      return post =>
        isFrom(post.url ?? '') ||
        (sourcesOf?.(post).some(isSource) ?? false) ||
        (post.sources?.some(isLocation) ?? false);
    }
  }
}

/** Whether one author, topic or publication has all the words; at least as beginnings, unless they are whole. */
function hasTogether(post: Post, field: Field, parts: readonly string[], whole = false): boolean {
  return fieldTexts(post, field).some(text => {
    const found = words(text, 'index');
    return parts.every(part => found.some(word => (whole ? word === part : word.startsWith(part))));
  });
}
