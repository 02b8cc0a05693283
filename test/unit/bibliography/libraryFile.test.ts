import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DamagedLibraryError, LibraryFile } from '../../../src/core/library/libraryFile';
import type { Post } from '../../../src/core/post';
import { MemoryFileSystem, makePost } from '../../fakes';

const bib = `% Encoding: UTF-8

@string{blog = "A Blog"}

@comment{jabref-meta: databaseType:biblatex;}

@Article{lee2020caches,
  Author =	 "Lee, Ann and others",
  title  = {Caches {in} Depth},
  journal = blog, % where
  file = {:lee.pdf:PDF},
  year = 2020, month = mar,
  groups = {Reading}
}
some words
@misc{roe2021, title = {Roes}, author = {Roe, Bo}}

@book{untitled, year = 1999}

@online(poe2022,
  title = "Poems",
  url = "https://example.com/poems",
)
% the end
`;

const yaml = `---
# My reading
nocite: "@*"
references:
  # first
  - id: lee2020caches # a key
    type: post-weblog
    title: 'Caches in Depth'
    author:
    - family: Lee
      given: Ann
    issued: 2020-03
    DOI: 10.1/x
    abstract: |
      One.

      - Two.
  - {id: roe2021, title: Roes}

  - id: poe2022
    title: Poems
    URL: https://example.com/poems
link-citations: true
---

# Text
`;

const ris = `TY  - BLOG\r
AU  - Lee, Ann\r
TI  - Caches in Depth\r
PY  - 2020/03//\r
M1  - kept\r
ID  - lee2020caches\r
KW  - caches\r
KW  - depth\r
ER  - \r
\r
TY  - JOUR\r
TI  - Roes\r
ID  - roe2021\r
ER  - \r
\r
TY  - GEN\r
TI  - Poems\r
ID  - poe2022\r
UR  - https://example.com/poems\r
ER  - \r
`;

const files = { 'memory:/a.bib': bib, 'memory:/a.yaml': yaml, 'memory:/a.ris': ris };

