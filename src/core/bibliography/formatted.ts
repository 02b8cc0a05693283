import type { CslEntry, CslFormatter } from '../csl';
import type { Post } from '../post';

/** What a style says of the posts of a document. */
export interface Formatted {
  readonly posts: readonly Post[];
  /** Writes the entries in small steps: of many posts at once it takes seconds. */
  preparing(): Generator<void, void>;
  entries(): readonly CslEntry[];
  /** The citation of a post by itself; in small steps where the formatter has told of other posts since. */
  citation(post: Post): Generator<void, string>;
}

interface Remembered extends Formatted {
  /** By what was taken for a label and what was not. */
  readonly labels: ReadonlyMap<string, boolean>;
}

const last = new WeakMap<CslFormatter, Remembered>();

/**
 * Asks a formatter once for each thing as long as the posts are the same objects: formatting takes milliseconds an
 * entry, and most times that a document is saved it cites what it cited before.
 */
export function formatted(
  formatter: CslFormatter,
  posts: readonly Post[],
  isLabel: (label: string) => boolean,
): Formatted {
  const before = last.get(formatter);
  if (
    before?.posts.length === posts.length &&
    posts.every((post, at) => before.posts[at] === post) &&
    [...before.labels].every(([label, is]) => isLabel(label) === is)
  ) {
    return before;
  }
  const labels = new Map<string, boolean>();
  const asked = (label: string) => {
    labels.set(label, isLabel(label));
    return isLabel(label);
  };
  let entries: readonly CslEntry[] | undefined;
  let writing: ReturnType<CslFormatter['writingBibliography']> | undefined;
  const citations = new Map<Post, string>();
  const now: Remembered = {
    posts,
    labels,
    *preparing() {
      // Who is stopped goes on from there the next time.
      while (!entries) {
        writing ??= formatter.writingBibliography(posts, { lineStart: true, isLabel: asked });
        const steps = writing;
        writing = undefined; // should it throw
        const step = steps.next();
        if (step.done) entries = step.value;
        else {
          writing = steps;
          yield;
        }
      }
    },
    entries: () => (entries ??= formatter.bibliography(posts, { lineStart: true, isLabel: asked })),
    *citation(post) {
      const before = citations.get(post);
      if (before !== undefined) return before;
      yield* formatter.preparing(posts);
      const citation = formatter.citation([{ post }], posts);
      citations.set(post, citation);
      return citation;
    },
  };
  last.set(formatter, now);
  return now;
}
