import { hashText } from '../hashText';
import type { Post } from '../post';

const empty = -1;
/** The place of one that was removed: those after it are still to be found. */
const removed = -2;

/**
 * Numbers of posts by id: a hash table with open addressing, whose keys are the posts' own ids. A `Map` of 100,000 ids
 * takes ten times as long to fill, and stops everything for milliseconds whenever it grows.
 */
export class Numbers {
  size = 0;
  private slots = new Int32Array(1024).fill(empty);
  /** By number: growing need not go through the posts again, which lie all over the memory. */
  private hashes = new Int32Array(512);
  private taken = 0;
  /** Another one in each process, so that nobody can choose ids that collide. */
  private readonly seed = (Math.random() * 2 ** 32) | 0;

  constructor(private readonly posts: readonly (Post | undefined)[]) {}

  get(id: string): number | undefined {
    const slot = this.find(id);
    return slot === empty ? undefined : this.slots[slot]!;
  }

  /** Notes the post's number; there must be none of the same id. */
  add(number: number): void {
    if (number >= this.hashes.length) this.reserve(2 * number);
    if (2 * (this.taken + 1) > this.slots.length) this.rebuild(this.size + 1);
    this.hashes[number] = this.hash(this.posts[number]!.id);
    this.put(number);
    this.size++;
  }

  /** To be called while the post still has its number. */
  delete(id: string): void {
    const slot = this.find(id);
    if (slot === empty) return;
    this.slots[slot] = removed;
    this.size--;
  }

  /** Makes room for the numbers below `count`. */
  reserve(count: number): void {
    if (count > this.hashes.length) {
      const hashes = new Int32Array(count);
      hashes.set(this.hashes);
      this.hashes = hashes;
    }
    if (2 * count > this.slots.length) this.rebuild(count);
  }

  private find(id: string): number {
    const { slots, posts, hashes } = this;
    const mask = slots.length - 1;
    const hash = this.hash(id);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]!;
      if (number === empty) return empty;
      if (number !== removed && hashes[number] === hash && posts[number]!.id === id) return slot;
    }
  }

  private put(number: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashes[number]! & mask;
    while (this.slots[slot]! !== empty) slot = (slot + 1) & mask;
    this.slots[slot] = number;
    this.taken++;
  }

  /** Sets the slots anew, half of them free when there are `count` posts. */
  private rebuild(count: number): void {
    const before = this.slots;
    this.slots = new Int32Array(2 << Math.ceil(Math.log2(count + 1))).fill(empty);
    this.taken = 0;
    for (const number of before) if (number >= 0) this.put(number);
  }

  private hash(id: string): number {
    const hash = hashText(this.seed, id);
    return hash ^ (hash >>> 16);
  }
}
