/** Keeps the `limit` best of what is offered: a binary heap whose root is the worst kept. */
export class TopK<T> {
  private readonly heap: T[] = [];

  /** `compare` is negative when its first argument is the better one. */
  constructor(
    private readonly limit: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  /** The worst kept, once `limit` are kept. */
  get worst(): T | undefined {
    return this.heap.length < this.limit ? undefined : this.heap[0];
  }

  offer(item: T): void {
    if (this.limit <= 0) return;
    if (this.heap.length < this.limit) this.rise(item);
    else if (this.compare(item, this.heap[0]!) < 0) this.sink(item);
  }

  best(): T[] {
    return this.heap.sort(this.compare);
  }

  private rise(item: T): void {
    const { heap, compare } = this;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (compare(heap[parent]!, item) >= 0) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = item;
  }

  private sink(item: T): void {
    const { heap, compare } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) > 0) child++;
      if (compare(heap[child]!, item) <= 0) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = item;
  }
}
