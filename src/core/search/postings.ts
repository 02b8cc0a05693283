import type { FrozenPostings } from './frozenPostings';

/** Slots in a page. Pages are added one by one, so that growing never copies what is there. */
const pageBits = 15;
const pageSize = 1 << pageBits;
const smallest = 4;
const largest = 1024;

/**
 * Many growing lists of 32-bit entries in few arrays. A list is a chain of blocks, each twice as long as the
 * one before; a block's first slot holds the address of the next:
 *
 *     first -> [next|e e e] -> [next|e e e e e e e] -> [    |e e . . . . . . . . . . . . .]
 *
 * Adding is O(1) and moves nothing, so an index can be built in slices and changed in place
 * (the slice pools of Twitter's Earlybird, Busch et al. 2012). Of an index from disk, the entries that
 * were there already stay as they are, before those added.
 */
export class Postings {
  private readonly pages: Uint32Array[] = [];
  private free = pageSize;
  private lengths = new Uint32Array(1024);
  private first = new Uint32Array(1024);
  private last = new Uint32Array(1024);
  /** Size of the list's last block, and how many of its slots are taken. */
  private sizes = new Uint16Array(1024);
  private used = new Uint16Array(1024);

  constructor(readonly frozen?: FrozenPostings) {}

  /** Entries in the list, those of removed posts included. */
  length(list: number): number {
    return (this.frozen?.length(list) ?? 0) + (this.lengths[list] ?? 0);
  }

  add(list: number, entry: number): void {
    if (list >= this.lengths.length) this.growLists(list);
    if (this.used[list] === this.sizes[list]) this.growList(list);
    const at = this.last[list]! + this.used[list]!++;
    this.pages[at >>> pageBits]![at & (pageSize - 1)] = entry;
    this.lengths[list]!++;
  }

  /** Copies the list to the start of `into`, which must be long enough, and returns its length. */
  read(list: number, into: Uint32Array): number {
    let done = this.frozen?.read(list, into) ?? 0;
    const length = done + (this.lengths[list] ?? 0);
    let block = this.first[list]!;
    let size = smallest;
    while (done < length) {
      const page = this.pages[block >>> pageBits]!;
      const start = block & (pageSize - 1);
      const end = start + Math.min(size, length - done + 1);
      for (let at = start + 1; at < end; at++) into[done++] = page[at]!;
      block = page[start]!;
      size = Math.min(size * 2, largest);
    }
    return length;
  }

  private growList(list: number): void {
    const size = Math.min(this.sizes[list]! * 2 || smallest, largest);
    if (this.free + size > pageSize) {
      this.pages.push(new Uint32Array(pageSize));
      this.free = 0;
    }
    const block = (this.pages.length - 1) * pageSize + this.free;
    this.free += size;
    const previous = this.last[list]!;
    if (this.sizes[list] === 0) this.first[list] = block;
    else this.pages[previous >>> pageBits]![previous & (pageSize - 1)] = block;
    this.last[list] = block;
    this.sizes[list] = size;
    this.used[list] = 1;
  }

  private growLists(list: number): void {
    const grow = <T extends Uint32Array | Uint16Array>(old: T, grown: T) => {
      grown.set(old);
      return grown;
    };
    const size = Math.max(list + 1, this.lengths.length * 2);
    this.lengths = grow(this.lengths, new Uint32Array(size));
    this.first = grow(this.first, new Uint32Array(size));
    this.last = grow(this.last, new Uint32Array(size));
    this.sizes = grow(this.sizes, new Uint16Array(size));
    this.used = grow(this.used, new Uint16Array(size));
  }
}
