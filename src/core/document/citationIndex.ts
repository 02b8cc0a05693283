import type { Post } from '../post';
import type { DocumentCitation } from './citationsIn';
import { KnownPosts, type PostsFollower, targetOf } from './knownPosts';
import { ownText } from './ownText';

/**
 * What a citation counts for; `undefined` where it can mean no post: definitions cite nothing by themselves, and a
 * label cites by being a citation key, so that of a numbered footnote does not.
 */
export function citedTarget(citation: DocumentCitation): string | undefined {
  const isDefinition = citation.kind === 'definition' || citation.kind === 'footnoteDefinition';
  const target = isDefinition ? undefined : targetOf(citation);
  return target && ownText(target);
}

/** Which posts the files of a workspace cite. What a change costs depends on the change, not on the rest. */
export class CitationIndex implements PostsFollower {
  #changed = false;
  readonly #targets = new Map<string, ReadonlySet<string>>();
  /** The files that have a target. */
  readonly #files = new Map<string, Set<string>>();
  /** By id, the files that cite a post, each with the number of targets by which it does. */
  readonly #citing = new Map<string, Map<string, number>>();

  /** @param known the posts that are counted; it has to follow them where others set them */
  constructor(readonly known = new KnownPosts()) {}

  /** By id of the posts that are cited, in how many files. */
  counts(): Map<string, number> {
    return new Map([...this.#citing].map(([id, files]) => [id, files.size]));
  }

  /** The files that cite the post with this id. */
  filesCiting(id: string): string[] {
    return [...(this.#citing.get(id)?.keys() ?? [])];
  }

  /** The files that have a target. */
  filesWith(target: string): string[] {
    return [...(this.#files.get(target) ?? [])];
  }

  /** Says which targets a file has now; none for a file that is gone. Tells whether that changed any post's count. */
  setFile(file: string, targets: ReadonlySet<string>): boolean {
    const before = this.#targets.get(file) ?? new Set();
    let changed = false;
    for (const target of before) {
      if (targets.has(target)) continue;
      const files = this.#files.get(target);
      files?.delete(file);
      if (files?.size === 0) this.#files.delete(target);
      for (const id of this.known.idsOf(target)) changed = this.#tally(id, file, -1) || changed;
    }
    for (const target of targets) {
      if (before.has(target)) continue;
      put(this.#files, target, file);
      for (const id of this.known.idsOf(target)) changed = this.#tally(id, file, 1) || changed;
    }
    if (targets.size > 0) this.#targets.set(file, targets);
    else this.#targets.delete(file);
    return changed;
  }

  /** Takes over the posts of the library, in small steps, as `KnownPosts` does. Tells whether a count changed. */
  *setPosts(posts: readonly Post[]): Generator<void, boolean> {
    yield* this.known.setPosts(posts, this);
    return this.takeChange();
  }

  /** Whether posts that came or went changed a count since this was last asked. */
  takeChange(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  added({ id }: Post, targets: ReadonlySet<string>): void {
    for (const target of targets) {
      for (const file of this.#files.get(target) ?? []) this.#tally(id, file, 1);
    }
    this.#changed ||= this.#citing.has(id);
  }

  removed({ id }: Post): void {
    this.#changed = this.#citing.delete(id) || this.#changed;
  }

  /** Tells whether the file begins or ceases to cite the post. */
  #tally(id: string, file: string, by: 1 | -1): boolean {
    const files = this.#citing.get(id) ?? new Map<string, number>();
    const before = files.get(file) ?? 0;
    if (before + by > 0) this.#citing.set(id, files.set(file, before + by));
    else {
      files.delete(file);
      if (files.size === 0) this.#citing.delete(id);
    }
    return before === 0 || before + by === 0;
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}
