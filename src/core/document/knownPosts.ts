import { labelOf } from '../citation/label';
import { hashText } from '../hashText';
import type { Post } from '../post';
import { urlKey } from '../url';
import type { DocumentCitation } from './citationsIn';
import { ownText } from './ownText';

/** What a citation, or the definition it refers to, may mean: the same text for two spellings of one address. */
export function targetOf({ address, key, label = '' }: DocumentCitation): string | undefined {
  if (address !== undefined) return /^https?:\/\//i.test(address) ? urlKey(address) : undefined;
  return key === undefined && /^\d+$/.test(label) ? undefined : `@${key ?? label}`;
}

/** Hears which posts come and go; a post that changes does both. */
export interface PostsFollower {
  added(post: Post, targets: ReadonlySet<string>): void;
  removed(post: Post): void;
}

/** To one question; then they are forgotten. */
const mostAnswers = 20_000;

/** The posts that a citation can mean, by address and key. */
export class KnownPosts {
  readonly #posts = new Map<string, Post>();
  /**
   * Ids of the posts that a target may mean, by its hash: the addresses themselves would take as much memory as the
   * rest together. Without `@id`, which says it itself.
   */
  readonly #meant = new Map<number, string | readonly string[]>();

  readonly #answers = new Map<string, Map<string, unknown>>();

  /** In no order to rely on. */
  get posts(): Iterable<Post> {
    return this.#posts.values();
  }

  get size(): number {
    return this.#posts.size;
  }

  byId(id: string): Post | undefined {
    return this.#posts.get(id);
  }

  /**
   * The posts that a citation means: none, or nearly always one. A definition means the post of its address, that of a
   * footnote the post whose key its label is.
   */
  meantBy(citation: DocumentCitation): readonly Post[] {
    const { address } = citation;
    const before =
      address === undefined ? undefined : this.answersTo<readonly Post[]>('address').get(address);
    if (before) return before;
    const target = targetOf(citation);
    const posts = target === undefined ? [] : this.idsOf(target).map(id => this.#posts.get(id)!);
    if (address !== undefined) this.answersTo('address').set(ownText(address), posts);
    return posts;
  }

  /** Ids of the posts that a target means. */
  idsOf(target: string): string[] {
    const id = target.slice(1);
    const named = target.startsWith('@') && this.#posts.has(id) ? [id] : [];
    return [...named, ...this.#candidates(target).filter(other => this.#means(target, other))];
  }

  /** Where answers to a question about the posts are kept, by what is asked; an empty map after each change of them. */
  answersTo<T>(question: string): Map<string, T> {
    let answers = this.#answers.get(question) as Map<string, T> | undefined;
    if (!answers || answers.size > mostAnswers) {
      answers = new Map();
      this.#answers.set(question, answers);
    }
    return answers;
  }

  /**
   * Takes over the posts of the library, in small steps; those that are the same objects cost next to nothing. Tells
   * whether any came, changed or went.
   */
  *setPosts(posts: readonly Post[], follower?: PostsFollower): Generator<void, boolean> {
    let changed = false;
    const gone = new Set(this.#posts.keys());
    for (const post of posts) {
      gone.delete(post.id);
      const before = this.#posts.get(post.id);
      if (before !== post) {
        if (before) this.#remove(before, follower);
        this.#add(post, follower);
        changed = true;
      }
      yield;
    }
    for (const id of gone) {
      this.#remove(this.#posts.get(id)!, follower);
      changed = true;
      yield;
    }
    return changed;
  }

  #add(post: Post, follower?: PostsFollower): void {
    const { id } = post;
    this.#posts.set(id, post);
    this.#answers.clear();
    const targets = targetsOf(post);
    for (const target of targets) {
      if (target !== `@${id}`) this.#meant.set(hashOf(target), single([...this.#others(target, id), id]));
    }
    follower?.added(post, targets);
  }

  #remove(post: Post, follower?: PostsFollower): void {
    const { id } = post;
    this.#posts.delete(id);
    this.#answers.clear();
    for (const target of targetsOf(post)) {
      const others = this.#others(target, id);
      if (others.length > 0) this.#meant.set(hashOf(target), single(others));
      else this.#meant.delete(hashOf(target));
    }
    follower?.removed(post);
  }

  #others(target: string, id: string): string[] {
    return this.#candidates(target).filter(other => other !== id);
  }

  #candidates(target: string): string[] {
    return [this.#meant.get(hashOf(target)) ?? []].flat();
  }

  #means(target: string, id: string): boolean {
    const post = this.#posts.get(id);
    if (!post || target === `@${id}`) return false;
    if (target.startsWith('@')) return target === `@${labelOf(id)}`;
    return post.url !== undefined && target === urlKey(post.url);
  }
}

function targetsOf({ id, url }: Post): Set<string> {
  return new Set([...(url ? [urlKey(url)] : []), `@${id}`, `@${labelOf(id)}`]);
}

/** Of 30 bits, which a map keeps without a box around each. */
const hashOf = (target: string): number => hashText(0, target) >> 2;

const single = (ids: readonly string[]): string | readonly string[] => (ids.length === 1 ? ids[0]! : ids);
