import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FolderEntry } from '../../../src/core/ports';
import { nodeFileSystem } from '../../../src/node/fileSystem';
import { MemoryFileSystem } from '../../fakes';

const byName = (entries: readonly FolderEntry[] | undefined) =>
  [...(entries ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));

describe('listing a folder', () => {
  let root: string;

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'byline-list-'));
    await mkdir(join(root, 'posts', 'a b'), { recursive: true });
    await writeFile(join(root, 'posts', 'über 100%.md'), 'text');
    await writeFile(join(root, 'outside.md'), 'text');
    await symlink(join(root, 'outside.md'), join(root, 'posts', 'link.md'));
    await symlink(root, join(root, 'posts', 'loop'));
  });

  after(() => rm(root, { recursive: true }));

  it('on Node names its files and folders, and no links', async () => {
    assert.deepEqual(byName(await nodeFileSystem.list(pathToFileURL(join(root, 'posts')).href)), [
      { name: 'a b', isFolder: true },
      { name: 'über 100%.md', isFolder: false },
    ]);
    assert.equal(await nodeFileSystem.list(pathToFileURL(join(root, 'none')).href), undefined);
    await assert.rejects(nodeFileSystem.list(pathToFileURL(join(root, 'outside.md')).href), /is a file/);
  });

  it('in memory names what stands in it, and nothing deeper', async () => {
    const files = new MemoryFileSystem({ 'memfs:/a/b.md': '', 'memfs:/a/c/d.md': '', 'memfs:/a/c/e.md': '' });
    assert.deepEqual(byName(await files.list('memfs:/a/')), [
      { name: 'b.md', isFolder: false },
      { name: 'c', isFolder: true },
    ]);
    assert.equal(await files.list('memfs:/b'), undefined);
  });
});
