import { normalLabel } from '../citation/label';
import type { DocumentCitation } from './citationsIn';
import type { KnownPosts } from './knownPosts';

/** What a citation means, to find those that mean the same: posts, else a key, else a label of one document. */
export interface Meaning {
  /** Ids of posts. */
  readonly posts: ReadonlySet<string>;
  /** Of what is no post of the library. */
  readonly key?: string;
  /** What labels of the same document stand for; see `labelName`. */
  readonly label?: string;
}

type Known = Pick<KnownPosts, 'meantBy'>;

/** `undefined` for what can mean no post and has no label: an address that no post has. */
export function meaningOf(citation: DocumentCitation, known: Known): Meaning | undefined {
  const posts = new Set(known.meantBy(citation).map(({ id }) => id));
  const label = labelName(citation);
  const key = posts.size === 0 ? citation.key : undefined;
  if (posts.size === 0 && key === undefined && label === undefined) return undefined;
  return { posts, ...(key !== undefined && { key }), ...(label !== undefined && { label }) };
}

/** @param isSameDocument as that of the citation whose meaning it is: labels hold within one */
export function isMeant(
  { posts, key, label }: Meaning,
  citation: DocumentCitation,
  known: Known,
  isSameDocument: boolean,
): boolean {
  if (isSameDocument && label !== undefined && labelName(citation) === label) return true;
  if (posts.size > 0) return known.meantBy(citation).some(({ id }) => posts.has(id));
  return key !== undefined && citation.key === key;
}

/** Equal for the references to one definition and for that itself. */
export function labelName({ kind, label }: DocumentCitation): string | undefined {
  if (label === undefined) return undefined;
  const isFootnote = kind === 'footnoteReference' || kind === 'footnoteDefinition';
  return (isFootnote ? '^' : '') + normalLabel(label);
}

export function isDefinition({ kind }: DocumentCitation): boolean {
  return kind === 'definition' || kind === 'footnoteDefinition';
}
