import type { DocumentAnalysis } from '../../core/document';
import { placeAt } from '../../core/document/place';
import { lineStart } from '../../core/document/position';

/**
 * Whether Markdown that is written at an offset is read: not in code, be it closed or still being typed, front matter,
 * a comment, a tag, an address.
 */
export function isProse({ document }: DocumentAnalysis, offset: number, mayBeLinkText = true): boolean {
  const { kind } = placeAt(document, offset);
  if (kind !== 'text' && !(mayBeLinkText && kind === 'linkText')) return false;
  const before = document.text.slice(lineStart(document.text, offset), offset);
  return (before.match(/`+/g) ?? []).length % 2 === 0;
}
