import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LibraryFile } from '../../../src/core/library/libraryFile';
import { MemoryFileSystem, makePost } from '../../fakes';

const uri = 'memory:/library.json';
const frozen = readFileSync(resolve('test/fixtures/library/0.1.0.json'), 'utf8');

/**
 * A library is plain CSL-JSON and says no version: what Byline adds are marks in `custom` and whatever variables CSL
 * has. So an older file is read as it is, for ever; a newer one may hold marks and variables of which this Byline
 * knows nothing, and they stay.
 */
describe('a library file of version 0.1.0', () => {
  it('is read into the same posts for ever', async () => {
    const { posts, problems, writable } = await new LibraryFile(
      uri,
      new MemoryFileSystem({ [uri]: frozen }),
    ).read();
    assert.ok(writable);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['untitledEntry'],
    );
    assert.deepEqual(
      JSON.parse(JSON.stringify(posts)),
      JSON.parse(readFileSync(resolve('test/fixtures/library/0.1.0.posts.json'), 'utf8')),
    );
  });

  it('is written back as it was, but for what changed', async () => {
    const files = new MemoryFileSystem({ [uri]: frozen });
    const file = new LibraryFile(uri, files);
    await file.update(posts => [...posts, makePost({ id: 'zz' })]);
    await file.update(posts => posts.filter(({ id }) => id !== 'zz'));
    const byLine = (text: string) => text.split('\n').map(line => line.replace(/,$/, ''));
    assert.deepEqual(byLine(files.files.get(uri)!).sort(), byLine(frozen).sort());
  });
});

describe('a library file of a newer version', () => {
  const newer = {
    id: 'lee',
    type: 'post-weblog',
    title: 'Warm Caches',
    author: [{ family: 'Lee', given: 'Ann', orcid: '0000-0000' }],
    issued: { 'date-parts': [[2024, 2, 29]], 'sure-of': 'year' },
    URL: 'https://blog.example/caches',
    'new-variable': { of: ['any', 1, null] },
    custom: {
      sources: ['https://blog.example/feed'],
      archived: { at: '2030-01-01', copy: 'https://archive.example/1' },
      sourcesOf2: { a: [1] },
      inferred: [],
    },
  };
  const text = `[\n${JSON.stringify(newer)}\n]\n`;

  it('keeps what this one does not know, when another post is added', async () => {
    const files = new MemoryFileSystem({ [uri]: text });
    await new LibraryFile(uri, files).update(posts => [...posts, makePost({ id: 'zz' })]);
    assert.equal(files.files.get(uri)!.split('\n')[1], `${JSON.stringify(newer)},`);
  });

  it('keeps it when the post itself is changed', async () => {
    const files = new MemoryFileSystem({ [uri]: text });
    await new LibraryFile(uri, files).update(posts =>
      posts.map(post => ({ ...post, title: 'New', sources: [...post.sources!, 'posts.bib'] })),
    );
    const [item] = JSON.parse(files.files.get(uri)!);
    const { inferred: _, ...marks } = newer.custom;
    assert.deepEqual(item, {
      ...newer,
      title: 'New',
      custom: { ...marks, sources: ['https://blog.example/feed', 'posts.bib'] },
    });
  });
});
