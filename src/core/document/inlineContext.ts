import { type Inline, type InlineOptions, readInlines } from './inline';

/** What surrounds a place within a paragraph. */
export type InlineContext = 'text' | 'linkText' | 'code' | 'html' | 'destination';

const opaque: Partial<Record<Inline['kind'], InlineContext>> = {
  code: 'code',
  html: 'html',
  autolink: 'html',
};

/** What stands around the offset `at` of a paragraph's text: where code, tags and links begin and end. */
export function inlineContext(text: string, at: number, options: InlineOptions): InlineContext {
  let context: InlineContext = 'text';
  for (const { kind, start, end, textEnd } of readInlines(text, options)) {
    if (at <= start || at >= end) continue;
    const inside = opaque[kind];
    if (inside) return inside;
    if (textEnd === undefined) continue;
    if (at > textEnd + 1) return 'destination';
    if (at <= textEnd) context = 'linkText';
  }
  return context;
}
