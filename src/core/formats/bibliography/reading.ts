import type { PostRecord } from '../../post';
import type { Problem } from '../../problem';
import { cleanText } from '../../text';
import { type CslItem, fromCslItem } from '../cslItem';
import { Shared } from '../shared';

/** An entry that a post was read from; offsets are of the file's text. */
export interface Entry {
  readonly record: PostRecord;
  readonly start: number;
  readonly end: number;
}

/** What a bibliography holds, as text that can be written back piece by piece. */
export interface BibliographyReading {
  /** In the order of the file; what stands between them is no post. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

interface Place {
  /** 1-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What has been read of a bibliography so far. */
export class ReadingEntries {
  readonly #entries: Entry[] = [];
  readonly #problems: Problem[] = [];
  readonly #shared = new Shared();

  constructor(readonly source: string) {}

  /** @param name tells people which entry it is. */
  add(item: CslItem, name: string, { line, start, end }: Place): void {
    const post = fromCslItem(item);
    if (!post) {
      this.#report('untitledEntry', name, line);
      return;
    }
    this.#entries.push({ record: this.#shared.post(post), start, end });
    const { URL: address } = post.extra ?? {};
    if (post.url === undefined && typeof address === 'string') this.#report('unusableAddress', address, line);
  }

  unreadable(name: string, line: number): void {
    this.#report('unreadableEntry', name, line);
  }

  done(): BibliographyReading {
    return { entries: this.#entries, problems: this.#problems };
  }

  #report(code: Problem['code'], detail: string, line: number): void {
    this.#problems.push({ code, source: this.source, line, detail: cleanText(detail.slice(0, 60)) });
  }
}
