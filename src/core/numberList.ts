type Numbers = Uint8Array | Uint32Array | Float64Array;

/** A list of numbers that grows, with as many bytes for each as the kind of array takes: a plain list takes more. */
export class NumberList<T extends Numbers = Numbers> {
  #numbers: T;
  #length = 0;

  constructor(readonly kind: new (length: number) => T) {
    this.#numbers = new kind(16);
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number | undefined {
    return index < this.#length ? this.#numbers[index] : undefined;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new this.kind(Math.ceil(1.25 * this.#length));
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length++] = number;
  }
}
