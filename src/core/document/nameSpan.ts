import type { DocumentCitation, Span } from './citationsIn';

/** By what a citation says what it means: its key or label without marks around it, else its address. */
export function nameSpan(text: string, citation: DocumentCitation): Span {
  const { keySpan, labelSpan, addressSpan } = citation;
  if (keySpan) return within(text, keySpan, '{');
  if (labelSpan) return labelSpan;
  return addressSpan ? within(text, addressSpan, '<') : citation;
}

/** What to show of a citation among others: as `nameSpan`, but a key with its `@`, and of a definition the address. */
export function markedSpan(text: string, citation: DocumentCitation): Span {
  const { kind, keySpan, addressSpan } = citation;
  if (keySpan) return { start: keySpan.start - 1, end: keySpan.end };
  return kind === 'definition' ? within(text, addressSpan!, '<') : nameSpan(text, citation);
}

function within(text: string, { start, end }: Span, opening: string): Span {
  return text.startsWith(opening, start) ? { start: start + 1, end: end - 1 } : { start, end };
}
