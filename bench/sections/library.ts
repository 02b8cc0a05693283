import { monitorEventLoopDelay } from 'node:perf_hooks';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { adding } from '../../src/core/library/library';
import { LibraryFile } from '../../src/core/library/libraryFile';
import type { FileSystem } from '../../src/core/ports';
import type { PostRecord } from '../../src/core/post';
import { generatePosts } from '../generator';
import { memory, printTable, short } from '../measure';
import type { Options } from '../options';
import { lexicons } from './search';

const rounds = 3;

/** What a library file costs as the editor reads and changes it: in slices, everything but the disk. */
export async function benchLibrary({ posts, seed }: Options): Promise<void> {
  console.log(
    `\nlibrary: the file of posts of “engineering”, seed ${seed}; the best of ${rounds} rounds,` +
      ` in processor time as well, and how long other work waited in the worst of them`,
  );
  for (const size of posts) await measure(size, seed);
  if (!globalThis.gc) console.log('  Memory needs node --expose-gc.');
}

async function measure(size: number, seed: number): Promise<void> {
  const files = new OneFile(formatCslJson(generatePosts(lexicons.engineering!, size, seed)));
  const text = new TextDecoder().decode(files.bytes);
  const parse = Math.min(...Array.from({ length: rounds }, () => processorTime(() => JSON.parse(text))));
  const record = (name: string): PostRecord => ({
    title: `Post of ${name}`,
    author: [{ family: 'Lee', given: 'Ann' }],
    keywords: [],
    url: `https://blog.example/${name}`,
  });
  const results = new Map<string, Result>();
  const retained = await retainedBy(files);
  for (let round = 0; round < rounds; round++) {
    const file = new LibraryFile('memory:/library.json', files);
    const note = async (name: string, work: () => Promise<unknown>) =>
      results.set(name, better(await watched(work), results.get(name)));
    await note('read', () => file.read());
    await note('again, unchanged', () => file.read());
    files.bytes = new TextEncoder().encode(text.replace('"title":"', '"title":"New: '));
    await note('again, one post changed', () => file.read());
    await note('add one post', () =>
      file.update(function* (posts) {
        return (yield* adding(posts, [record(`round-${round}`)])).posts;
      }),
    );
    await note('change one post', () =>
      file.update(posts => posts.map((post, at) => (at === 7 ? { ...post, title: `${round}` } : post))),
    );
    await note('write all anew', () => file.update(posts => posts.map(post => ({ ...post }))));
    files.bytes = new TextEncoder().encode(text);
  }
  console.log(
    `\n  ${size} posts, ${short(files.bytes.length / 1e6)} MB; JSON.parse of it alone: ${short(parse)} processor ms;` +
      ` in memory: ${short(globalThis.gc ? retained : Number.NaN)} MB`,
  );
  printTable(
    ['what', 'ms', 'processor ms', 'beside JSON.parse', 'wait p99 ms', 'longest'],
    [...results].map(([name, { ms, processor, p99, longest }]) => [
      name,
      short(ms),
      short(processor),
      short(processor / parse),
      short(p99),
      short(longest),
    ]),
  );
}

/** Milliseconds of all threads. */
function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  return processorSince(before);
}

function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Megabytes that a library takes once it was read. */
async function retainedBy(files: FileSystem): Promise<number> {
  const file = new LibraryFile('memory:/library.json', files);
  const before = await settled();
  const { posts } = await file.read();
  const after = await settled();
  return posts.length > 0 && file.uri ? after - before : 0;
}

/** Buffers are freed some time after the objects that held them. */
async function settled(): Promise<number> {
  memory();
  await new Promise(resolve => setTimeout(resolve, 100));
  return memory();
}

interface Result {
  readonly ms: number;
  /** Milliseconds of all threads: what a busy machine does not change. */
  readonly processor: number;
  /** Milliseconds by which a timer was late. */
  readonly p99: number;
  readonly longest: number;
}

async function watched(work: () => Promise<unknown>): Promise<Result> {
  globalThis.gc?.();
  await new Promise(resolve => setTimeout(resolve, 20));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const ms = performance.now() - start;
  const processor = processorSince(before);
  await new Promise(resolve => setTimeout(resolve, 2));
  delay.disable();
  return { ms, processor, p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 };
}

function better(result: Result, before: Result = result): Result {
  return {
    ms: Math.min(result.ms, before.ms),
    processor: Math.min(result.processor, before.processor),
    p99: Math.max(result.p99, before.p99),
    longest: Math.max(result.longest, before.longest),
  };
}

/** A disk that takes no time. */
class OneFile implements FileSystem {
  bytes: Uint8Array;

  constructor(text: string) {
    this.bytes = new TextEncoder().encode(text);
  }

  async read(): Promise<Uint8Array> {
    return this.bytes;
  }

  async write(_uri: string, bytes: Uint8Array): Promise<void> {
    this.bytes = bytes;
  }

  async stamp(): Promise<string> {
    return '';
  }

  async list(): Promise<undefined> {}

  withLock<T>(_uri: string, body: () => Promise<T>): Promise<T> {
    return body();
  }
}
