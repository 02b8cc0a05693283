import assert from 'node:assert/strict';
import Module from 'node:module';
import type * as cacheModule from '../../src/vscode/library/cache';

const bytes = (text: string) => new TextEncoder().encode(text);

/** As much of `vscode` as the cache uses: files in memory, each with the time it was written. */
class FakeVscode {
  readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  time = 0;
  readonly Uri = { joinPath: (folder: string, name: string) => `${folder}/${name}` };
  readonly workspace = {
    fs: {
      readFile: async (path: string) => this.#file(path).bytes,
      stat: async (path: string) => {
        const inside = [...this.files].find(([each]) => each.startsWith(`${path}/`));
        return inside ? inside[1] : this.#file(path);
      },
      writeFile: async (path: string, bytes: Uint8Array) => {
        // As on a disk: there, but empty, until all is written.
        const file: { bytes: Uint8Array; mtime: number } = { bytes: new Uint8Array(), mtime: this.time };
        this.files.set(path, file);
        await new Promise(resolve => setTimeout(resolve, 1));
        file.bytes = bytes;
      },
      rename: async (from: string, to: string) => {
        this.files.set(to, this.#file(from));
        this.files.delete(from);
      },
      delete: async (path: string) => {
        for (const each of [...this.files.keys()]) {
          if (each === path || each.startsWith(`${path}/`)) this.files.delete(each);
        }
      },
      readDirectory: async (path: string) => {
        const below = [...this.files.keys()].flatMap(each =>
          each.startsWith(`${path}/`) ? each.slice(path.length + 1).split('/')[0]! : [],
        );
        return [...new Set(below)].map(name => [name, 0]);
      },
    },
  };

  #file(path: string) {
    const file = this.files.get(path);
    if (!file) throw new Error(`no ${path}`);
    return file;
  }
}

describe('the cache', () => {
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  const module = require.resolve('../../src/vscode/library/cache');
  const library = (name: string) => `file:/${name}.json` as never;
  let vscode: FakeVscode;
  let cache: cacheModule.Cache;
  let cacheName: typeof cacheModule.cacheName;

  beforeEach(() => {
    vscode = new FakeVscode();
    loader._load = (name, ...rest) => (name === 'vscode' ? vscode : load.call(Module, name, ...rest));
    delete require.cache[module];
    const loaded = require(module) as typeof cacheModule;
    cache = new loaded.Cache('/cache' as never);
    cacheName = loaded.cacheName;
  });
  afterEach(() => {
    loader._load = load;
    delete require.cache[module];
  });

  it('gives back what was written last, and nothing for what is not there', async () => {
    assert.equal(await cache.read('a/search'), undefined);
    await cache.write('a/search', bytes('one'));
    await cache.write('a/search', bytes('two'));
    assert.deepEqual(await cache.read('a/search'), bytes('two'));
    assert.deepEqual([...vscode.files.keys()], ['/cache/a/search']);
  });

  it('gives what was there, and never a part, while something is written', async () => {
    await cache.write('a/search', bytes('one'));
    const writing = [cache.write('a/search', bytes('two')), cache.write('a/search', bytes('three'))];
    assert.deepEqual(await cache.read('a/search'), bytes('one'));
    await Promise.all(writing);
    assert.match(new TextDecoder().decode(await cache.read('a/search')), /^(two|three)$/);
  });

  it('leaves nothing beside when it cannot write', async () => {
    vscode.workspace.fs.rename = () => Promise.reject(new Error('busy'));
    await cache.write('a/search', bytes('one'));
    assert.deepEqual([...vscode.files.keys()], []);
  });

  it('keeps the files of the libraries that were in use last', async () => {
    const search = (name: string) => cacheName('search', library(name));
    const names = Array.from({ length: 20 }, (_, index) => `library-${index}`);
    for (const name of names) {
      vscode.time++;
      await cache.use(library(name));
      await cache.write(search(name), bytes(name));
      await cache.use(library(names[0]!));
    }
    const kept = await Promise.all(names.map(name => cache.read(search(name))));
    assert.deepEqual(
      names.filter((_, index) => kept[index]),
      [names[0], ...names.slice(-7)],
    );
  });

  it('deletes in time what windows that were closed left', async () => {
    vscode.files.set('/cache/new-1', { bytes: bytes('half'), mtime: 0 });
    for (let index = 0; index < 20; index++) {
      vscode.time++;
      await cache.use(library(`${index}`));
    }
    assert.ok(!vscode.files.has('/cache/new-1'));
  });
});
