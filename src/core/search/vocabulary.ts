import { Trie } from './trie';

/** From here on characters stand for themselves (CJK): such words are found whole, and have no typos. */
const unspacedFrom = 0x2e80;

export const chunkWords = 4096;

/** The distinct words of all posts, numbered in order of appearance. Words are only ever added. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly trie = new Trie();
  /** Words met since the start; those restored are looked up in the trie when first met. */
  private readonly numbers = new Map<string, number>();
  /** All words, each after a line end, some thousands to a chunk, for finding one inside another; where each begins. */
  private readonly chunks: string[] = [];
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
    if (number === this.words.length) this.push(word);
    this.numbers.set(word, number);
    return number;
  }

  /** Takes over a chunk of words, a line each, of a vocabulary in the order of `grouped`; yields now and then. */
  restoring(): (lines: string) => Generator<void> {
    const { numbers, starts, words, chunks } = this;
    const addToTrie = this.trie.addGrouped();
    return function* (lines) {
      chunks.push(`\n${lines}`);
      let start = 0;
      for (const word of lines.split('\n')) {
        const number = words.push(word) - 1;
        if (word.charCodeAt(0) < unspacedFrom) addToTrie(word, number);
        else numbers.set(word, number);
        starts.push(start);
        start += word.length + 1;
        if (number % 64 === 0) yield;
      }
    };
  }

  /** The numbers of all words, those with a common beginning next to each other; yields now and then. */
  *grouped(): Generator<void, number[]> {
    const numbers: number[] = [];
    for (const head of this.trie.heads()) {
      this.trie.below(head, number => numbers.push(number));
      yield;
    }
    for (const [number, word] of this.words.entries()) {
      if (word.charCodeAt(0) >= unspacedFrom) numbers.push(number);
      if (number % 1024 === 0) yield;
    }
    return numbers;
  }

  /** Calls back with each word that has `part` inside, after its first character. */
  containing(part: string, visit: (word: number) => void): void {
    this.chunks.forEach((text, chunk) => {
      const first = chunk * chunkWords;
      const last = Math.min(first + chunkWords, this.words.length) - 1;
      let from = 0;
      for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, from)) {
        const word = this.wordAt(at, first, last);
        if (at > this.starts[word]! + 1) visit(word);
        if (word === last) return;
        from = this.starts[word + 1]!;
      }
    });
  }

  private push(word: string): void {
    const number = this.words.push(word) - 1;
    if (word.charCodeAt(0) < unspacedFrom) this.trie.add(word, number);
    else this.numbers.set(word, number);
    if (number % chunkWords === 0) {
      // A string that was added to piece by piece keeps the pieces: the finished chunk is made anew in one.
      if (number > 0) {
        this.chunks[this.chunks.length - 1] = `\n${this.words.slice(number - chunkWords, number).join('\n')}`;
      }
      this.chunks.push('');
    }
    const text = this.chunks.at(-1)!;
    this.starts.push(text.length);
    this.chunks[this.chunks.length - 1] = `${text}\n${word}`;
  }

  /** The last of the words `first` to `last` that starts before the position in their chunk. */
  private wordAt(position: number, first: number, last: number): number {
    let low = first;
    let high = last + 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < position) low = middle;
      else high = middle;
    }
    return low;
  }
}
