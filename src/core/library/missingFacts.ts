import { isProvisional, type PostRecord } from '../post';

/** What a citation needs and a post lacks, in the order of a citation. */
export function missingFacts(post: PostRecord): ('title' | 'author' | 'issued' | 'containerTitle' | 'url')[] {
  return [
    ...(isProvisional(post) ? (['title'] as const) : []),
    ...(post.author.length === 0 ? (['author'] as const) : []),
    ...(post.issued ? [] : (['issued'] as const)),
    ...(post.containerTitle ? [] : (['containerTitle'] as const)),
    ...(post.url ? [] : (['url'] as const)),
  ];
}
