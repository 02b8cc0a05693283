import type { Token } from 'markdown-it';

/** Where the references go. */
export interface ReferencesPlace {
  readonly before: Token[];
  readonly after: Token[];
  /** Whether the document gives them a heading itself. */
  readonly hasHeading: boolean;
}

const opening = /^:{3,} *\{ *#refs[^{}]*\}(?:\n:{3,} *)?$/;
const closing = /^:{3,} *$/;
const element = /^<div\s[^<>]*\bid=["']?refs\b[^<>]*>\s*<\/div>\s*$/;

/**
 * Into the document's own place for them, as Pandoc has it: `::: {#refs}` and `:::`, or `<div id="refs"></div>`; at the
 * end where it has none.
 */
export function referencesPlace(tokens: Token[]): ReferencesPlace {
  for (const [at, { type, content, level }] of tokens.entries()) {
    if (level === 0 && type === 'html_block' && element.test(content)) {
      return { before: tokens.slice(0, at), after: tokens.slice(at + 1), hasHeading: true };
    }
    if (level !== 1 || type !== 'inline' || !opening.test(content)) continue;
    const isClosed = content.includes('\n');
    const closesNext = !isClosed && closing.test(tokens[at + 3]?.content ?? '');
    return {
      before: tokens.slice(0, at - 1),
      after: tokens.slice(at + (closesNext ? 5 : 2)),
      hasHeading: true,
    };
  }
  return { before: tokens, after: [], hasHeading: tokens.at(-1)?.type === 'heading_close' };
}
