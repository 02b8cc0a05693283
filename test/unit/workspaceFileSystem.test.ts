import assert from 'node:assert/strict';
import Module from 'node:module';
import type { FileSystem } from '../../src/core/ports';

const uri = 'memfs:/library.json';

/** As much of `vscode` as the file system uses: files in memory, and another writer that comes after each write. */
class FakeVscode {
  readonly files = new Map<string, Uint8Array>();
  afterWrite: () => void = () => {};
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
      writeFile: async (path: string, bytes: Uint8Array) => {
        this.files.set(path, bytes);
        this.afterWrite();
      },
    },
  };
}

describe('the file system of a virtual workspace', () => {
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  const module = require.resolve('../../src/vscode/fileSystem');
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
    assert.equal(await fileSystem.readText(uri), undefined);
    await fileSystem.writeText(uri, '\uFEFFZoë');
    assert.equal(await fileSystem.readText(uri), '\uFEFFZoë');
  });

  it('refuses a file that is not UTF-8', async () => {
    const fileSystem = open();
    vscode.files.set(uri, Buffer.from('Zo\xeb', 'latin1'));
    await assert.rejects(fileSystem.readText(uri), /library\.json is not UTF-8/);
  });

  it('says so when another window wrote over what was just written', async () => {
    const fileSystem = open();
    vscode.afterWrite = () => vscode.files.set(uri, Buffer.from('theirs'));
    await assert.rejects(fileSystem.writeText(uri, 'ours'), /changed the file at the same time/);
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
