import assert from 'node:assert/strict';
import Module from 'node:module';
import type { ToldEntry } from '../../src/core/sources/reading';
import type { Source } from '../../src/core/sources/source';
import { newState } from '../../src/core/sources/state';
import type * as memoriesModule from '../../src/vscode/sources/sourceMemories';

/** Files in memory. */
class FakeFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly written: string[] = [];
  writing = 0;
  mostWriting = 0;
  /** Called before a file is there. */
  before = (_name: string) => {};

  uri(name: string): never {
    return `memory:/${name}` as never;
  }
  async read(name: string): Promise<Uint8Array | undefined> {
    return this.files.get(name);
  }
  async write(name: string, bytes: Uint8Array): Promise<void> {
    this.mostWriting = Math.max(this.mostWriting, ++this.writing);
    await new Promise(resolve => setTimeout(resolve, 1));
    this.before(name);
    this.files.set(name, bytes);
    this.written.push(name);
    this.writing--;
  }
}

describe('what is kept of sources', () => {
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  let SourceMemories: typeof memoriesModule.SourceMemories;
  let files: FakeFiles;
  const library = 'file:///posts.json' as never;
  const feeds = (count: number) =>
    Array.from(
      { length: count },
      (_, at): Source => ({ kind: 'feed', location: `https://example.com/${at}` }),
    );
  const state = { ...newState, reached: 1, checked: 1 };
  const entries = ({ location }: Source): readonly ToldEntry[] => [
    { key: location, post: 'a', isMade: true, record: { id: 'a', title: location } } as unknown as ToldEntry,
  ];
  const keep = (memories: memoriesModule.SourceMemories, sources: readonly Source[]) =>
    memories.keep(
      sources.map(source => [source, state] as const),
      sources.map(source => [source, entries(source)] as const),
    );

  before(() => {
    loader._load = (name, ...rest) => (name === 'vscode' ? {} : load.call(Module, name, ...rest));
    ({ SourceMemories } = require('../../src/vscode/sources/sourceMemories') as typeof memoriesModule);
  });
  after(() => {
    loader._load = load;
    for (const name of ['library/cache', 'sources/sourceMemories']) {
      delete require.cache[require.resolve(`../../src/vscode/${name}`)];
    }
  });
  beforeEach(() => {
    files = new FakeFiles();
  });

  it('is there for another window, entries and states', async () => {
    const sources = feeds(100);
    await keep(new SourceMemories(files, library), sources);
    const other = new SourceMemories(files, library);
    await other.reload();
    for (const source of sources) {
      assert.deepEqual(other.state(source), state);
      assert.deepEqual(await other.entries(source), entries(source));
    }
  });

  it('is written many files at a time, and only what is another', async () => {
    const memories = new SourceMemories(files, library);
    const sources = feeds(100);
    await keep(memories, sources);
    assert.ok(files.mostWriting > 8 && files.mostWriting <= 16, `${files.mostWriting} at a time`);
    files.written.length = 0;
    await memories.keep(
      sources.map(source => [source, state] as const),
      await Promise.all(sources.map(async source => [source, (await memories.entries(source))!] as const)),
    );
    assert.equal(files.written.length, 1);
  });

  it('is kept for the sources that were written before a window is closed, and never a state without its entries', async () => {
    const sources = feeds(200);
    let left = 150;
    files.before = () => {
      if (left-- <= 0) throw new Error('closed');
    };
    await assert.rejects(keep(new SourceMemories(files, library), sources), /closed/);
    files.before = () => {};
    const next = new SourceMemories(files, library);
    await next.reload();
    const known = sources.filter(source => next.state(source) !== newState);
    assert.ok(known.length >= 100 && known.length < 150, `${known.length} states`);
    for (const source of known) assert.deepEqual(await next.entries(source), entries(source));
  });

  it('is forgotten when it is to be', async () => {
    const [gone, ...others] = feeds(3);
    const memories = new SourceMemories(files, library);
    await keep(memories, [gone!, ...others]);
    await memories.forget([gone!]);
    assert.equal(memories.state(gone!), newState);
    assert.equal(await memories.entries(gone!), undefined);
    assert.deepEqual(await memories.entries(others[0]!), entries(others[0]!));
  });
});
