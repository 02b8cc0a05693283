import { addressOf } from '../document/definitions';
import { addressesIn, type MarkdownDocument } from '../document/markdown';
import type { Post } from '../post';
import { cleanText } from '../text';
import { linkDestination } from './address';
import { isNumbered, locatorText } from './aroundCitation';
import type { CitationDetails } from './details';
import { labelOf, normalLabel } from './label';
import { type CitationFormat, type RenderOptions, renderCitation } from './render';
import { citedAddress } from './textFragment';

/**
 * The label of a post's definition in a document: that of the definition it already has there, else its key,
 * with a number where another definition has taken that. A note with details, or of several posts, is one of its own.
 */
export function chooseLabel(
  document: MarkdownDocument,
  post: Post,
  format: CitationFormat,
  options: Partial<RenderOptions> = {},
): { label: string; isDefined: boolean } {
  const { details = {}, others = [] } = options;
  const key = labelOf(post.id);
  if (format === 'footnote' || (format === 'csl' && options.csl?.kind === 'note')) {
    const ending = noteEnding(details) + (others.length > 0 ? several : '');
    const { definition = '' } = renderCitation(post, format, options);
    const isOfPost = footnoteOf(document, post, definition, ending !== '');
    return choose(key + ending, document.footnotes, isOfPost);
  }
  if (format === 'referenceLink') {
    const isQuote = details.locator?.label === 'quote';
    return choose(isQuote ? `${key}-quote` : key, document.definitions, definitionOf(post, details));
  }
  return { label: key, isDefined: false };
}

/** Ends the label of a note that cites other posts as well. */
const several = '-etal';
const ofSeveral = new RegExp(`${several}(?:-\\d+)?$`, 'i');

/** Tells the notes of one post apart: "-sec3", "-p12", "-quote"; empty where there is nothing to say. */
function noteEnding({ locator, prefix, suffix }: CitationDetails): string {
  if (locator?.label === 'quote') return '-quote';
  if (!locator) return prefix || suffix ? '-note' : '';
  const text = isNumbered(locator.value) ? locatorText(locator) : locator.label;
  return `-${text.toLowerCase().replace(/[^a-z0-9]+/g, '')}`;
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

function definitionOf({ url }: Post, details: CitationDetails) {
  const address = url && same(citedAddress(url, details));
  return (definition: { readonly url: string }) => address !== undefined && same(definition.url) === address;
}

/** @param definition what would be written; with details only the same is taken, without them what cites the post alone */
function footnoteOf({ text }: MarkdownDocument, post: Post, definition: string, isDetailed: boolean) {
  const address = post.url && same(post.url);
  const own = normalLabel(labelOf(post.id));
  const wanted = plain(noteIn(definition));
  const plainTitle = plain(post.title);
  return ({ label, start, end }: Labelled & { readonly start: number; readonly end: number }) => {
    const note = noteIn(text.slice(start, end));
    if (isDetailed) return plain(note) === wanted;
    if (ofSeveral.test(label)) return false;
    const isOwn = normalLabel(label) === own;
    if (!address) return isOwn && plain(note).includes(plainTitle);
    return addressesIn(note).includes(address) && (isOwn || !saysMore(plain(note), wanted));
  };
}

const saysMore = (note: string, wanted: string): boolean => note !== wanted && note.includes(wanted);

/** Without its label. */
const noteIn = (definition: string): string => definition.replace(/^\s*\[\^[^\]]*\]:/, '');

/** As the address reads once it has been written as a destination. */
const same = (url: string): string => addressOf(linkDestination(url));

/** Letters and digits only, so that escapes don't matter. */
const plain = (text: string): string => cleanText(text).replace(/[^\p{L}\p{N}]+/gu, '');
