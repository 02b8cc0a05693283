import { labelOf, normalLabel } from '../citation/label';
import type { DocumentCitation } from './citationsIn';
import type { KnownPosts } from './knownPosts';
import { nameSpan } from './nameSpan';
import { plainKey } from './plainKey';
import { labelName } from './sameMeaning';
import type { TextEdit } from './textEdit';

const wholeKey = new RegExp(`^${plainKey}$`, 'u');

/** Whether a text can be a key without more ado; to Pandoc any other needs braces. */
export const isKey = (text: string): boolean => wholeKey.test(text);

/** The key that a citation says what it means by: its own, or that of the post whose key is its label. */
export function keyOf(citation: DocumentCitation, known: Pick<KnownPosts, 'meantBy'>): string | undefined {
  const { key, label } = citation;
  if (key !== undefined || label === undefined) return key;
  return known.meantBy(citation).find(({ id }) => normalLabel(labelOf(id)) === normalLabel(label))?.id;
}

/** What citations of a document to change for a post's key to be another one; none where nothing says the key. */
export function renameKey(
  text: string,
  citations: readonly DocumentCitation[],
  { from, to }: { readonly from: string; readonly to: string },
  known: Pick<KnownPosts, 'meantBy'>,
): TextEdit[] {
  const named = new Set(citations.filter(citation => keyOf(citation, known) === from));
  // Case counts for keys, but not between a label and its definition.
  const labels = new Set([...named].flatMap(citation => labelName(citation) ?? []));
  return citations.flatMap(citation => {
    if (!named.has(citation) && !labels.has(labelName(citation) ?? '')) return [];
    const { start, end } = nameSpan(text, citation);
    const written = citation.key === undefined ? labelOf(to) : to;
    return text.slice(start, end) === written ? [] : [{ start, end, text: written }];
  });
}

/** What to change for a footnote's label to be another one, its definition included. */
export function renameFootnote(
  citations: readonly DocumentCitation[],
  from: DocumentCitation,
  to: string,
): TextEdit[] {
  const name = labelName(from);
  const same = citations.filter(citation => labelName(citation) === name);
  return same.map(({ labelSpan }) => ({ ...labelSpan!, text: to }));
}

/** Whether a text can be the label of a footnote that the document does not have. */
export function isFreeFootnote(
  citations: readonly DocumentCitation[],
  from: DocumentCitation,
  to: string,
): boolean {
  const name = labelName({ ...from, label: to });
  const isTaken = name !== labelName(from) && citations.some(citation => labelName(citation) === name);
  return /^[^\s[\]^]+$/.test(to) && !isTaken;
}

/** A label that a document has for something else already, so that the key would be taken for that. */
export function labelInTheWay(
  citations: readonly DocumentCitation[],
  { from, to }: { readonly from: string; readonly to: string },
  known: Pick<KnownPosts, 'meantBy'>,
): string | undefined {
  const labels = citations.filter(({ label }) => label !== undefined);
  const renamed = labels.filter(citation => keyOf(citation, known) === from);
  const before = new Set(renamed.map(labelName));
  const after = new Set(renamed.map(citation => labelName({ ...citation, label: labelOf(to) })));
  const other = labels.find(citation => !before.has(labelName(citation)) && after.has(labelName(citation)));
  return other?.label;
}
