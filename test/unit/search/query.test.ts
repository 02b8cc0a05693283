import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSearch } from '../../../src/core/search';
import { parseQuery } from '../../../src/core/search/query';
import { queryParts } from '../../../src/core/search/queryParts';
import { post } from './posts';

describe('parseQuery', () => {
  const empty = { terms: [], unfinished: false, phrases: [], excluded: [], filters: [] };

  it('takes words, phrases, excluded words and filters apart', () => {
    assert.deepEqual(
      parseQuery(
        'Tracing -java "Zero  downtime" author:"Jane Doe" topic:cloud in:netflix from:list is:cited',
      ),
      {
        ...empty,
        terms: ['tracing'],
        phrases: [['zero', 'downtime']],
        excluded: [['java']],
        filters: [
          { operator: 'author', text: 'Jane Doe', whole: true },
          { operator: 'topic', text: 'cloud' },
          { operator: 'in', text: 'netflix' },
          { operator: 'from', text: 'list' },
          { operator: 'is', state: 'cited' },
        ],
      },
    );
  });

  it('reads a year, a span of years, and spans open to one side', () => {
    const years = (value: string) => parseQuery(`year:${value}`).filters;
    assert.deepEqual(years('2020'), [{ operator: 'year', first: 2020, last: 2020 }]);
    assert.deepEqual(years('2019..2021'), [{ operator: 'year', first: 2019, last: 2021 }]);
    assert.deepEqual(years('2019..'), [{ operator: 'year', first: 2019, last: 9999 }]);
    assert.deepEqual(years('..2021'), [{ operator: 'year', first: 0, last: 2021 }]);
    assert.deepEqual(years('2021..2019'), years('2019..2021'));
  });

  it('keeps a span of years open while its end is being typed', () => {
    for (const end of ['2', '20', '202'])
      assert.deepEqual(parseQuery(`-year:2019..${end}`), parseQuery('-year:2019..'), end);
    assert.deepEqual(parseQuery('year:2019..202').filters, parseQuery('year:2019..').filters);
    assert.deepEqual(parseQuery('year:2019..20211').filters, []);
  });

  it('takes unknown operators and values for ordinary words', () => {
    assert.deepEqual(parseQuery('re:Invent').terms, ['re', 'invent']);
    assert.deepEqual(parseQuery('is:nice').terms, ['is', 'nice']);
    assert.deepEqual(parseQuery('year:soon').terms, ['year', 'soon']);
  });

  it('overlooks an operator whose value is still to come', () => {
    const values = ['author:', 'from:"', 'year:', 'year:20', 'year:..20', 'is:ci', 'is:Prov', 'has:'];
    for (const begun of values.flatMap(value => [value, `-${value}`])) {
      assert.deepEqual(parseQuery(begun), empty, begun);
    }
  });

  it('reads a minus sign before an operator', () => {
    assert.deepEqual(parseQuery('-topic:java -is:Cited -year:2019.. -re:Invent'), {
      ...empty,
      excluded: [['re', 'invent']],
      filters: [
        { operator: 'topic', text: 'java', negated: true },
        { operator: 'is', state: 'cited', negated: true },
        { operator: 'year', first: 2019, last: 9999, negated: true },
      ],
    });
  });

  it('never throws and overlooks no word, whatever is typed', function () {
    this.timeout(10_000);
    const piece = fc.constantFrom(
      '-',
      '"',
      ':',
      ' ',
      'author:',
      'year:20',
      '19..',
      'is:',
      'é',
      'doe',
      '\ud800',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(typed, text => {
        parseQuery(text);
        let end = 0;
        for (const part of queryParts(text)) {
          assert.match(text.slice(end, part.start), /^\s*$/);
          assert.equal(text.slice(part.start, part.end), part.text);
          end = part.end;
        }
        assert.match(text.slice(end), /^\s*$/);
      }),
    );
  });

  it('knows whether the last word may go on', () => {
    assert.equal(parseQuery('data pipe').unfinished, true);
    assert.equal(parseQuery('data pipe ').unfinished, false);
    assert.equal(parseQuery('data author:jane').unfinished, false);
  });

  it('lets a quote that is not closed reach to the end, and its last word go on', () => {
    const phrases = [['zero', 'trust', 'net']];
    assert.deepEqual(parseQuery('"zero trust net'), { ...empty, phrases, isOpen: true });
    for (const query of ['"zero trust net ', '"zero trust net"', '"zero trust net" -'])
      assert.deepEqual(parseQuery(query), { ...empty, phrases }, query);
    assert.equal(parseQuery('"zero trust net" dat').isOpen, undefined);
  });

  it('takes time in proportion to the text, whatever the text', () => {
    const time = (text: string) => {
      const start = process.cpuUsage();
      parseQuery(text);
      return process.cpuUsage(start).user / 1000;
    };
    for (const piece of ['a', '"', '-', 'author:', ':', 'é"-']) {
      time(piece.repeat(20_000));
      assert.ok(time(piece.repeat(200_000)) < 500, piece);
    }
  });
});

