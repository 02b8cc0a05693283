/** No child, no sibling, no term. Node 0 is the root, which is nobody's child. */
const none = -1;

/**
 * Words as paths of UTF-16 units, each node with its first child and next sibling. It grows in place, and
 * gives both the words that begin with a prefix and, walked with an edit-distance row (`typos.ts`), the words
 * a few typos away.
 */
export class Trie {
  unit = new Uint16Array(4096);
  child = new Int32Array(4096).fill(none);
  sibling = new Int32Array(4096).fill(none);
  /** The term that ends at the node, or -1. */
  term = new Int32Array(4096).fill(none);
  private size = 1;

  add(word: string, term: number): void {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      const next = this.step(node, unit);
      node = next === none ? this.branch(node, unit) : next;
    }
    this.term[node] = term;
  }

  /**
   * Adds words, given one by one, of which those with a common beginning come next to each other, to a trie that has
   * none: each branches off the one before, without being looked for.
   */
  addGrouped(): (word: string, term: number) => void {
    const path = [0];
    let before = '';
    return (word, term) => {
      let depth = 0;
      while (depth < before.length && before.charCodeAt(depth) === word.charCodeAt(depth)) depth++;
      for (; depth < word.length; depth++)
        path[depth + 1] = this.branch(path[depth]!, word.charCodeAt(depth));
      this.term[path[word.length]!] = term;
      before = word;
    };
  }

  /** The term of the word. */
  get(word: string): number | undefined {
    const node = this.find(word);
    const term = node === none ? none : this.term[node]!;
    return term === none ? undefined : term;
  }

  /** The node of the prefix, or -1. */
  find(prefix: string): number {
    let node = 0;
    for (let at = 0; at < prefix.length && node !== none; at++) node = this.step(node, prefix.charCodeAt(at));
    return node;
  }

  /** Every term at or below the node, with the number of units between. */
  below(node: number, visit: (term: number, depth: number) => void): void {
    if (node === none) return;
    const nodes = [node];
    const depths = [0];
    while (nodes.length > 0) {
      const current = nodes.pop()!;
      const depth = depths.pop()!;
      const term = this.term[current]!;
      if (term !== none) visit(term, depth);
      for (let next = this.child[current]!; next !== none; next = this.sibling[next]!) {
        nodes.push(next);
        depths.push(depth + 1);
      }
    }
  }

  /** The nodes right below the root. */
  *heads(): Generator<number> {
    for (let node = this.child[0]!; node !== none; node = this.sibling[node]!) yield node;
  }

  private step(node: number, unit: number): number {
    let next = this.child[node]!;
    while (next !== none && this.unit[next] !== unit) next = this.sibling[next]!;
    return next;
  }

  private branch(node: number, unit: number): number {
    if (this.size === this.unit.length) this.grow();
    const added = this.size++;
    this.unit[added] = unit;
    this.sibling[added] = this.child[node]!;
    this.child[node] = added;
    return added;
  }

  private grow(): void {
    const size = this.size * 2;
    const units = new Uint16Array(size);
    units.set(this.unit);
    this.unit = units;
    const links = (old: Int32Array) => {
      const grown = new Int32Array(size).fill(none, old.length);
      grown.set(old);
      return grown;
    };
    this.child = links(this.child);
    this.sibling = links(this.sibling);
    this.term = links(this.term);
  }
}
