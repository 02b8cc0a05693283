import assert from 'node:assert/strict';
import { groupPosts } from '../../../src/core/grouping/grouping';
import { enrich } from '../../../src/core/library/library';
import { parseName } from '../../../src/core/name';
import {
  createPersons,
  mergePersons,
  similarPersons,
  spellingText,
  splitSpelling,
} from '../../../src/core/persons';
import type { Name, Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

let count = 0;

/** A post signed "A, B and C", in a publication of its own unless the fields say one. */
function signed(names: string | readonly Name[], fields: Partial<Post> = {}): Post {
  count++;
  const author = typeof names === 'string' ? names.split(/, | and /).map(parseName) : names;
  return makePost({ id: `p${count}`, containerTitle: `Blog ${count}`, author, ...fields });
}

function grouped(posts: readonly Post[]) {
  return groupPosts(posts, 'author', runWhole(createPersons(posts)));
}

/** The spellings of each group, joined by "=", in alphabetical order. */
function people(posts: readonly Post[]): string[] {
  return grouped(posts).map(({ label, spellings }) =>
    (spellings?.map(({ key }) => key) ?? [label]).sort().join(' = '),
  );
}

const inBlog: Partial<Post> = { containerTitle: 'The Blog' };

describe('spellings of one person', () => {
  it('differ in case, accents, hyphens, apostrophes or spacing', () => {
    const same = [
      ['Jane Doe', 'jane doe', 'JANE DOE', 'Jàne Doé'],
      ['Jean-Pierre Blanc', 'Jean Pierre Blanc', 'Jeanpierre Blanc'],
      ["Liam O'Brien", 'Liam O’Brien', 'Liam OBrien'],
      ['J.R. Roe', 'J. R. Roe', 'J R Roe', 'JR Roe'],
      ['Søren Ødegård', 'Soren Odegard'],
      ['Frank San Miguel', 'frank san miguel'],
      ['王 小明', '王小明'],
    ];
    for (const spellings of same) {
      assert.equal(people(spellings.map(spelling => signed(spelling))).length, 1, spellings.join(' | '));
    }
  });

  it('are in the order of an index, also where another program kept the name whole', () => {
    assert.equal(people([signed('Jane Doe'), signed([{ literal: 'Doe, Jane' }])]).length, 1);
    assert.equal(people([signed('Jane Doe'), signed([parseName('Doe, Jane')])]).length, 1);
  });

  it('are an initial and the only name it fits, where something is shared', () => {
    const alone = [signed('J. Castrapel'), signed('Jane Castrapel')];
    assert.equal(people(alone).length, 2);
    const shared: Partial<Post>[] = [
      inBlog,
      { url: 'https://blog.example.com/x' },
      { title: 'How we cache what is asked for', abstract: 'x' },
    ];
    for (const fields of shared) {
      assert.equal(
        people([signed('J. Castrapel', fields), signed('Jane Castrapel', fields)]).length,
        1,
        JSON.stringify(fields),
      );
    }
    const together = [signed('J. Castrapel and Patrick Sanders'), signed('Jane Castrapel and P. Sanders')];
    assert.deepEqual(people(together), ['J. Castrapel = Jane Castrapel', 'P. Sanders = Patrick Sanders']);
  });

  it('leave out or abbreviate a middle name, where something is shared', () => {
    const spellings = ['Jane Castrapel', 'Jane A. Castrapel', 'Jane Alexandra Castrapel', 'J. A. Castrapel'];
    assert.equal(people(spellings.map(spelling => signed(spelling))).length, 4);
    assert.equal(people(spellings.map(spelling => signed(spelling, inBlog))).length, 1);
  });

  it('are shown as the fullest usual one, with the reason for each other', () => {
    const posts = [
      signed('J. Castrapel', inBlog),
      signed('Jane Castrapel', inBlog),
      signed('JANE CASTRAPEL', inBlog),
    ];
    const [group] = grouped(posts);
    assert.equal(group?.label, 'Jane Castrapel');
    assert.equal(group?.order, 'Castrapel, Jane');
    assert.deepEqual(
      group?.spellings?.map(spelling => spellingText(spelling)),
      [
        'Jane Castrapel (1 post)',
        'J. Castrapel (1 post): fits Jane Castrapel, both in The Blog',
        'JANE CASTRAPEL (1 post): the same as Jane Castrapel but for case, accents or spacing',
      ],
    );
  });

  it('are the same whatever the order of the posts', () => {
    const posts = [
      'J. Roe',
      'Jane Roe',
      'John Roe',
      'J. A. Roe',
      'Jane A. Roe',
      'jane roe',
      'J. Roe Jr.',
    ].map(name => signed(`${name} and Quentin Zabriskie`, inBlog));
    assert.deepEqual(people([...posts].reverse()), people(posts));
  });
});

describe('different people', () => {
  const apart = (posts: readonly Post[], expected = new Set(posts.flatMap(post => post.author)).size) =>
    assert.equal(people(posts).length, expected, people(posts).join('; '));

  it('have other first names', () => {
    apart([signed('Jane Castrapel', inBlog), signed('John Castrapel', inBlog)]);
    apart([signed('Jean Castrapel', inBlog), signed('Jean-Pierre Castrapel', inBlog)]);
    apart([signed('Jane A. Castrapel', inBlog), signed('Jane B. Castrapel', inBlog)]);
    apart([signed('Å. Castrapel'), signed('A. Castrapel')]);
  });

  it('compete for an initial', () => {
    apart(['J. Castrapel', 'Jane Castrapel', 'John Castrapel'].map(name => signed(name, inBlog)));
    apart(['Jane Castrapel', 'Jane A. Castrapel', 'Jane B. Castrapel'].map(name => signed(name, inBlog)));
  });

  it('leave it to the one that alone has strong evidence', () => {
    const posts = [
      signed('J. Castrapel and Quentin Zabriskie'),
      signed('Jane Castrapel and Quentin Zabriskie'),
      signed('John Castrapel'),
    ];
    assert.deepEqual(people(posts), ['J. Castrapel = Jane Castrapel', 'John Castrapel', 'Quentin Zabriskie']);
    // A publication alone is not strong enough.
    apart([signed('J. Castrapel', inBlog), signed('Jane Castrapel', inBlog), signed('John Castrapel')]);
  });

  it('sign one post together', () => {
    apart([signed('J. Castrapel and Jane Castrapel', inBlog), signed('Jane Castrapel', inBlog)], 2);
  });

  it('have a suffix or another one', () => {
    apart([signed('Jane Castrapel', inBlog), signed('Jane Castrapel Jr.', inBlog)]);
    apart([signed('J. Castrapel Sr.', inBlog), signed('Jane Castrapel Jr.', inBlog)]);
    apart(['J. Castrapel', 'Jane Castrapel', 'John Castrapel Jr.'].map(name => signed(name, inBlog)));
  });

  it('have another particle', () => {
    apart([signed('Jan van den Bergh', inBlog), signed('J. Bergh', inBlog), signed('J. van Bergh', inBlog)]);
  });

  it('share a very common family name and a publication', () => {
    apart([signed('J. Wang', inBlog), signed('Jun Wang', inBlog)]);
    apart([signed('Jun Wang', inBlog), signed('Jun A. Wang', inBlog)]);
    const together = [signed('J. Wang and Quentin Zabriskie'), signed('Jun Wang and Quentin Zabriskie')];
    assert.deepEqual(people(together), ['J. Wang = Jun Wang', 'Quentin Zabriskie']);
    // Who signed the third post may be another one.
    apart([...together, signed('J. Wang')], 3);
  });

  it('have co-authors whose initials agree, but not their names', () => {
    apart([signed('J. Castrapel and Adam Zabriskie'), signed('Jane Castrapel and Anna Zabriskie')], 4);
  });

  it('publish where everybody does, or in titles that many have', () => {
    const open: Partial<Post>[] = [
      { containerTitle: 'Medium' },
      { url: 'https://medium.com/p/1' },
      { url: 'https://dev.to/x' },
      { title: 'Hello, world' },
      { title: 'Who wrote the words of this title', provisional: ['title'] },
    ];
    for (const fields of open) apart([signed('J. Castrapel', fields), signed('Jane Castrapel', fields)]);
  });

  it('lived in other times', () => {
    apart([
      signed('J. Castrapel', { ...inBlog, issued: { year: 1905 } }),
      signed('Jane Castrapel', { ...inBlog, issued: { year: 2015 } }),
    ]);
  });

  it('are never joined by way of a third', () => {
    const posts = [
      signed('Jane Castrapel and Quentin Zabriskie'),
      signed('J. Castrapel and Quentin Zabriskie and Ruth Yablonsky'),
      signed('John Castrapel and Ruth Yablonsky'),
    ];
    for (const group of people(posts)) assert.ok(!/Jane.*John/.test(group), group);
  });

  it('are bodies, handles and names in letters that abbreviate nothing', () => {
    const names: [Name, Name][] = [
      [{ literal: 'Acme' }, { literal: 'Acme Engineering' }],
      [{ literal: 'janedoe' }, { family: 'Doe', given: 'Jane' }],
      [{ literal: 'Acme, Inc.' }, { literal: 'Inc. Acme' }],
      [
        { family: '王', given: '明' },
        { family: '王', given: '小明' },
      ],
      [{ literal: 'The C Team' }, { literal: 'The C++ Team' }],
      [{ literal: 'The C# Team' }, { literal: 'The C++ Team' }],
      [{ literal: 'ガガ' }, { literal: 'カカ' }],
      [{ literal: 'राम' }, { literal: 'रीमा' }],
      [
        { family: 'Ang', given: 'J.' },
        { family: 'G', given: 'Jan' },
      ],
      [{ family: 'Castrapel' }, { family: 'Castrapel', given: 'Jane' }],
    ];
    for (const [a, b] of names) apart([signed([a], inBlog), signed([b], inBlog)]);
  });
});

describe('decisions by hand', () => {
  const merge = (posts: readonly Post[], key: string, ...others: string[]) =>
    runWhole(mergePersons(posts, runWhole(createPersons(posts)), key, others));
  const split = (posts: readonly Post[], key: string, spelling: string) =>
    runWhole(splitSpelling(posts, runWhole(createPersons(posts)), key, spelling));

  it('join what nothing else would, under the name that was chosen', () => {
    const posts = [signed('Mark Twain'), signed('Samuel Clemens'), signed('S. Clemens')];
    const merged = merge(posts, 'Mark Twain', 'Samuel Clemens', 'S. Clemens');
    assert.deepEqual(people(merged), ['Mark Twain = S. Clemens = Samuel Clemens']);
    assert.equal(grouped(merged)[0]?.label, 'Mark Twain');
    assert.equal(spellingText(grouped(merged)[0]!.spellings![1]!), 'Samuel Clemens (1 post): merged by hand');
    assert.equal(merged[0], posts[0]);
    assert.deepEqual(merged[1]?.persons, { 'Samuel Clemens': 'Mark Twain' });
  });

  it('are undone by each other', () => {
    const posts = [signed('Mark Twain'), signed('Samuel Clemens')];
    const merged = merge(posts, 'Mark Twain', 'Samuel Clemens');
    const apart = split(merged, 'Mark Twain', 'Samuel Clemens');
    assert.deepEqual(people(apart), people(posts));
    assert.deepEqual(people(merge(apart, 'Mark Twain', 'Samuel Clemens')), people(merged));
  });

  it('beat evidence, and a split stays one when there is more of it', () => {
    const posts = [signed('J. Castrapel', inBlog), signed('Jane Castrapel', inBlog)];
    const apart = split(posts, 'Jane Castrapel', 'J. Castrapel');
    assert.equal(people(apart).length, 2);
    const more = [
      ...apart,
      signed('J. Castrapel and Quentin Zabriskie'),
      signed('jane castrapel and Q. Zabriskie'),
    ];
    assert.deepEqual(people(more).slice(0, 2).sort(), ['J. Castrapel', 'Jane Castrapel = jane castrapel']);
  });

  it('take the spelling that others were merged into away from them', () => {
    const posts = ['Mark Twain', 'Samuel Clemens', 'Sieur Louis'].map(name => signed(name));
    const merged = merge(posts, 'Mark Twain', 'Samuel Clemens', 'Sieur Louis');
    assert.deepEqual(people(split(merged, 'Mark Twain', 'Mark Twain')).sort(), [
      'Mark Twain',
      'Samuel Clemens = Sieur Louis',
    ]);
  });

  it('hold for a spelling in the whole library', () => {
    const posts = merge([signed('Mark Twain'), signed('Samuel Clemens')], 'Mark Twain', 'Samuel Clemens');
    assert.equal(people([...posts, signed('Samuel Clemens')]).length, 1);
  });

  it('hold for each post alone where posts disagree', () => {
    const posts = [
      signed('J. Roe', { persons: { 'J. Roe': 'Jane Roe' } }),
      signed('J. Roe', { persons: { 'J. Roe': 'John Roe' } }),
      signed('J. Roe'),
      signed('Jane Roe'),
      signed('John Roe'),
    ];
    assert.deepEqual(
      grouped(posts).map(({ label, posts }) => [label, posts.length]),
      [
        ['J. Roe', 1],
        ['Jane Roe', 2],
        ['John Roe', 2],
      ],
    );
  });

  it('stay when two copies of a post are joined', () => {
    const [one, other] = [{ 'J. Roe': 'Jane Roe' }, { 'J. Roe': 'John Roe', 'A. Lee': 'Ann Lee' }];
    const post = signed('J. Roe and A. Lee', { persons: one });
    assert.deepEqual(enrich(post, { ...post, persons: other }).persons, { ...other, ...one });
    assert.equal(enrich(post, { ...post, persons: one }), post);
  });

  it('may name somebody who signed nothing, and texts that objects have as members', () => {
    const posts = [
      signed('J. Roe', { persons: { 'J. Roe': 'Jane Roe' } }),
      signed([{ literal: 'constructor' }], { persons: {} }),
    ];
    assert.deepEqual(
      grouped(posts).map(({ label }) => label),
      ['constructor', 'Jane Roe'],
    );
    assert.deepEqual(grouped(posts)[1]?.spellings, [
      { key: 'J. Roe', posts: 1, why: { code: 'hand', like: 'Jane Roe', shared: [] } },
    ]);
  });
});

describe('similar authors', () => {
  it('come with what they share, those that fit best first', () => {
    const posts = [
      signed('Jane Castrapel', inBlog),
      signed('J. Castrapel'),
      signed('J. Castrapel Jr.', inBlog),
      signed('Adam Castrapel', inBlog),
      signed('Castrapel Jane'),
      signed('Quentin Zabriskie', inBlog),
    ];
    const similar = runWhole(similarPersons(posts, runWhole(createPersons(posts)), 'Jane Castrapel'));
    assert.deepEqual(
      similar.map(({ person, shared }) => [person.key, ...shared.map(({ text }) => text)]),
      [
        ['J. Castrapel Jr.', 'The Blog'],
        ['J. Castrapel'],
        ['Adam Castrapel', 'The Blog'],
        ['Castrapel Jane'],
      ],
    );
  });
});
