import type { DocumentBlock, MarkdownDocument } from '../document/markdown';
import { lineStart } from '../document/position';
import type { TextEdit } from '../document/textEdit';

/** Puts a paragraph at the end of the text, before the definitions that close the document. */
export function paragraphEdit(document: MarkdownDocument, paragraph: string, eol: string): TextEdit {
  const closing = openEnd(document) ?? closingDefinitions(document);
  if (closing !== undefined) return insertion(closing, paragraph + eol + eol);
  return append(document.text, paragraph, eol, 2);
}

/** Puts a definition at the end of the document, right below those of its kind. */
export function definitionEdit(document: MarkdownDocument, definition: string, eol: string): TextEdit {
  const open = openEnd(document);
  if (open !== undefined) {
    return insertion(open, (followsText(document.text, open) ? eol : '') + definition + eol + eol);
  }
  return append(document.text, definition, eol, canJoin(document, definition) ? 1 : 2);
}

/** A paragraph on the line above would go on with what is written here. */
function followsText(text: string, at: number): boolean {
  const above = text.slice(0, at).replace(/(?:\r\n|\n|\r)$/, '');
  return at > 0 && text.slice(lineStart(text, above.length), above.length).trim() !== '';
}

const insertion = (at: number, text: string): TextEdit => ({ start: at, end: at, text });

/** Ends with a line ending where the document did. */
function append(text: string, addition: string, eol: string, lineEndings: number): TextEdit {
  const content = text.trimEnd().length;
  if (content === 0) return insertion(text.length, addition + eol);
  const present = text.slice(content).match(/\r\n|\n|\r/g)?.length ?? 0;
  // Spaces on the last line would indent what is written there.
  const least = /[\r\n]$/.test(text) ? 0 : 1;
  const before = eol.repeat(Math.max(least, lineEndings - present));
  return insertion(text.length, before + addition + (present > 0 ? eol : ''));
}

/** Where a fence or HTML block starts that the document ends in: nothing after it is read as Markdown. */
function openEnd({ text, blocks }: MarkdownDocument): number | undefined {
  const block = blocks.at(-1);
  return block?.unclosed && block.depth === 0 ? startOf(text, block) : undefined;
}

function closingDefinitions({ text, blocks, footnotes }: MarkdownDocument): number | undefined {
  const notes = [...footnotes.values()].reverse();
  let start: number | undefined;
  for (const block of [...blocks].reverse()) {
    const at = block.lines[0]!.start;
    if (start !== undefined && at >= start) continue;
    const note = notes.find(({ start, end }) => start <= at && at <= end);
    if (note) start = lineStart(text, note.start);
    else if (block.kind === 'definition' && block.depth === 0) start = startOf(text, block);
    else break;
  }
  return start;
}

const startOf = (text: string, { lines }: DocumentBlock): number => lineStart(text, lines[0]!.start);

/** A definition may follow another of its kind without an empty line. */
function canJoin({ text, blocks, footnotes }: MarkdownDocument, definition: string): boolean {
  const block = blocks.at(-1);
  if (!definition.startsWith('[^')) return block?.kind === 'definition' && block.depth === 0;
  const end = text.trimEnd().length;
  return block?.kind === 'paragraph' && [...footnotes.values()].some(note => note.end >= end);
}
