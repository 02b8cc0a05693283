import type { DocumentAnalysis } from '../../core/document';
import { placeAt } from '../../core/document/place';

/** Whether Markdown that is written at an offset is read: not in code, front matter, a comment, a tag, an address. */
export function isProse({ document }: DocumentAnalysis, offset: number): boolean {
  const { kind } = placeAt(document, offset);
  return kind === 'text' || kind === 'linkText';
}
