import { normalLabel } from '../citation/label';
import type { Dialect } from '../document/dialect';
import { readInlines } from '../document/inline';
import { readingMarkdown } from '../document/markdown';
import { runWhole } from '../sliced';

/** The numbers of references such as `[^7]` that have no footnote, so that they stand as text for now. */
export function danglingNumbers(text: string, dialect: Dialect): ReadonlySet<string> {
  const found = new Set<string>();
  const { blocks, footnotes } = runWhole(readingMarkdown(text, dialect));
  const isFootnote = (label: string) => /^\d+$/.test(label);
  for (const { kind, lines } of blocks) {
    if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'table') continue;
    const content = lines.map(({ start, end }) => text.slice(start, end)).join('\n');
    if (!content.includes('[^')) continue;
    for (const { label = '' } of readInlines(content, { isLabel: () => false, isFootnote })) {
      if (label !== '' && !footnotes.has(normalLabel(label))) found.add(label);
    }
  }
  return found;
}
