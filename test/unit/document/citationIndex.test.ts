import assert from 'node:assert/strict';
import { CitationIndex, citedTarget } from '../../../src/core/document/citationIndex';
import { citationsIn } from '../../../src/core/document/citationsIn';
import { hashText } from '../../../src/core/hashText';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const caches = makePost({ id: 'lee2020caches', url: 'https://www.example.com/caches/' });
const queues = makePost({ id: 'roe2021queues', title: 'Queues' });
const odd = makePost({ id: 'a b', title: 'Odd' });

const targets = (text: string) => new Set(citationsIn(text).flatMap(citation => citedTarget(citation) ?? []));

function indexOf(posts: readonly Post[], files: Readonly<Record<string, string>>): CitationIndex {
  const index = new CitationIndex();
  runWhole(index.setPosts(posts));
  for (const [file, text] of Object.entries(files)) index.setFile(file, targets(text));
  return index;
}

describe('CitationIndex', () => {
  it('knows a post by its address, however spelt, by its key and by the label of a footnote', () => {
    const index = indexOf([caches, queues, odd], {
      link: '[a](http://example.com/caches?utm_source=b) and https://example.com/caches#c',
      reference: '[a][b]\n\n[b]: https://example.com/caches',
      key: 'See [@lee2020caches; @{roe2021queues}].',
      footnote:
        'a[^roe2021queues] b[^a-b] c[^1]\n\n[^roe2021queues]: Q\n\n[^a-b]: O\n\n[^1]: <https://example.com/caches>',
      none: '[@unknown] <https://example.com/other>\n\n[lee2020caches]: https://example.com/caches',
    });
    assert.deepEqual(index.filesCiting(caches.id), ['link', 'reference', 'key', 'footnote']);
    assert.deepEqual(index.filesCiting(queues.id), ['key', 'footnote']);
    assert.deepEqual(index.filesCiting(odd.id), ['footnote']);
    assert.deepEqual(
      [...index.counts()],
      [
        [caches.id, 4],
        [queues.id, 2],
        [odd.id, 1],
      ],
    );
    assert.deepEqual(
      citationsIn('[@lee2020caches] [a](https://example.com/caches) @b').map(citation =>
        index.known.meantBy(citation).map(({ id }) => id),
      ),
      [[caches.id], [caches.id], []],
    );
  });

  it('tells two addresses apart that have the same hash', () => {
    const paths = ['a.example/184479', 'a.example/433487'] as const;
    assert.equal(hashText(0, paths[0]) >> 2, hashText(0, paths[1]) >> 2);
    const posts = paths.map(path => makePost({ id: path.slice(-6), url: `https://${path}` }));
    const index = indexOf(posts, { one: `<https://${paths[1]}>` });
    assert.deepEqual([...index.counts()], [['433487', 1]]);
    runWhole(index.setPosts(posts.slice(1)));
    assert.deepEqual(index.filesCiting('433487'), ['one']);
  });

  it('takes no number for a citation key', () => {
    const index = indexOf([makePost({ id: '1' })], { a: 'a[^1]\n\n[^1]: b', b: '[@1]' });
    assert.deepEqual(index.filesCiting('1'), ['b']);
  });

  it('follows a file, and tells whether a count changed', () => {
    const index = indexOf([caches], { a: '@lee2020caches', b: '@lee2020caches https://example.com/caches' });
    assert.equal(index.setFile('a', targets('no more')), true);
    assert.equal(index.setFile('b', targets('https://example.com/caches')), false);
    assert.deepEqual(index.filesCiting(caches.id), ['b']);
    assert.equal(index.setFile('c', targets('https://example.com/unknown')), false);
    assert.equal(index.setFile('b', new Set()), true);
    assert.equal(index.counts().size, 0);
  });

  it('follows the library, and tells whether a count changed', () => {
    const index = indexOf([], { a: '@roe2021queues https://example.com/new', b: '@roe2021queues' });
    assert.equal(runWhole(index.setPosts([caches, queues])), true);
    assert.equal(index.counts().get(queues.id), 2);
    assert.equal(runWhole(index.setPosts([caches, queues])), false);
    assert.equal(runWhole(index.setPosts([{ ...caches, url: 'https://example.com/new' }, queues])), true);
    assert.deepEqual(index.filesCiting(caches.id), ['a']);
    assert.equal(runWhole(index.setPosts([{ ...caches, title: 'Other' }])), true);
    assert.equal(index.counts().size, 0);
  });

  it('gives all posts of one address', () => {
    const twin = { ...caches, id: 'twin' };
    const index = indexOf([caches, twin], { a: 'https://example.com/caches' });
    assert.deepEqual([...index.counts().values()], [1, 1]);
    runWhole(index.setPosts([twin]));
    index.setFile('b', targets('https://example.com/caches'));
    assert.deepEqual([...index.counts()], [['twin', 2]]);
  });

  it('is after any changes as if it were made anew', () => {
    const posts = [caches, queues, odd, makePost({ id: 'n', url: 'https://example.com/n' })];
    const texts = [
      '@lee2020caches',
      'https://example.com/caches @n',
      '[^a-b]\n\n[^a-b]: O',
      'https://example.com/n',
      '',
    ];
    const index = new CitationIndex();
    const files: Record<string, string> = {};
    let library: Post[] = [];
    for (let step = 0; step < 300; step++) {
      const pick = (step * 7919) % 101;
      if (pick % 3 === 0) {
        library = posts
          .filter((_, at) => (pick >> at) % 2 === 0)
          .map(post => (pick % 5 === 0 ? { ...post, url: 'https://example.com/n' } : post));
        runWhole(index.setPosts(library));
      } else {
        files[`f${pick % 4}`] = `${texts[pick % 5]} ${texts[(pick * 3) % 5]}`;
        index.setFile(`f${pick % 4}`, targets(files[`f${pick % 4}`]!));
      }
      const anew = indexOf(library, files);
      for (const { id } of posts) {
        assert.deepEqual(index.filesCiting(id).sort(), anew.filesCiting(id).sort(), `${id} after ${step}`);
      }
    }
  });
});
