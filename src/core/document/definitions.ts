import type { Block } from './blocks';
import type { Span } from './citationsIn';
import { lineOffsets } from './lineOffsets';
import type { DocumentBlock } from './markdown';
import { ownText } from './ownText';

/** A link reference definition: `[label]: address "title"`, with its lines but for the last line ending. */
export interface Definition extends Span {
  readonly label: string;
  readonly labelSpan: Span;
  /** As it reads, without brackets and escapes. */
  readonly url: string;
  /** As written, in angle brackets or not. */
  readonly addressSpan: Span;
}

const opening = /\[((?:[^\\[\]]|\\[\s\S])+)\]:[ \t]*\n?[ \t]*(<(?:[^<>\n\\]|\\.)*>|(?!<)[^\s\0-\x1f\x7f]+)/y;
const title =
  /(?:[ \t]+|[ \t]*\n[ \t]*)(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))[ \t]*(?=\n|$)/y;
const lineRest = /[ \t]*(?=\n|$)/y;

/** Makes the definitions that paragraphs begin with blocks of their own. */
export function splitDefinitions(
  text: string,
  blocks: readonly Block[],
): { blocks: DocumentBlock[]; definitions: Definition[] } {
  const all: DocumentBlock[] = [];
  const definitions: Definition[] = [];
  for (const block of blocks) {
    const hasText = block.kind === 'paragraph' || block.kind === 'heading';
    const found = hasText ? takeDefinitions(text, block) : undefined;
    if (!found?.taken) {
      all.push(block);
      continue;
    }
    for (const definition of found.definitions) definitions.push(definition);
    all.push({ ...block, kind: 'definition', lines: block.lines.slice(0, found.taken) });
    if (found.taken < block.lines.length) all.push({ ...block, lines: block.lines.slice(found.taken) });
  }
  return { blocks: all, definitions };
}

/**
 * Takes the definitions that a paragraph begins with out of it. `lines` are those of the paragraph that are
 * left; `taken` is how many lines the definitions fill.
 */
function takeDefinitions(text: string, { lines }: Block): { definitions: Definition[]; taken: number } {
  const definitions: Definition[] = [];
  const none = { definitions, taken: 0 };
  const first = lines[0];
  if (!first || !/^[ \t]*\[(?!\^)/.test(text.slice(first.start, Math.min(first.end, first.start + 8))))
    return none;
  const trimmed = lines.map(line => trimStart(text, line));
  const content = ownText(trimmed.map(({ start, end }) => text.slice(start, end)).join('\n'));
  const spanOf = lineOffsets(trimmed);
  let at = 0;
  let taken = 0;
  while (at < content.length) {
    const found = matchAt(opening, content, at);
    const [, label = '', destination = ''] = found ?? [];
    if (!found || !label.trim() || label.length > 999 || label.startsWith('^') || !isDestination(destination))
      break;
    let end = at + found[0].length;
    const addressSpan = spanOf(end - destination.length, end);
    const rest = matchAt(title, content, end) ?? matchAt(lineRest, content, end);
    if (!rest) break;
    end += rest[0].length;
    const last = taken + content.slice(at, end).split('\n').length - 1;
    definitions.push({
      label,
      labelSpan: spanOf(at + 1, at + 1 + label.length),
      addressSpan,
      url: addressOf(destination),
      start: lines[taken]!.start,
      end: lines[last]!.end,
    });
    taken = last + 1;
    at = end + 1;
  }
  return { definitions, taken };
}

function trimStart(text: string, { start, end }: Span): Span {
  const rest = text.slice(start, end).trimStart();
  return { start: end - rest.length, end };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isDestination(destination: string): boolean {
  if (destination.startsWith('<')) return true;
  let depth = 0;
  for (const [, char] of destination.matchAll(/\\.|([()])/g)) {
    if (char === '(') depth++;
    else if (char === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** What a destination in Markdown stands for; of the character references by name only those of XML. */
export function addressOf(destination: string): string {
  return destination
    .replace(/^<(.*)>$/s, '$1')
    .replace(
      /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
      (whole, escaped?: string, decimal?: string, hex?: string, name?: string) => {
        if (escaped !== undefined) return escaped;
        if (name !== undefined) return characters[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      },
    );
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
