import { NumberList } from '../numberList';
import type { PostRecord } from '../post';

/**
 * The posts that were read from a file, with a hash of the bytes that each was read from: where these stand in the
 * file again, they need not be read again. `starts` and `ends` are their places in the file; `onOneLine` is 1 for those
 * that stand on one line each.
 */
export class ReadItems {
  readonly posts: PostRecord[] = [];
  readonly hashes = new NumberList(Float64Array);
  readonly starts = new NumberList(Uint32Array);
  readonly ends = new NumberList(Uint32Array);
  readonly onOneLine = new NumberList(Uint8Array);

  add(post: PostRecord, hash: number, start: number, end: number, onOneLine: boolean): void {
    this.posts.push(post);
    this.hashes.push(hash);
    this.starts.push(start);
    this.ends.push(end);
    this.onOneLine.push(Number(onOneLine));
  }
}

/** Finds where values stand in a list, fastest when they are asked for in the order of the list. */
export class Positions<T> {
  #next = 0;
  #all: Map<T, number> | undefined;

  constructor(readonly list: Pick<readonly T[], 'at' | 'length'>) {}

  /** The place after the last one found: where the next value most likely stands. */
  get next(): number {
    return this.#next;
  }

  /** Notes that the next value was found at the place it was expected at. */
  skip(): void {
    this.#next++;
  }

  *of(value: T): Generator<void, number | undefined> {
    if (this.list.at(this.#next) !== value) {
      this.#all ??= yield* this.#index();
      const found = this.#all.get(value);
      if (found === undefined) return undefined;
      this.#next = found;
    }
    return this.#next++;
  }

  *#index(): Generator<void, Map<T, number>> {
    const all = new Map<T, number>();
    for (let index = 0; index < this.list.length; index++) {
      all.set(this.list.at(index)!, index);
      if (index % 256 === 0) yield;
    }
    return all;
  }
}
