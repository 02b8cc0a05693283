import { NumberList } from '../numberList';
import { expand, expandExactly, type Reach } from './expand';
import { Vocabulary } from './vocabulary';
import { fold, words } from './words';

/** Something that an operator can be asked for: an author, a topic, … */
export interface OperatorValue {
  readonly text: string;
  /** How many posts have it; `undefined` when that is not known. */
  readonly posts?: number;
}

/** With fewer values than this, those with one typo are looked for as well, and with two. */
const enough = 3;
/** Words of a text beyond this are left out. */
const mostWords = 24;

/** Finds values by any of their words, sloppily typed. Those pushed first come first. */
export class ValueIndex {
  readonly values: OperatorValue[] = [];
  private readonly vocabulary = new Vocabulary();
  /** An entry for each word of a value: the value's number, and the entry before of that word, from 1; 0 for none. */
  private readonly having = new NumberList(Uint32Array);
  private readonly before = new NumberList(Uint32Array);
  /** By the number of a word: its last entry. */
  private readonly last: number[] = [];
  /** By their folded texts. */
  private readonly same = new Map<string, number>();

  /** Takes in a value; one without any letters or digits cannot be asked for. */
  push(value: OperatorValue): void {
    const found = new Set(words(value.text, 'index'));
    if (found.size === 0) return;
    const number = this.values.push(value) - 1;
    const folded = fold(value.text);
    if (!this.same.has(folded)) this.same.set(folded, number);
    for (const word of found) {
      const at = this.vocabulary.add(word);
      this.having.push(number);
      this.before.push(this.last[at] ?? 0);
      this.last[at] = this.having.length;
    }
  }

  /** Values for a text that is being typed: the one it names, then those it begins or fits, then those with typos. */
  find(typed: string, limit: number): OperatorValue[] {
    const parts = words(typed);
    if (parts.length === 0) return this.values.slice(0, limit);
    const found = new Set<number>();
    const same = this.same.get(fold(typed.trim()));
    if (same !== undefined) found.add(same);
    for (const reach of [0, 1, 2] as const) {
      for (const number of this.matching(parts, reach, limit)) found.add(number);
      if (found.size >= Math.min(enough, limit)) break;
    }
    return Array.from(found, number => this.values[number]!).slice(0, limit);
  }

  /** Up to `limit` values that a query with this text finds: without typos, and `whole` with its words as they are. */
  named(text: string, limit: number, whole = false): OperatorValue[] {
    return this.matching(words(text), whole ? 'whole' : 0, limit).map(number => this.values[number]!);
  }

  /** The first numbers of values that have all the words, ascending. */
  private matching(parts: readonly string[], reach: Reach | 'whole', limit: number): number[] {
    const { vocabulary, having, before, last } = this;
    const matched = new Uint8Array(this.values.length);
    const some = parts.slice(0, mostWords);
    for (const [at, part] of some.entries()) {
      const meaning =
        reach === 'whole'
          ? expandExactly(vocabulary, part)
          : expand(vocabulary, part, reach, at === some.length - 1);
      for (const term of meaning.terms) {
        for (let entry = last[term]!; entry > 0; entry = before.at(entry - 1)!) {
          const number = having.at(entry - 1)!;
          if (matched[number] === at) matched[number] = at + 1;
        }
      }
    }
    const found: number[] = [];
    for (let number = 0; number < matched.length && found.length < limit; number++) {
      if (matched[number] === some.length) found.push(number);
    }
    return found;
  }
}
