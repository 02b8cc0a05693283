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
 * (the slice pools of Twitter's Earlybird, Busch et al. 2012).
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

  /** Entries in the list, those of removed posts included. */
  length(list: number): number {
    return this.lengths[list] ?? 0;
  }

  add(list: number, entry: number): void {
    if (list >= this.lengths.length) this.growLists(list);
    if (this.used[list] === this.sizes[list]) this.growList(list);
    const at = this.last[list]! + this.used[list]!++;
    this.pages[at >>> pageBits]![at & (pageSize - 1)] = entry;
    this.lengths[list]!++;
  }

  /** Adds the first `length` of the entries. */
  addAll(list: number, entries: Uint32Array, length: number): void {
    if (list >= this.lengths.length) this.growLists(list);
    let done = 0;
    while (done < length) {
      if (this.used[list] === this.sizes[list]) this.growList(list);
      const at = this.last[list]! + this.used[list]!;
      const count = Math.min(this.sizes[list]! - this.used[list]!, length - done);
      const page = this.pages[at >>> pageBits]!;
      const start = at & (pageSize - 1);
      for (let i = 0; i < count; i++) page[start + i] = entries[done++]!;
      this.used[list]! += count;
    }
    this.lengths[list]! += length;
  }

  /** Copies the list to the start of `into`, which must be long enough, and returns its length. */
  read(list: number, into: Uint32Array): number {
    const length = this.length(list);
    let block = this.first[list]!;
    let size = smallest;
    let done = 0;
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
