import { renderCitation } from '../citation';
import { chooseLabel } from '../citation/chooseLabel';
import { definitionEdit } from '../citation/endOfDocument';
import { normalLabel } from '../citation/label';
import type { DocumentCitation, Span } from '../document';
import { addressOf } from '../document/definitions';
import type { MarkdownDocument } from '../document/markdown';
import { placeAt } from '../document/place';
import { lineEnding } from '../document/position';
import type { Checked, CheckOptions, CitedPost } from './checkOptions';
import type { Fix, Found } from './finding';
import { includesWords, wordsOf } from './linkWords';

/** Around an address, in UTF-16 units: where its post's title stands there, it is told what the address is of. */
const near = 400;

/** Addresses of posts that stand in the text by themselves, and could be citations. */
export function* bareAddresses(checked: Checked): Generator<Found | undefined> {
  const { analysis, cited, options } = checked;
  const { document, text } = analysis;
  const notes = analysis.citations.filter(({ kind }) => kind === 'footnoteDefinition');
  let at = 0;
  for (const { citation, post } of cited) {
    yield;
    const { kind, start, end } = citation;
    if (kind !== 'bareAddress' && kind !== 'autolink' && !showsAddress(text, citation)) continue;
    while (at < notes.length && notes[at]!.end < start) at++;
    const note = notes[at] && notes[at]!.start < start ? notes[at] : undefined;
    if (note && !isAlone(text, citation, note)) continue;
    if (tellsTitle(text, citation, post.title)) continue;
    const fixes = () => [citing(document, options, { citation, post }, note !== undefined)];
    yield { code: 'bareAddress', start, end, detail: post.title, post, fixes };
  }
}

/** `[https://…](https://…)` */
function showsAddress(text: string, { kind, text: span, address }: DocumentCitation): boolean {
  if (kind !== 'link' || !span || span.end - span.start > near) return false;
  return addressOf(text.slice(span.start, span.end)) === address;
}

const isAlone = (text: string, { start, end }: Span, note: Span): boolean =>
  /^\[\^[^\]]*\]:\s*$/.test(text.slice(note.start, start)) && text.slice(end, note.end).trim() === '';

function tellsTitle(text: string, { start, end }: Span, title: string): boolean {
  const words = wordsOf(title);
  const before = wordsOf(text.slice(Math.max(0, start - near), start));
  return includesWords(before, words) || includesWords(wordsOf(text.slice(end, end + near)), words);
}

function citing(
  document: MarkdownDocument,
  options: CheckOptions,
  { citation, post }: CitedPost,
  isInNote: boolean,
): Fix {
  const { wording, csl, format: wanted = 'inlineLink' } = options;
  const isNote = wanted === 'footnote' || (wanted === 'csl' && csl?.kind === 'note');
  const format = isInNote && isNote ? 'inlineLink' : wanted;
  const { label, isDefined } = chooseLabel(document, post, format, {
    ...(wording && { wording }),
    ...(csl && { csl }),
  });
  const { lineStart, tableCell } = placeAt(document, citation.start);
  const rendered = renderCitation(post, format, {
    ...(wording && { wording }),
    ...(csl && { csl }),
    label,
    dialect: document.dialect,
    place: { lineStart, tableCell, isLabel: name => document.definitions.has(normalLabel(name)) },
  });
  const edits = [{ start: citation.start, end: citation.end, text: rendered.text }];
  if (rendered.definition && !isDefined) {
    const definition = definitionEdit(document, rendered.definition, lineEnding(document.text));
    if (definition.start >= citation.end) edits.push(definition);
    else edits.unshift(definition);
  }
  return { kind: 'cite', detail: post.title, edits, isPreferred: true };
}
