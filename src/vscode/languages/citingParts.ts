import type * as vscode from 'vscode';
import type { DocumentCitation, Span } from '../../core/document';
import { runSliced } from '../../core/sliced';
import { placesOf } from './placesOf';
import { textOf } from './textOf';

/** A document or file with what it cites, or a Markdown cell of a notebook. */
export interface CitingFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly citations: readonly DocumentCitation[];
  readonly rangeOf: (span: Span) => vscode.Range;
  /** Where front matter is that is not in the text: of a notebook. */
  readonly matter?: string;
  /** The number of the cell, from 1. */
  readonly cell?: number;
}

/** What a file cites; nothing where it cannot be read. A notebook's cells are documents by themselves. */
export async function citingParts(uri: vscode.Uri): Promise<readonly CitingFile[]> {
  const text = await textOf(uri);
  if (text === undefined) return [];
  const read = await import('../../core/document');
  const { isNotebook, matterOf, readingNotebook, spanInFile } = read;
  const citationsIn = (text: string) => runSliced(read.findingCitations(text, read.dialectOf(uri.path)));
  const placeOf = placesOf(text);
  if (!isNotebook(uri.path)) {
    return [{ uri, text, citations: await citationsIn(text), rangeOf: placeOf }];
  }
  const cells = await runSliced(readingNotebook(text));
  const matter = matterOf(cells);
  const parts: CitingFile[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell.type !== 'markdown') continue;
    const rangeOf = (span: Span) => placeOf(spanInFile(span, cell));
    const citations = await citationsIn(cell.text);
    parts.push({ uri, text: cell.text, citations, rangeOf, matter, cell: at + 1 });
  }
  return parts;
}
