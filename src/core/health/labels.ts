import { renderCitation } from '../citation';
import { definitionEdit } from '../citation/endOfDocument';
import { normalLabel } from '../citation/label';
import type { Dialect, DocumentCitation, Span } from '../document';
import type { MarkdownDocument } from '../document/markdown';
import { lineEnd, lineEnding, lineStart } from '../document/position';
import type { TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import type { Checked } from './checkOptions';
import { type Fix, type Found, replacement } from './finding';
import { nearKeys } from './nearKeys';

/**
 * References that nothing defines and that are therefore text. Brackets are much else too (`[^a-z]`), so they count only
 * with a number, with the key of a post, or with a word in a document that has footnotes or behind a sentence.
 */
export function* undefinedLabels({ analysis, known, options }: Checked): Generator<Found | undefined> {
  const references = analysis.undefinedReferences;
  if (references.length === 0) return;
  const { document } = analysis;
  yield;
  const labels = [...document.footnotes.values()].map(({ label }) => label);
  const told = new Set<string>();
  for (const reference of references) {
    yield;
    const { kind, start, end, labelSpan } = reference;
    const label = reference.label!;
    const [post] = known.meantBy(reference);
    const isNote = kind === 'footnoteReference';
    const isLabel =
      isNote &&
      (/^[1-9]\d{0,2}$/.test(label) ||
        (/^\p{L}[\p{L}\p{N}_-]+$/u.test(label) &&
          (labels.length > 0 || isAttached(analysis.text, reference))));
    if (!post && !(isLabel && !isRange(label))) continue;
    const isFirst = !told.has(normalLabel(label));
    told.add(normalLabel(label));
    const fixes = () => {
      const definition = post && definitionOf(post, reference, options.wording, document.dialect);
      const near = isNote ? nearKeys(label, labels) : [];
      return [
        // Of several references to one label the first one's fix serves all.
        ...(definition ? [defining(document, post, definition, isFirst)] : []),
        ...near.map(other => replacement(labelSpan!, other)),
      ];
    };
    yield { code: 'undefinedLabel', start, end, detail: label, ...(post && { post }), fixes };
  }
}

function defining(document: MarkdownDocument, post: Post, definition: string, isPreferred: boolean): Fix {
  const edits = [definitionEdit(document, definition, lineEnding(document.text))];
  return { kind: 'define', detail: post.title, edits, ...(isPreferred && { isPreferred }) };
}

/** Behind the end of a sentence, as a note stands and nothing else with such a name. */
const isAttached = (text: string, { start, end }: Span): boolean =>
  /[\p{L}\p{N}][.,;:!?]$/u.test(text.slice(Math.max(0, start - 3), start)) &&
  /^(?:[\s)"”]|$)/.test(text.slice(end, end + 1));

/** `[^a-z]`, a set of letters. */
const isRange = (label: string): boolean => /^\p{L}-\p{L}/u.test(label);

function definitionOf(
  post: Post,
  { kind, label }: DocumentCitation,
  wording: Checked['options']['wording'],
  dialect: Dialect,
): string | undefined {
  const format = kind === 'footnoteReference' ? 'footnote' : 'referenceLink';
  return renderCitation(post, format, { label: label!, dialect, ...(wording && { wording }) }).definition;
}

/** Definitions to which nothing refers; not those that are comments. */
export function* unusedDefinitions({ analysis }: Checked): Generator<Found | undefined> {
  const { text, unusedDefinitions } = analysis;
  if (unusedDefinitions.length === 0) return;
  yield;
  const byName = yield* definitionsByName(analysis.citations);
  for (const definition of unusedDefinitions) {
    yield;
    const { start, end, label, labelSpan } = definition;
    const same = byName.get(nameOf(definition)) ?? [];
    if (isComment(definition) || same[0] !== definition) continue;
    const fixes = () => [removal(text, same)];
    yield { code: 'unusedDefinition', start, end, detail: label!, related: labelSpan!, fixes };
  }
}

/** `[//]: # (so)`, `[comment]: <> (so)` */
const isComment = ({ kind, label, address }: DocumentCitation): boolean =>
  kind === 'definition' && (/^(?:\/\/|comment|_|-)/i.test(label!) || !address || address === '#');

/** Definitions of a label that has one already, and that nothing uses therefore; not those that are comments. */
export function* duplicateDefinitions({ analysis }: Checked): Generator<Found | undefined> {
  const { text } = analysis;
  const byName = yield* definitionsByName(analysis.citations);
  for (const [first, ...others] of byName.values()) {
    yield;
    for (const definition of others) {
      if (isComment(definition)) continue;
      const { kind, start, end, label } = definition;
      const isSame = kind === 'definition' && first!.address === definition.address;
      const fixes = () => [removal(text, [definition], isSame)];
      yield { code: 'duplicateDefinition', start, end, detail: label!, related: first!.labelSpan!, fixes };
    }
  }
}

const nameOf = ({ kind, label = '' }: DocumentCitation): string => `${kind} ${normalLabel(label)}`;

function* definitionsByName(
  citations: readonly DocumentCitation[],
): Generator<undefined, Map<string, DocumentCitation[]>> {
  const all = new Map<string, DocumentCitation[]>();
  for (const citation of citations) {
    yield;
    if (!/efinition$/.test(citation.kind)) continue;
    const same = all.get(nameOf(citation));
    if (same) same.push(citation);
    else all.set(nameOf(citation), [citation]);
  }
  return all;
}

function removal(text: string, definitions: readonly DocumentCitation[], isPreferred = false): Fix {
  const edits: TextEdit[] = [];
  for (const definition of definitions) {
    const edit = withoutLines(text, definition);
    // The empty line between two is that of one of them only; a note may stand in a note.
    const start = Math.max(edit.start, edits.at(-1)?.end ?? 0);
    if (edit.end > start) edits.push({ ...edit, start });
  }
  return { kind: 'remove', detail: definitions[0]!.label!, edits, ...(isPreferred && { isPreferred }) };
}

/** Takes out the lines of a span; with one of the empty lines where there is one on both sides. */
function withoutLines(text: string, { start, end }: Span): TextEdit {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const isAlone = /^[\s>]*$/.test(text.slice(from, start)) && text.slice(end, to).trim() === '';
  if (!isAlone) return { start, end, text: '' };
  const next = afterLine(text, to);
  const isBlankBefore =
    from === 0 || /^[\s>]*$/.test(text.slice(lineStart(text, beforeLine(text, from)), from));
  const isBlankAfter = next < text.length && /^[\s>]*$/.test(text.slice(next, lineEnd(text, next)));
  return {
    start: from,
    end: isBlankBefore && isBlankAfter ? afterLine(text, lineEnd(text, next)) : next,
    text: '',
  };
}

const afterLine = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length);

const beforeLine = (text: string, start: number): number =>
  text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1;
