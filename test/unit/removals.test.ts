import assert from 'node:assert/strict';
import type { FileSystem } from '../../src/core/ports';
import { changeRemovals, noteRemovals, removedPosts } from '../../src/vscode/library/removals';
import { MemoryFileSystem, makePost } from '../fakes';

describe('the posts that were removed', () => {
  const warnings: string[] = [];
  const uriAt = (path: string): unknown => ({
    path,
    with: (change: { path: string }) => uriAt(change.path),
    toString: () => `file://${path}`,
  });
  const libraryAt = (path: string, files: FileSystem) => {
    const log = { warn: (text: string) => warnings.push(text) };
    return { uri: uriAt(path), fileSystemFor: () => files, log } as unknown as Parameters<
      typeof removedPosts
    >[0];
  };
  const told = (id: string) =>
    makePost({ id, url: `https://a.example/${id}`, sources: ['https://a.example/'] });
  const beside = 'file:///work/posts.removed.json';
  const ids = async (library: ReturnType<typeof libraryAt>) =>
    (await removedPosts(library)).map(({ id }) => id);

  beforeEach(() => {
    warnings.length = 0;
  });

  it('are kept beside the library, a line each in their order, so far as a source tells them', async () => {
    for (const name of ['posts.json', 'posts.bib', 'posts']) {
      const files = new MemoryFileSystem();
      const library = libraryAt(`/work/${name}`, files);
      await noteRemovals(library, [makePost({ id: 'mine' })]);
      await changeRemovals(library, () => []);
      assert.equal(files.files.size, 0);
      await noteRemovals(library, [told('b')]);
      await noteRemovals(library, [told('a'), told('b')]);
      assert.deepEqual([...files.files.keys()], [beside]);
      const [start, a, b, end] = files.files.get(beside)!.split('\n');
      assert.match(`${start}${a}`, /^\[\{.*"id":"a"/);
      assert.match(`${b}${end}`, /"id":"b".*\}\]$/);
    }
  });

  it('are read from a file that git could not merge', async () => {
    const files = new MemoryFileSystem();
    const library = libraryAt('/work/posts.json', files);
    await noteRemovals(library, [told('a'), told('b')]);
    const [start, a, b, end] = files.files.get(beside)!.split('\n');
    const [ours, theirs] = ['<<<<<<< ours', '>>>>>>> theirs'];
    files.files.set(beside, [start, ours, a, '=======', b, theirs, end, ''].join('\n'));
    assert.deepEqual(await ids(library), ['a', 'b']);
  });

  it('are as good as none where their file cannot be read, which is logged', async () => {
    const files = new MemoryFileSystem();
    const library = libraryAt('/work/posts.json', files);
    files.read = async () => Promise.reject(new Error('locked'));
    assert.deepEqual(await ids(library), []);
    await noteRemovals(library, [told('a')]);
    assert.deepEqual([warnings.length, files.files.size], [2, 0]);
  });
});