for (const [uri, text] of Object.entries(files)) {
  const kind = /\.(\w+)$/.exec(uri)![1]!;
  const open = (content = text) => {
    const fileSystem = new MemoryFileSystem(content ? { [uri]: content } : {});
    return {
      fileSystem,
      file: new LibraryFile(uri, fileSystem, 1),
      content: () => fileSystem.files.get(uri)!,
    };
  };
  const edit = (id: string, change: Partial<Post>) => (posts: readonly Post[]) =>
    posts.map(post => (post.id === id ? { ...post, ...change } : post));

  describe(`a library file .${kind}`, function () {
    this.timeout(60_000);
    it('is read, and stays as it is while nothing changes', async () => {
      const { file, content } = open();
      const { posts, writable } = await file.read();
      assert.ok(writable);
      assert.deepEqual(
        posts.map(({ id, title }) => [id, title]),
        [
          ['lee2020caches', 'Caches in Depth'],
          ['roe2021', 'Roes'],
          ['poe2022', 'Poems'],
        ],
      );
      await file.update(all => [...all]);
      assert.equal(content(), text);
    });

    it('gives the same objects while nothing changes', async () => {
      const { file } = open();
      const { posts } = await file.read();
      const again = await file.read();
      assert.ok(again.posts.every((post, at) => post === posts[at]));
      const { posts: changed } = await file.update(edit('roe2021', { title: 'Deer' }));
      assert.deepEqual(
        changed.map((post, at) => post === posts[at]),
        [true, false, true],
      );
    });

    it('changes only the entry that changed, and of that only what changed', async () => {
      const { file, content } = open();
      const { posts } = await file.update(
        edit('lee2020caches', { note: 'By a team', url: 'https://example.com/c' }),
      );
      const lines = text.split('\n');
      const kept = lines.filter(line => content().split('\n').includes(line));
      assert.ok(kept.length >= lines.length - 1, content());
      assert.deepEqual(posts[0]!.note, 'By a team');
      assert.deepEqual((await open(content()).file.read()).posts, posts);
      await file.update(edit('lee2020caches', { title: 'New & old' }));
      assert.ok(content().includes(kind === 'bib' ? '{New \\& old}' : 'New & old'));
      assert.ok(!content().includes('in} Depth') && !content().includes('in Depth'));
      assert.equal((await file.read()).posts[0]!.title, 'New & old');
    });

    it('loses what is taken away', async () => {
      const { file, content } = open();
      const { posts } = await file.update(all =>
        all.map(({ author: _, issued: __, ...post }) => ({ ...post, author: [] })),
      );
      assert.deepEqual(
        posts.map(({ author, issued }) => [author, issued]),
        Array(3).fill([[], undefined]),
      );
      assert.ok(!content().includes('Lee, Ann') && !content().includes('family: Lee'));
    });

    it('has new posts last, and removed ones cut', async () => {
      const { file, content } = open();
      const added = makePost({
        id: 'new2023',
        title: 'New',
        keywords: ['a'],
        inferred: ['a'],
        sources: ['s'],
      });
      const { posts } = await file.update(([first, , last]) => [added, last!, first!]);
      assert.deepEqual(
        posts.map(({ id }) => id),
        ['lee2020caches', 'poe2022', 'new2023'],
      );
      assert.deepEqual(posts[2], added);
      assert.ok(!content().includes('roe2021'));
      assert.deepEqual((await open(content()).file.read()).posts, posts);
      const { posts: none } = await file.update(() => []);
      assert.deepEqual(none, []);
      const { posts: one } = await file.update(() => [added]);
      assert.deepEqual([one, (await open(content()).file.read()).posts], [[added], [added]]);
    });

    it('is made', async () => {
      const { file, content } = open('');
      const added = ['a', 'b'].map(id => makePost({ id }));
      await file.update(all => [...all, added[0]!]);
      const { posts } = await file.update(all => [...all, added[1]!]);
      assert.deepEqual(posts, added);
      assert.deepEqual((await open(content()).file.read()).posts, added);
      assert.ok(content().endsWith('\n') && !/\n\n\n|^\n/.test(content()), content());
    });

    it('keeps entries with one key and without one, each under a key of its own', async () => {
      const [start, end] = {
        bib: ['@misc{a, title={', '}}'],
        yaml: ['- id: a\n  title: ', ''],
        ris: ['TY  - GEN\nID  - a\nTI  - ', '\nER  - '],
      }[kind]!;
      const double = `${['One', 'Two'].map(title => start + title + end).join('\n')}\n`;
      const { file, content } = open(double);
      const { posts } = await file.read();
      assert.deepEqual(
        posts.map(({ id }) => id),
        ['a', 'aa'],
      );
      await file.update(all => [...all]);
      assert.deepEqual(
        (await open(content()).file.read()).posts.map(({ id, title }) => [id, title]),
        [
          ['a', 'One'],
          ['aa', 'Two'],
        ],
      );
    });

    it('is never written over while a merge left its marks', async () => {
      const [before, after] = [text.slice(0, text.indexOf('\n') + 1), text.slice(text.indexOf('\n') + 1)];
      const conflict = `${kind === 'ris' ? '' : before}<<<<<<< ours\n=======\n>>>>>>> theirs\n${kind === 'ris' ? text : after}`;
      const { file, content, fileSystem } = open(conflict);
      const { posts, problems, writable } = await file.read();
      assert.deepEqual([posts.length, writable], [3, false]);
      assert.ok(problems.some(({ code, line }) => code === 'unreadableEntry' && line !== undefined));
      await assert.rejects(
        file.update(() => []),
        DamagedLibraryError,
      );
      assert.equal(content(), conflict);
      const copy = await file.repair(new Date(0));
      assert.match(copy, new RegExp(`\\.damaged-1970.*\\.${kind}$`));
      assert.equal(fileSystem.files.get(copy), conflict);
      assert.equal(content(), text);
    });

    it('says what posts say, whatever came, went and changed', async () => {
      const ids = fc.uniqueArray(fc.constantFrom('lee2020caches', 'roe2021', 'poe2022', 'x', 'y'));
      const change = fc.record({
        ids,
        title: fc.constantFrom('Caches in Depth', 'Other: "A" {b}'),
        url: fc.constantFrom('https://a.example/', undefined),
        keywords: fc.constantFrom(['a', 'b'], []),
      });
      await fc.assert(
        fc.asyncProperty(change, change, async (first, second) => {
          const { file, content } = open();
          for (const { ids, title, url, keywords } of [first, second]) {
            const { posts } = await file.update(all =>
              ids.map(id => {
                const { url: _, ...post } = all.find(post => post.id === id) ?? makePost({ id });
                return { ...post, title, keywords, ...(url ? { url } : {}) };
              }),
            );
            assert.deepEqual(new Set(posts.map(({ id }) => id)), new Set(ids));
            assert.ok(
              posts.every(
                post =>
                  post.title === title && post.url === url && String(post.keywords) === String(keywords),
              ),
            );
            assert.deepEqual((await open(content()).file.read()).posts, posts);
          }
        }),
        { numRuns: 60 },
      );
    });
  });
}

