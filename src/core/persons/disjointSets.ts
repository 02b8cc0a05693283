/** Texts in sets that are joined two at a time; one never joined is a set of its own. */
export class DisjointSets {
  readonly #parents = new Map<string, string>();

  /** The text that stands for the set of this one. */
  find(text: string): string {
    let root = text;
    for (let above = this.#parents.get(root); above !== undefined; above = this.#parents.get(root)) {
      const next = this.#parents.get(above);
      if (next !== undefined) this.#parents.set(root, next);
      root = above;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#parents.set(one, other);
  }
}
