import type { CslCite, CslEntry, CslFormatter } from '../../core/csl';
import type { Post } from '../../core/post';
import { runSliced } from '../../core/sliced';

/** A citation style as a preview asks it, which does not wait; it gives `undefined` for what is not there yet. */
export interface PreviewStyle extends Pick<CslFormatter, 'kind'> {
  citation(items: readonly CslCite[], cited: readonly Post[]): string | undefined;
  bibliography(cited: readonly Post[]): readonly CslEntry[] | undefined;
}

/** What a rendering asks for, or what it was given. */
interface Citations<T> {
  readonly cited: readonly Post[];
  /** By `keyOf`. */
  readonly items: Map<string, T>;
}

interface Written extends Citations<string> {
  readonly entries?: readonly CslEntry[];
  readonly fault?: unknown;
}

/** So many posts are formatted in little time. */
const few = 20;

/**
 * Formats the citations of one document, those of a long one in small steps behind the rendering that asks for them:
 * until they are there it gets them as they were before.
 */
export class SlicedStyle implements PreviewStyle {
  readonly kind: CslFormatter['kind'];
  #written: Written = { cited: [], items: new Map() };
  /** By the rendering that is going on. */
  #asked: Citations<readonly CslCite[]> | undefined;
  #writing: (Citations<unknown> & { readonly stop: AbortController }) | undefined;

  /** @param changed called when other citations are there than the last rendering got */
  constructor(
    private readonly style: CslFormatter,
    private readonly changed: () => void,
  ) {
    this.kind = style.kind;
  }

  citation(items: readonly CslCite[], cited: readonly Post[]): string | undefined {
    if (cited.length <= few) return this.style.citation(items, cited);
    const key = keyOf(items);
    this.#ask(cited).set(key, items);
    return this.#last(cited).items.get(key);
  }

  bibliography(cited: readonly Post[]): readonly CslEntry[] | undefined {
    if (cited.length <= few) return this.style.bibliography(cited);
    this.#ask(cited);
    return this.#last(cited).entries;
  }

  /** Ends what is under way, and what the last rendering asked for. */
  dispose(): void {
    this.#asked = undefined;
    this.#writing?.stop.abort();
  }

  /** @throws what the style has thrown for these posts */
  #last(cited: readonly Post[]): Written {
    if (this.#written.fault !== undefined && isSame(cited, this.#written.cited)) throw this.#written.fault;
    return this.#written;
  }

  #ask(cited: readonly Post[]): Citations<readonly CslCite[]>['items'] {
    if (!this.#asked) setTimeout(() => this.#write());
    // A rendering has one list; another one may come before it is looked at.
    if (this.#asked?.cited !== cited) this.#asked = { cited, items: new Map() };
    return this.#asked.items;
  }

  #write(): void {
    const asked = this.#asked;
    this.#asked = undefined;
    if (!asked || covers(this.#writing ?? this.#written, asked)) return;
    this.#writing?.stop.abort();
    const stop = new AbortController();
    const writing = { ...asked, stop };
    this.#writing = writing;
    runSliced(this.#steps(asked), { signal: stop.signal })
      .catch((fault: unknown): Written => ({ ...asked, items: new Map(), fault }))
      .then(written => {
        if (stop.signal.aborted) return;
        this.#writing = undefined;
        this.#written = written;
        this.changed();
      });
  }

  *#steps({ cited, items }: Citations<readonly CslCite[]>): Generator<void, Written> {
    const before = isSame(cited, this.#written.cited) ? this.#written : undefined;
    const texts = new Map(before?.items);
    for (const [key, cites] of items) {
      if (texts.has(key)) continue;
      yield* this.style.preparing(cited);
      texts.set(key, this.style.citation(cites, cited));
      yield;
    }
    const entries = before?.entries ?? (yield* this.style.writingBibliography(cited));
    return { cited, items: texts, entries };
  }
}

const keyOf = (items: readonly CslCite[]): string =>
  JSON.stringify(items.map(({ post, details, form }) => [post.id, details, form]));

/** Whether one has all that the other asks for. */
const covers = (
  one: Citations<unknown> & { readonly fault?: unknown },
  { cited, items }: Citations<unknown>,
): boolean =>
  isSame(cited, one.cited) && (one.fault !== undefined || [...items.keys()].every(key => one.items.has(key)));

const isSame = (one: readonly Post[], other: readonly Post[]): boolean =>
  one.length === other.length && one.every((post, at) => post === other[at]);
