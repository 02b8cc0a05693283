import assert from 'node:assert/strict';
import Module from 'node:module';
import type { FileSystem } from '../../src/core/ports';

const uri = 'memfs:/library.json';
const bytes = (text: string) => new TextEncoder().encode(text);

/** As much of `vscode` as the file system uses: files in memory, and another writer that comes after each write. */
class FakeVscode {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Map<string, readonly (readonly [string, number])[]>();
  writes = 0;
  afterWrite: () => void = () => {};
  readonly FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
  readonly Uri = { parse: (text: string) => text };
  readonly FileSystemError = class extends Error {
    readonly code = 'FileNotFound';
  };
  readonly workspace = {
    fs: {
      readFile: async (path: string) => {
        const bytes = this.files.get(path);
        if (!bytes) throw new this.FileSystemError();
        return bytes;
      },
      stat: async (path: string) => {
        const { length } = await this.workspace.fs.readFile(path);
        return { mtime: this.writes, size: length };
      },
      writeFile: async (path: string, bytes: Uint8Array) => {
        this.writes++;
        this.files.set(path, bytes);
        this.afterWrite();
      },
      readDirectory: async (path: string) => {
        const entries = this.folders.get(path);
        if (!entries) throw new this.FileSystemError();
        return entries;
      },
    },
  };
}

describe('the file system of a virtual workspace', () => {
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  const module = require.resolve('../../src/vscode/library/fileSystem');
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  let vscode: FakeVscode;

  /** Loads the module anew, as a host with these locks would. */
  function open(locks?: unknown): FileSystem {
    vscode = new FakeVscode();
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks } });
    loader._load = (name, ...rest) => (name === 'vscode' ? vscode : load.call(Module, name, ...rest));
    delete require.cache[module];
    return require(module).workspaceFileSystem;
  }

  afterEach(() => {
    loader._load = load;
    delete require.cache[module];
    delete (globalThis as { navigator?: unknown }).navigator;
    if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
  });

  it('gives back what was written, and nothing for a file that is not there', async () => {
    const fileSystem = open();
    assert.equal(await fileSystem.read(uri), undefined);
    assert.equal(await fileSystem.stamp(uri), undefined);
    await fileSystem.write(uri, bytes('Zoë'));
    assert.deepEqual(await fileSystem.read(uri), bytes('Zoë'));
  });

  it('gives a file another stamp when it is another one', async () => {
    const fileSystem = open();
    const stamps = new Set<string | undefined>();
    for (const text of ['Zoë', 'Zoe', 'Zoey']) {
      await fileSystem.write(uri, bytes(text));
      stamps.add(await fileSystem.stamp(uri));
      stamps.add(await fileSystem.stamp(uri));
    }
    assert.equal(stamps.size, 3);
  });

  it('says so when another window wrote over what was just written', async () => {
    const fileSystem = open();
    vscode.afterWrite = () => vscode.files.set(uri, bytes('oars'));
    await assert.rejects(fileSystem.write(uri, bytes('ours')), /changed the file at the same time/);
  });

  it('lists the files and folders of a folder, but no links', async () => {
    const fileSystem = open();
    vscode.folders.set('memfs:/posts', [
      ['a.md', 1],
      ['2021', 2],
      ['link.md', 65],
      ['outside', 66],
      ['socket', 0],
    ]);
    assert.deepEqual(await fileSystem.list('memfs:/posts'), [
      { name: 'a.md', isFolder: false },
      { name: '2021', isFolder: true },
    ]);
    assert.equal(await fileSystem.list('memfs:/none'), undefined);
  });

  it('reads the beginning of a file, unless it would have to load very much for that', async () => {
    const fileSystem = open();
    await fileSystem.write(uri, bytes('Zoë and others'));
    assert.deepEqual(await fileSystem.read(uri, 3), bytes('Zo\u00eb').subarray(0, 3));
    assert.equal(await fileSystem.read('memfs:/none', 3), undefined);
    vscode.files.set(uri, new Uint8Array((16 << 20) + 1));
    await assert.rejects(fileSystem.read(uri, 3), /more than 16 MB/);
    assert.equal((await fileSystem.read(uri))?.length, (16 << 20) + 1);
  });

  const denied = { request: () => Promise.reject(new Error('SecurityError')) };
  for (const [name, locks] of [
    ['without locks', undefined],
    ['that refuses locks', denied],
  ] as const) {
    it(`runs one change at a time in a host ${name}, also after one that failed`, async () => {
      const fileSystem = open(locks);
      const order: string[] = [];
      const change = (step: string) => async () => {
        order.push(`${step} starts`);
        await new Promise(resolve => setTimeout(resolve, 1));
        order.push(`${step} ends`);
        if (step === 'a') throw new Error('failed');
      };
      const first = fileSystem.withLock(uri, change('a'));
      const second = fileSystem.withLock(uri, change('b'));
      await assert.rejects(first, /failed/);
      await second;
      assert.deepEqual(order, ['a starts', 'a ends', 'b starts', 'b ends']);
    });
  }

  it('takes the lock that all windows share, where there is one', async () => {
    const names: string[] = [];
    const fileSystem = open({
      request: (name: string, body: () => Promise<unknown>) => {
        names.push(name);
        return body();
      },
    });
    assert.equal(await fileSystem.withLock(uri, async () => 1), 1);
    assert.deepEqual(names, [`byline ${uri}`]);
    await assert.rejects(
      fileSystem.withLock(uri, () => Promise.reject(new Error('failed'))),
      /failed/,
    );
    assert.equal(names.length, 2);
  });
});
