import { Trie } from './trie';

/** From here on characters stand for themselves (CJK): such words are found whole, and have no typos. */
const unspacedFrom = 0x2e80;

/** The distinct words of all posts, numbered in order of appearance. Words are only ever added. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly trie = new Trie();
  /** Words met since the start; those restored are looked up in the trie when first met. */
  private readonly numbers = new Map<string, number>();
  /** All words, each after a line end, for finding one inside another; and where each begins. */
  private text = '';
  private readonly starts: number[] = [];

  get size(): number {
    return this.words.length;
  }

  find(word: string): number | undefined {
    return this.numbers.get(word) ?? this.trie.get(word);
  }

  /** The number of the word, a new one if need be. */
  add(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.trie.get(word) ?? this.words.length;
    if (number === this.words.length) {
      this.starts.push(this.text.length);
      this.text += `\n${word}`;
      this.push(word);
    }
    this.numbers.set(word, number);
    return number;
  }

  /** Takes over the words of `lines`, one a line, into a vocabulary that has none yet; yields after each. */
  *restore(lines: string): Generator<void> {
    if (lines === '') return;
    this.text = `\n${lines}`;
    let start = 0;
    for (const word of lines.split('\n')) {
      this.starts.push(start);
      start += word.length + 1;
      this.push(word);
      yield;
    }
  }

  /**
   * The numbers of all words, those with a common beginning next to each other: added to another vocabulary in this
   * order, each finds its place in the trie at once.
   */
  grouped(): number[] {
    const numbers: number[] = [];
    this.trie.below(0, number => numbers.push(number));
    this.words.forEach((word, number) => {
      if (word.charCodeAt(0) >= unspacedFrom) numbers.push(number);
    });
    return numbers;
  }

  /** Calls back with each word that has `part` inside, after its first character. */
  containing(part: string, visit: (word: number) => void): void {
    let word = 0;
    for (let at = this.text.indexOf(part); at !== -1; at = this.text.indexOf(part, this.starts[word + 1])) {
      word = this.wordAt(at);
      if (at > this.starts[word]! + 1) visit(word);
      if (word + 1 === this.words.length) return;
    }
  }

  private push(word: string): void {
    const number = this.words.push(word) - 1;
    if (word.charCodeAt(0) < unspacedFrom) this.trie.add(word, number);
    else this.numbers.set(word, number);
  }

  private wordAt(position: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < position) low = middle;
      else high = middle;
    }
    return low;
  }
}
