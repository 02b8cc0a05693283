import { addressOf } from '../document/definitions';
import { addressesIn, type MarkdownDocument } from '../document/markdown';
import type { Post } from '../post';
import { cleanText } from '../text';
import { linkDestination } from './address';
import { labelOf, normalLabel } from './label';
import type { CitationFormat } from './render';

/**
 * The label of a post's definition in a document: that of the definition it already has there, else its key,
 * with a number where another definition has taken that.
 */
export function chooseLabel(
  document: MarkdownDocument,
  post: Post,
  format: CitationFormat,
): { label: string; isDefined: boolean } {
  const own = labelOf(post.id);
  if (format === 'footnote') return choose(own, document.footnotes, footnoteOf(document, post));
  if (format === 'referenceLink') return choose(own, document.definitions, definitionOf(document, post));
  return { label: own, isDefined: false };
}

interface Labelled {
  readonly label: string;
}

/** Of several definitions for the post its own label is taken first, else the first one. */
function choose<T extends Labelled>(
  own: string,
  taken: ReadonlyMap<string, T>,
  isOfPost: (item: T) => boolean,
) {
  const defined = [taken.get(normalLabel(own)), ...taken.values()].find(item => item && isOfPost(item));
  if (defined) return { label: defined.label, isDefined: true };
  let label = own;
  for (let count = 2; taken.has(normalLabel(label)); count++) label = `${own}-${count}`;
  return { label, isDefined: false };
}

function definitionOf(_: MarkdownDocument, { url }: Post) {
  const address = url && same(url);
  return (definition: { readonly url: string }) => address !== undefined && definition.url === address;
}

function footnoteOf({ text }: MarkdownDocument, post: Post) {
  const address = post.url && same(post.url);
  const plainTitle = plain(post.title);
  return ({
    label,
    start,
    end,
  }: {
    readonly label: string;
    readonly start: number;
    readonly end: number;
  }) => {
    const note = text.slice(start, end);
    return address
      ? addressesIn(note).includes(address)
      : normalLabel(label) === normalLabel(labelOf(post.id)) && plain(note).includes(plainTitle);
  };
}

/** As the address reads once it has been written as a destination. */
const same = (url: string): string => addressOf(linkDestination(url));

/** Letters and digits only, so that escapes don't matter. */
const plain = (text: string): string => cleanText(text).replace(/[^\p{L}\p{N}]+/gu, '');