describe('query operators', () => {
  const posts = [
    post('a', 'Zero Downtime Migrations', ['Jane Doe'], {
      keywords: ['databases'],
      containerTitle: 'Shop Engineering',
      issued: { year: 2019 },
      url: 'https://www.eng.shop.example/from/a',
      sources: ['https://eng.shop.example/feed.xml'],
    }),
    post('b', 'Downtime from Zero Budgets', ['John Roe'], {
      keywords: ['culture', 'databases'],
      containerTitle: 'Doe Weekly',
      issued: { year: 2021, month: 3 },
      provisional: ['title'],
      sources: ['/home/ann/posts'],
    }),
    post('c', 'Notes on Java', ['Ann Lee'], { abstract: 'Less downtime. Java tuning without pain.' }),
  ];
  const search = createSearch(posts);
  const found = (query: string) =>
    search
      .search(query, {
        isCited: ({ id }) => id === 'b',
        sourcesOf: ({ id }) => (id === 'c' ? ['Café Feed', 'The "Real"\tBlog'] : ['Main']),
      })
      .hits.map(hit => hit.post.id)
      .sort()
      .join('');

  const cases: Record<string, string> = {
    'author:doe': 'a',
    'author:"jane doe"': 'a',
    'author:"doe jane"': 'a',
    'author:do': 'a',
    'author:jane author:roe': '',
    'topic:databases': 'ab',
    'topic:culture downtime': 'b',
    'in:shop': 'a',
    'in:doe': 'b',
    'year:2019': 'a',
    'year:2019..2021': 'ab',
    'year:2020..': 'b',
    'is:cited': 'b',
    'is:provisional': 'b',
    'has:url': 'a',
    'from:cafe': 'c',
    'from:shop.example': 'a',
    'from:www.eng.shop.example': 'a',
    'from:https://eng.shop.example/b': 'a',
    'from:sho': 'a',
    'from:hop.example': '',
    'from:"sho"': '',
    'from:"shop.example"': 'a',
    'from:"Café Feed"': 'c',
    'from:"café"': '',
    'from:"The Real Blog"': 'c',
    'from:"real blog': 'c',
    'from:"real"': '',
    'from:"https://eng.shop.example/feed.xml"': 'a',
    'from:"https://eng.shop.example/other.xml"': '',
    'from:"https://eng.shop.example/"': 'a',
    'from:/home/ann/posts': 'b',
    'from:/home/ann': '',
    'author:"do"': '',
    'topic:"databases"': 'ab',
    'topic:"database"': '',
    'downtime -author:doe': 'bc',
    'downtime -author:"jane roe"': 'abc',
    '-topic:data': 'c',
    '-topic:"data"': 'abc',
    '-is:cited -is:provisional': 'ac',
    '-has:url': 'bc',
    '-year:2019': 'bc',
    '-from:main': 'c',
    '-in:shop -in:weekly': 'c',
    'from:main zero': 'ab',
    'downtime -java': 'ab',
    '-downtime': '',
    '-zero': 'c',
    '"zero downtime"': 'a',
    '"java tuning"': 'c',
    'downtime -"zero downtime"': 'bc',
    '"d': 'ab',
    '"dow': 'abc',
    '"zero d': 'a',
    '"zero downtime m': 'a',
    '"zero down ': '',
    '"zero down"': '',
    '"without pa': 'c',
    '"from z': 'b',
    '"from ze': 'b',
    '"ro down': '',
    '"notes o': 'c',
    'author:nobody downtime': '',
  };
  for (const [query, ids] of Object.entries(cases)) {
    it(`${query} finds ${ids === '' ? 'nothing' : `exactly ${[...ids].join(', ')}`}`, () => {
      assert.equal(found(query), ids);
    });
  }

  it('leaves out authors by every spelling that asking for them finds', () => {
    const names = [
      "Flann O'Brien",
      'José Ñandú',
      'Ludwig van Beethoven Jr.',
      'C++ Guild',
      '王小明',
      'ANN ŁĘ',
      'C Roe',
    ];
    const all = createSearch(names.map((name, at) => post(String(at), 'T', [name])));
    const ids = (query: string) => all.search(query).hits.map(hit => hit.post.id);
    for (const word of [
      'obrien',
      'o',
      'jose',
      'nandu',
      'van',
      'jr',
      'c++',
      'c',
      'guild',
      '小明',
      'ann',
      '"c"',
      'zz',
    ]) {
      const having = ids(`author:${word}`);
      const rest = names.map((_, at) => String(at)).filter(id => !having.includes(id));
      assert.deepEqual(ids(`-author:${word}`).sort(), rest, word);
    }
  });

  it('without words lists the newest first', () => {
    assert.deepEqual(
      search.search('topic:databases').hits.map(hit => hit.post.id),
      ['b', 'a'],
    );
  });

  it('without words lists the ones cited most before the newest, however few are asked for', () => {
    const all = createSearch(
      Array.from({ length: 200 }, (_, at) =>
        post(String(at), 'T', ['Jane Doe'], { issued: { year: 1900 + ((at * 7) % 100) } }),
      ),
    );
    const cited = new Map([
      ['57', 2],
      ['0', 3],
      ['101', 2],
      ['199', 1],
    ]);
    const citationsOf = ({ id }: { id: string }) => cited.get(id) ?? 0;
    for (const query of ['author:doe', '-author:roe', 'year:1900..', 'author:doe -is:cited', 't']) {
      for (const limit of [4, 60, 200]) {
        const ids = all.search(query, { citationsOf, limit }).hits.map(hit => hit.post.id);
        assert.deepEqual(ids.slice(0, 4), ['0', '57', '101', '199'], `${query}, ${limit} at most`);
      }
    }
  });

  it('never lets a post in that a filter forbids, even when only others have the words', () => {
    assert.equal(found('author:lee migrations'), 'c');
    assert.equal(found('"zero downtime" java'), 'a');
  });
});
