import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareDates } from '../../../src/core/date';
import type { PartialDate, Post } from '../../../src/core/post';
import { createSearch } from '../../../src/core/search';
import { FrozenPostings } from '../../../src/core/search/frozenPostings';
import { Numbers } from '../../../src/core/search/numbers';
import { phraseTest } from '../../../src/core/search/phrase';
import { Postings } from '../../../src/core/search/postings';
import { recencyOf } from '../../../src/core/search/recency';
import { Trie } from '../../../src/core/search/trie';
import { findTypos } from '../../../src/core/search/typos';
import { Vocabulary } from '../../../src/core/search/vocabulary';
import { words } from '../../../src/core/search/words';
import { post } from './posts';

/** Optimal string alignment distance by the whole table, as in the textbook. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, table[i - 1]![j]! + 1, table[i]![j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, table[i - 2]![j - 2]! + 1);
      table[i]![j] = least;
    }
  }
  return table[a.length]![b.length]!;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 9 });

describe('findTypos', () => {
  it('finds exactly the words within the distance', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        word,
        fc.constantFrom(1, 2),
        (known, typed, most) => {
          const trie = new Trie();
          for (const [number, each] of known.entries()) trie.add(each, number);
          const found = new Map<number, number>();
          findTypos(trie, typed, most, false, (term, typos) => found.set(term, typos));
          const expected = known.flatMap((each, number) => {
            const typos = distance(each, typed);
            return typos <= most ? [[number, typos] as const] : [];
          });
          assert.deepEqual([...found].sort(), expected.sort());
        },
      ),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('finds words that begin within the distance when the word is unfinished', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        word,
        fc.constantFrom(1, 2),
        (known, typed, most) => {
          const trie = new Trie();
          for (const [number, each] of known.entries()) trie.add(each, number);
          const found = new Set<number>();
          findTypos(trie, typed, most, true, term => found.add(term));
          const begins = (each: string) =>
            Array.from(each, (_, at) => distance(each.slice(0, at + 1), typed));
          const expected = known.flatMap((each, number) =>
            Math.min(...begins(each)) <= most ? [number] : [],
          );
          assert.deepEqual([...found].sort(), expected.sort());
        },
      ),
      { seed: 4, numRuns: 1000 },
    );
  });
});

describe('Vocabulary', () => {
  it('finds words by what they contain, over all chunks of it', () => {
    const vocabulary = new Vocabulary();
    const all = Array.from({ length: 10_000 }, (_, at) => `w${at}`);
    for (const each of all) assert.equal(vocabulary.add(each), vocabulary.find(each));
    const found: string[] = [];
    vocabulary.containing('99', at => found.push(vocabulary.words[at]!));
    assert.deepEqual(
      found,
      all.filter(each => each.includes('99')),
    );
  });
});

describe('Postings', () => {
  const list = (length: number, step: number) => Array.from({ length }, (_, at) => at * step);

  it('gives lists back as they were added', () => {
    const postings = new Postings();
    const into = new Uint32Array(10_000);
    for (let at = 0; at < 5000; at++) for (const step of [1, 3]) if (at % step === 0) postings.add(step, at);
    assert.deepEqual([...into.subarray(0, postings.read(1, into))], list(5000, 1));
    assert.deepEqual([...into.subarray(0, postings.read(3, into))], list(1667, 3));
    assert.equal(postings.read(5000, into), 0);
  });

  it('gives frozen entries first, then those added', () => {
    // Post 5 with what the byte 0x21 says, and 5 + 300 posts on; in abstracts post 200 alone.
    const bytes = Uint8Array.of(5, 0x21, 0xac, 0x02, 0x18, 0xc8, 0x01);
    const frozen = new FrozenPostings(bytes, Uint32Array.of(2, 1), Uint32Array.of(0, 5, 7));
    const postings = new Postings(frozen);
    postings.add(0, 0x40077);
    postings.add(2, 1);
    const into = new Uint32Array(10);
    const read = (of: number) => [...into.subarray(0, postings.read(of, into))];
    assert.deepEqual(read(0), [0x521, (305 << 8) | 0x18, 0x40077]);
    assert.deepEqual(read(1), [(200 << 8) | 0xf0]);
    assert.deepEqual(read(2), [1]);
    assert.equal(postings.length(0), 3);
  });
});

describe('Numbers', () => {
  it('knows the number of each post by id, whatever came and went', () => {
    const posts: (Post | undefined)[] = [];
    const numbers = new Numbers(posts);
    const expected = new Map<string, number>();
    for (let at = 0; at < 20_000; at++) {
      const id = `p${(at * 7919) % 3000}`;
      const before = numbers.get(id);
      assert.equal(before, expected.get(id));
      if (before !== undefined) {
        numbers.delete(id);
        posts[before] = undefined;
        expected.delete(id);
      }
      if (at % 3 === 0) continue;
      expected.set(id, posts.push(post(id, 'x')) - 1);
      numbers.add(posts.length - 1);
      assert.equal(numbers.size, expected.size);
    }
  });
});

describe('phraseTest', () => {
  it('finds exactly the texts whose words follow each other', () => {
    const piece = fc.constantFrom("don't", 'dont', 'C++', 'c', 'data', 'Data', 'é', '服务', '-', '...', "'");
    const space = fc.constantFrom(' ', ' ', ' – ', '/', '');
    const text = fc.array(fc.tuple(piece, space), { maxLength: 8 }).map(parts => parts.flat().join(''));
    fc.assert(
      fc.property(text, text, (abstract, query) => {
        const phrase = words(query).slice(0, 3);
        fc.pre(phrase.length > 0);
        const found = words(abstract);
        const expected = found.some((_, at) => phrase.every((word, step) => found[at + step] === word));
        assert.equal(phraseTest(phrase)(post('p', 'x', [], { abstract })), expected);
      }),
      { seed: 6, numRuns: 2000 },
    );
  });
});

describe('recencyOf', () => {
  it('orders posts as compareDates does', () => {
    const month = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
    const day = fc.integer({ min: 1, max: 31 });
    const date = fc.option(
      fc.record({ year: fc.integer({ min: -500, max: 9999 }), month, day }).map(({ year, month, day }) => ({
        year,
        ...(month && { month, day }),
      })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(date, date, (a, b) => {
        const of = (issued: PartialDate | undefined) => recencyOf(issued ? { issued } : {});
        assert.equal(Math.sign(of(b) - of(a)), Math.sign(compareDates(a, b)));
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('words', () => {
  const cases: [string, string[]][] = [
    ["Don't Fear C++, C# & Node.js", ['dont', 'fear', 'c++', 'c#', 'node', 'js']],
    ['Zürich’s Café', ['zurichs', 'cafe']],
    ['“Naïve” – it’s Łódź', ['naive', 'its', 'łodz']],
    ['Crème brûlée', ['creme', 'brulee']],
    ['微服务 with Go语言', ['微服', '服务', 'with', 'go', '语言']],
    ['服', ['服']],
    ['ａｂｃ ①', ['abc', '1']],
  ];
  for (const [text, expected] of cases) {
    it(`of “${text}” are ${expected.join(', ')}`, () => assert.deepEqual(words(text), expected));
  }
});

describe('matches', () => {
  const marked = (query: string, title: string, rest = {}) =>
    createSearch([post('p', title, ['Zoë Müller'], rest)])
      .search(query)
      .hits[0]?.matches.map(({ field, text, ranges }) => [
        field,
        ranges.map(([start, end]) => text.slice(start, end)),
      ]);

  it('mark the beginning typed, the part found inside, and a mistyped word whole', () => {
    assert.deepEqual(marked('perm', 'Cloud Permissions'), [['title', ['Perm']]]);
    assert.deepEqual(marked('mission', 'Cloud Permissions'), [['title', ['mission']]]);
    assert.deepEqual(marked('premissions', 'Cloud Permissions'), [['title', ['Permissions']]]);
  });

  it('lie in the text as it is, accents and all', () => {
    assert.deepEqual(marked('zoe muller', 'x'), [['author', ['Zoë', 'Müller']]]);
    assert.deepEqual(marked('naive', 'The nai\u0308ve Bayes'), [['title', ['nai\u0308ve']]]);
    assert.deepEqual(marked('strasse', 'Die Straße'), [['title', ['Straße']]]);
  });

  it('show a word of the abstract, and mark characters of unspaced text', () => {
    assert.deepEqual(marked('weep', 'Tools', { abstract: 'A tool called Weep.' }), [['abstract', ['Weep']]]);
    assert.deepEqual(marked('微服', '关于微服务'), [['title', ['微服']]]);
  });

  it('leave guesses out where a word stands as typed', () => {
    assert.deepEqual(marked('plane', 'A Place for Planes'), [['title', ['Plane']]]);
  });
});
