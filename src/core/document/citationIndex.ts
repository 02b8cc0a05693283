import { labelOf } from '../citation/label';
import { hashText } from '../hashText';
import type { Post } from '../post';
import { urlKey } from '../url';
import type { DocumentCitation } from './citationsIn';

/**
 * What a citation may mean: the same text for two spellings of one address. `undefined` where it can mean no post:
 * definitions cite nothing by themselves, and a label cites by being a citation key, so that of a numbered footnote
 * does not.
 */
export function citedTarget({ kind, address, key, label = '' }: DocumentCitation): string | undefined {
  if (kind === 'definition' || kind === 'footnoteDefinition') return undefined;
  if (address !== undefined) return /^https?:\/\//i.test(address) ? urlKey(address) : undefined;
  return key === undefined && /^\d+$/.test(label) ? undefined : `@${key ?? label}`;
}

/** Which posts the files of a workspace cite. What a change costs depends on the change, not on the rest. */
export class CitationIndex {
  readonly #posts = new Map<string, Post>();
  /**
   * Ids of the posts that a target may mean, by its hash: the addresses themselves would take as much memory as the
   * rest together. Without `@id`, which says it itself.
   */
  readonly #meant = new Map<number, string | readonly string[]>();
  readonly #targets = new Map<string, ReadonlySet<string>>();
  /** The files that have a target. */
  readonly #files = new Map<string, Set<string>>();
  /** By id, the files that cite a post, each with the number of targets by which it does. */
  readonly #citing = new Map<string, Map<string, number>>();

  /** By id of the posts that are cited, in how many files. */
  counts(): Map<string, number> {
    return new Map([...this.#citing].map(([id, files]) => [id, files.size]));
  }

  /** The files that cite the post with this id. */
  filesCiting(id: string): string[] {
    return [...(this.#citing.get(id)?.keys() ?? [])];
  }

  /** Ids of the posts that a citation means: none, or nearly always one. */
  meantBy(citation: DocumentCitation): string[] {
    const target = citedTarget(citation);
    return target === undefined ? [] : this.#idsOf(target);
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
      for (const id of this.#idsOf(target)) changed = this.#tally(id, file, -1) || changed;
    }
    for (const target of targets) {
      if (before.has(target)) continue;
      put(this.#files, target, file);
      for (const id of this.#idsOf(target)) changed = this.#tally(id, file, 1) || changed;
    }
    if (targets.size > 0) this.#targets.set(file, targets);
    else this.#targets.delete(file);
    return changed;
  }

  /** Takes over the posts of the library, in small steps; those that are the same objects cost next to nothing. */
  *setPosts(posts: readonly Post[]): Generator<void, boolean> {
    let changed = false;
    const gone = new Set(this.#posts.keys());
    for (const post of posts) {
      gone.delete(post.id);
      const before = this.#posts.get(post.id);
      if (before !== post) {
        if (before) changed = this.#remove(before) || changed;
        changed = this.#add(post) || changed;
      }
      yield;
    }
    for (const id of gone) {
      changed = this.#remove(this.#posts.get(id)!) || changed;
      yield;
    }
    return changed;
  }

  #add(post: Post): boolean {
    const { id } = post;
    this.#posts.set(id, post);
    for (const target of targetsOf(post)) {
      if (target !== `@${id}`) this.#meant.set(hashOf(target), single([...this.#others(target, id), id]));
      for (const file of this.#files.get(target) ?? []) this.#tally(id, file, 1);
    }
    return this.#citing.has(id);
  }

  #remove(post: Post): boolean {
    const { id } = post;
    this.#posts.delete(id);
    for (const target of targetsOf(post)) {
      const others = this.#others(target, id);
      if (others.length > 0) this.#meant.set(hashOf(target), single(others));
      else this.#meant.delete(hashOf(target));
    }
    return this.#citing.delete(id);
  }

  #others(target: string, id: string): string[] {
    return this.#candidates(target).filter(other => other !== id);
  }

  #candidates(target: string): string[] {
    return [this.#meant.get(hashOf(target)) ?? []].flat();
  }

  #idsOf(target: string): string[] {
    const id = target.slice(1);
    const named = target.startsWith('@') && this.#posts.has(id) ? [id] : [];
    return [...named, ...this.#candidates(target).filter(other => this.#means(target, other))];
  }

  #means(target: string, id: string): boolean {
    const post = this.#posts.get(id);
    return post !== undefined && target !== `@${id}` && targetsOf(post).has(target);
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

function targetsOf({ id, url }: Post): Set<string> {
  return new Set([...(url ? [urlKey(url)] : []), `@${id}`, `@${labelOf(id)}`]);
}

/** Of 30 bits, which a map keeps without a box around each. */
const hashOf = (target: string): number => hashText(0, target) >> 2;

const single = (ids: readonly string[]): string | readonly string[] => (ids.length === 1 ? ids[0]! : ids);

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}
