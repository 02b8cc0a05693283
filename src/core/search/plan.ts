import type { Post } from '../post';
import { type Field, fieldBit, fieldTexts } from './fields';
import { hostOf, originOf } from './host';
import type { QueryWord } from './meanings';
import { phraseTest } from './phrase';
import type { Filter, Query } from './query';
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

export function planQuery(query: Query, surroundings: Surroundings): Plan {
  const required: QueryWord[] = [];
  const tests: ((post: Post) => boolean)[] = [];
  for (const filter of query.filters) {
    const test = testOf(filter, surroundings);
    if (filter.negated) tests.push(post => !test(post));
    else if (filter.operator === 'author' || filter.operator === 'topic' || filter.operator === 'in') {
      const fieldMask = fieldBit[fieldOf[filter.operator]];
      const parts = words(filter.text);
      for (const word of parts) required.push({ word, fieldMask, ...(filter.whole && { exact: true }) });
      if (parts.length > 1) tests.push(test);
    } else tests.push(test);
  }
  for (const phrase of query.phrases) {
    for (const word of phrase) required.push({ word, fieldMask: 0, exact: true });
    if (phrase.length > 1) tests.push(phraseTest(phrase));
  }
  const last = query.unfinished ? query.terms.length - 1 : -1;
  return {
    required,
    wanted: query.terms.map((word, at) => ({ word, fieldMask: 0, unfinished: at === last })),
    excluded: query.excluded,
    accepts: post => tests.every(test => test(post)),
  };
}

/** What the filter asks of a post, its minus sign left aside. */
function testOf(filter: Filter, { isCited, sourcesOf }: Surroundings): (post: Post) => boolean {
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
      const { isHost, isSource } = originOf(filter.text, filter.whole);
      return post => isHost(hostOf(post.url ?? '') ?? '') || (sourcesOf?.(post).some(isSource) ?? false);
    }
    default: {
      const parts = words(filter.text);
      const mayHave = filter.operator === 'author' ? mayHaveAuthor(parts[0] ?? '') : () => true;
      return post => mayHave(post) && hasTogether(post, fieldOf[filter.operator], parts, filter.whole);
    }
  }
}

/** Rules out most posts without putting their authors' names together and taking them apart. */
function mayHaveAuthor(word: string): (post: Post) => boolean {
  // Other letters than ASCII's fold in ways of their own, and words have no apostrophes.
  const pattern = new RegExp(`${word.replaceAll('+', '\\+')}|['\\x80-\\uffff]`, 'i');
  const mayStandIn = (text: string | undefined) => text !== undefined && pattern.test(text);
  return post => post.author.some(name => Object.values(name).some(mayStandIn));
}

/** Whether one author, topic or publication has all the words; at least as beginnings, unless they are whole. */
function hasTogether(post: Post, field: Field, parts: readonly string[], whole = false): boolean {
  return fieldTexts(post, field).some(text => {
    const found = words(text, 'index');
    return parts.every(part => found.some(word => (whole ? word === part : word.startsWith(part))));
  });
}
