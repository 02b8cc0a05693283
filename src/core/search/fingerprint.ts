import { hashText } from '../hashText';
import type { Post } from '../post';

/** Tells whether a post is still the one that was indexed: a hash (32 bits) of its id and of all that is searched. */
export function fingerprint(post: Post): number {
  let hash = hashText(0x811c9dc5, post.id);
  hash = hashText(hash, post.title);
  for (const { family, given, literal, droppingParticle, nonDroppingParticle, suffix } of post.author) {
    hash = hashText(hashText(hashText(hash, family), given), literal);
    hash = hashText(hashText(hashText(hash, droppingParticle), nonDroppingParticle), suffix);
  }
  for (const keyword of post.keywords) hash = hashText(hash, keyword);
  return hashText(hashText(hash, post.containerTitle), post.abstract) >>> 0;
}
