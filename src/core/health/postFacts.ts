import type { Post } from '../post';
import { type Signers, signersOf } from './citedNames';
import { type Words, wordsOf } from './linkWords';

/** What texts are compared with; made when it is needed first. */
export class PostFacts {
  #title: Words | undefined;
  #signers: Signers | undefined;

  constructor(readonly post: Post) {}

  get title(): Words {
    this.#title ??= wordsOf(this.post.title);
    return this.#title;
  }

  get signers(): Signers {
    this.#signers ??= signersOf(this.post);
    return this.#signers;
  }
}