describe('a library file .bib', () => {
  const uri = 'memory:/a.bib';

  it('is not changed while its last entry is cut short, and can be repaired', async () => {
    const fileSystem = new MemoryFileSystem({ [uri]: `${bib}@misc{last, title = {La` });
    const file = new LibraryFile(uri, fileSystem, 1);
    const { posts, writable } = await file.read();
    assert.deepEqual([posts.length, writable], [3, false]);
    await assert.rejects(
      file.update(() => []),
      DamagedLibraryError,
    );
    await file.repair(new Date(0));
    assert.equal(fileSystem.files.get(uri), bib);
  });

  it('keeps an entry that cannot be read as it is', async () => {
    const broken = '@misc{a, title = "A}\n';
    const fileSystem = new MemoryFileSystem({ [uri]: broken + bib });
    const { posts, writable, problems } = await new LibraryFile(uri, fileSystem, 1).update(all =>
      all.slice(1),
    );
    assert.deepEqual([posts.length, writable, problems.map(({ line }) => line)], [2, true, [1, 11]]);
    assert.ok(fileSystem.files.get(uri)?.startsWith(broken));
  });

  it('is neither read nor written while it is not UTF-8', async () => {
    const fileSystem = new MemoryFileSystem();
    fileSystem.read = async () =>
      new Uint8Array([...new TextEncoder().encode('@misc{a, title = {'), 0xe9, 0x7d, 0x7d]);
    const file = new LibraryFile(uri, fileSystem, 1);
    await assert.rejects(file.read(), /not UTF-8/);
  });
});

describe('a library file .yaml', () => {
  it('changes an address that hands wrote in lower case, and has titles that say what they say', async () => {
    const uri = 'file:///library.yaml';
    const text = '- id: a\n  title: "*Caches*"\n  url: https://example.com/a\n';
    const fileSystem = new MemoryFileSystem({ [uri]: text });
    const file = new LibraryFile(uri, fileSystem, 1);
    await file.update(([post]) => [{ ...post!, url: 'https://example.com/b', title: 'A*' }]);
    const { posts } = await new LibraryFile(uri, fileSystem, 1).update(([post]) => {
      assert.deepEqual([post!.title, post!.url], ['A*', 'https://example.com/b']);
      const { url: _, ...rest } = post!;
      return [rest];
    });
    assert.equal(posts[0]!.url, undefined);
    assert.equal(fileSystem.files.get(uri), '- id: a\n  title: A\\*\n');
  });
});
