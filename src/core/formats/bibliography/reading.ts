import type { PostRecord } from '../../post';
import type { Problem } from '../../problem';
import { cleanText } from '../../text';
import { type CslItem, fromCslItem } from '../cslItem';
import { Shared } from '../shared';

/** An entry that a post was read from. */
export interface Entry extends Span {
  readonly record: PostRecord;
}

/** A part of a text, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a bibliography holds, as text that can be written back piece by piece. */
export interface BibliographyReading {
  /** What the offsets are of: the file's text, or one that says the same in a form that can be written piece by piece. */
  readonly text: string;
  /** In the order of the file; what stands between them is no post. */
  readonly entries: readonly Entry[];
  /** The keys of what has no title, which is no post, but can be cited. */
  readonly untitled: readonly string[];
  readonly problems: readonly Problem[];
  /** Where new entries go. */
  readonly end: number;
  /** Where an entry begins that the end of the file cuts short. */
  readonly cut?: number | undefined;
  /** What has to stand before the first entry of a file that holds none (YAML). */
  readonly head?: string;
  /** White space that each line of an entry begins with (YAML). */
  readonly indent?: string;
  /** Whether more entries stand in the text than were read. */
  readonly isCapped?: boolean;
  /** What entries were read with besides their own text: definitions of macros. */
  readonly context?: string;
}

interface Place extends Span {
  /** 1-based. */
  readonly line: number;
}

/** In UTF-16 units, of an entry: what is longer is refused, as what is made of it takes much memory. */
export const longestEntry = 2_000_000;

/**
 * How many entries are read of a text: 100,000, and as many more as have 250 characters each, as those of people do. A
 * file of a few megabytes could else hold a million that say nothing.
 */
export const mostEntries = ({ length }: string) => Math.max(100_000, Math.floor(length / 250));

/** Of a kind, that are told one by one. */
const mostProblems = 1000;

/** What has been read of a bibliography so far. */
export class ReadingEntries {
  readonly #entries: Entry[] = [];
  readonly #problems: Problem[] = [];
  readonly #counts = new Map<Problem['code'], number>();
  readonly #untitled: string[] = [];
  #isCapped = false;
  readonly #shared = new Shared();
  readonly #known = new Map<string, PostRecord>();

  constructor(readonly source: string) {}

  /** Has entries that stand in the text as they stood before be the same objects, and be read no second time. */
  *remembering({ text, entries }: BibliographyReading): Generator<void, void> {
    for (const { record, start, end } of entries) {
      this.#known.set(text.slice(start, end), record);
      yield;
    }
  }

  /** Whether an entry was read before; then it need not be added. */
  again(entry: string, place: Place): boolean {
    const record = this.#known.get(entry);
    if (record === undefined) return false;
    // Two entries of one text are two posts.
    this.#known.delete(entry);
    this.#push(record, place);
    return true;
  }

  /** @param name tells people which entry it is. */
  add(item: CslItem, name: string, place: Place): void {
    const post = fromCslItem(item);
    if (post) {
      this.#push(this.#shared.post(post), place);
      return;
    }
    if (item.id !== undefined) this.#untitled.push(String(item.id));
    this.#report('untitledEntry', name, place.line);
  }

  unreadable(name: string, line: number): void {
    this.#report('unreadableEntry', name, line);
  }

  /** Says that after so many entries reading stopped. */
  capped(count: number, line: number): void {
    this.#isCapped = true;
    this.#report('longBibliography', `${count}`, line);
  }

  done(
    rest: Omit<BibliographyReading, 'entries' | 'untitled' | 'problems' | 'isCapped'>,
  ): BibliographyReading {
    const more = [...this.#counts.values()].reduce(
      (sum, count) => sum + Math.max(0, count - mostProblems),
      0,
    );
    if (more > 0) this.#problems.push({ code: 'moreProblems', source: this.source, detail: `${more}` });
    return {
      entries: this.#entries,
      untitled: this.#untitled,
      problems: this.#problems,
      ...(this.#isCapped && { isCapped: true }),
      ...rest,
    };
  }

  #push(record: PostRecord, { line, start, end }: Place): void {
    this.#entries.push({ record, start, end });
    const { URL: address } = record.extra ?? {};
    if (record.url === undefined && typeof address === 'string')
      this.#report('unusableAddress', address, line);
  }

  #report(code: Problem['code'], detail: string, line: number): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > mostProblems) return;
    this.#problems.push({ code, source: this.source, line, detail: cleanText(detail.slice(0, 60)) });
  }
}
