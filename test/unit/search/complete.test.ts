import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSearch } from '../../../src/core/search';
import { complete } from '../../../src/core/search/complete';
import { gatherValues, noValues } from '../../../src/core/search/operatorValues';
import { parseQuery } from '../../../src/core/search/query';
import { words } from '../../../src/core/search/words';
import { runWhole } from '../../../src/core/sliced';
import { post } from './posts';

describe('complete', () => {
  const posts = [
    post('a', 'A', ['Jane Doe', 'Curtis Castrapel'], {
      keywords: ['java', 'security'],
      containerTitle: 'Shop Engineering',
      issued: { year: 2019 },
      url: 'https://www.shop.example/a',
    }),
    post('b', 'B', ['Johanna Döring', 'JANE DOE'], {
      keywords: ['JavaScript', 'Security', 'security'],
      containerTitle: 'Shop Engineering',
      issued: { year: 2021, month: 3 },
      url: 'https://eng.medium.com/b',
    }),
    post('c', 'C', ['Curtis Castrapel', 'Jane Doe', '☃'], { issued: { year: 2021 }, provisional: ['title'] }),
  ];
  const values = runWhole(gatherValues(posts, { sourcesOf: ({ id }) => (id === 'c' ? ['My Feed'] : []) }));
  const proposals = (query: string, limit = 10) =>
    complete(query, values, limit)?.proposals.map(({ value, posts }) => `${value} ${posts}`);
  const queries = (query: string) => complete(query, values, 10)?.proposals.map(({ query }) => query);

  it('proposes values by any of their words, those with the most posts first', () => {
    assert.deepEqual(proposals('author:'), ['Jane Doe 3', 'Curtis Castrapel 2', 'Johanna Döring 1']);
    assert.deepEqual(proposals('author:do'), ['Jane Doe 3', 'Johanna Döring 1']);
    assert.deepEqual(proposals('author:j', 1), ['Jane Doe 3']);
    assert.deepEqual(proposals('author:"doe ja'), ['Jane Doe 3']);
    assert.deepEqual(proposals('in:eng'), ['Shop Engineering 2']);
  });

  it('forgives typos, other case and missing accents', () => {
    assert.deepEqual(proposals('author:DORIN'), ['Johanna Döring 1']);
    assert.deepEqual(proposals('author:castrpel'), ['Curtis Castrapel 2']);
    assert.deepEqual(proposals('topic:securty'), ['security 2']);
    assert.deepEqual(proposals('is:provisoinal'), ['provisional 1']);
  });

  it('counts a post once for a topic it names twice', () => {
    assert.deepEqual(proposals('topic:sec'), ['security 2']);
  });

  it('writes the value in place of what is typed, in quotes where it needs them, and a space', () => {
    assert.deepEqual(queries('tracing -author:cast'), ['tracing -author:"Curtis Castrapel" ']);
    assert.deepEqual(queries('"a b" topic:sec'), ['"a b" topic:security ']);
    assert.deepEqual(queries('AUTHOR:"jane d'), ['author:"Jane Doe" ']);
  });

  it('quotes a value that is the beginning of another, so that only it is found', () => {
    assert.deepEqual(queries('topic:java'), ['topic:"java" ', 'topic:JavaScript ']);
    const found = createSearch(posts).search('topic:"java" ');
    assert.deepEqual(
      found.hits.map(hit => hit.post.id),
      ['a'],
    );
  });

  it('proposes years as they begin, and ranges', () => {
    assert.deepEqual(proposals('year:'), ['2021 2', '2019 1', '2017.. 3']);
    assert.deepEqual(proposals('year:20'), ['2021 2', '2019 1']);
    assert.deepEqual(proposals('year:201'), ['2019 1']);
    assert.deepEqual(proposals('year:202'), ['2021 2']);
    assert.deepEqual(proposals('year:2019..'), ['2019..2021 3', '2019..2019 1']);
    assert.deepEqual(proposals('year:2019..20'), ['2019..2021 3', '2019..2019 1']);
    assert.deepEqual(proposals('year:2020.'), ['2020..2021 2']);
    assert.deepEqual(proposals('year:..2'), ['..2021 3', '..2019 1']);
    assert.deepEqual(proposals('year:x'), []);
    assert.deepEqual(proposals('year:2019x'), []);
  });

  it('proposes what is: and has: take, with counts where they are known', () => {
    assert.deepEqual(proposals('is:'), ['cited undefined', 'provisional 1']);
    assert.deepEqual(proposals('has:u'), ['url 2']);
    assert.deepEqual(complete('-is:p', noValues, 5)?.proposals, [
      { value: 'provisional', posts: undefined, query: '-is:provisional ' },
    ]);
  });

  it('proposes sites and sources for from:', () => {
    assert.deepEqual(proposals('from:'), ['shop.example 1', 'eng.medium.com 1', 'My Feed 1']);
    assert.deepEqual(queries('from:medium'), ['from:eng.medium.com ']);
    assert.deepEqual(queries('from:fee'), ['from:"My Feed" ']);
  });

  it('has nothing to add to a value that says it all', () => {
    for (const query of [
      'year:2019',
      'year:2019..2021',
      'is:cited',
      'has:url',
      'topic:Security',
      'author:"jane doe',
      'author:castrapel',
      'in:shop',
    ]) {
      assert.deepEqual(proposals(query), [], query);
    }
  });

  it('is silent unless an operator is being typed', () => {
    for (const query of [
      '',
      'author',
      'tracing',
      're:inv',
      'author:doe ',
      'author:"Jane Doe"',
      'author: x',
      '?',
    ]) {
      assert.equal(complete(query, values, 5), undefined, query);
    }
  });

  it('writes queries that ask for the very value, whatever it is called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('Jane', 'Doe', ' ', '"', 'C++', "O'Neil", '-', ':', '王小明', '\n'))
        .map(all => all.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', 'x -', '"a" '),
        (names, start) => {
          const library = names.map((topic, at) => post(`p${at}`, 'T', [], { keywords: [topic] }));
          const index = runWhole(gatherValues(library));
          const search = createSearch(library);
          for (const { value, posts, query } of complete(`${start}topic:`, index, 10)!.proposals) {
            const filters = parseQuery(query).filters;
            assert.equal(filters.length, 1, query);
            const [filter] = filters;
            assert.ok(filter?.operator === 'topic' && (filter.negated ?? false) === start.endsWith('-'));
            assert.deepEqual(words(filter.text), words(value));
            assert.equal(complete(query, index, 10), undefined);
            if (start === '') assert.ok(search.search(query).total >= posts!, query);
          }
        },
      ),
    );
  });

  it('takes time in proportion to the text', () => {
    const start = performance.now();
    complete(`${'author:"'.repeat(50_000)}`, values, 5);
    complete(`author:${'jane'.repeat(50_000)}`, values, 5);
    assert.ok(performance.now() - start < 1000);
  });
});
