import type { Block } from './blocks';

/** A link reference definition: `[label]: address "title"`. */
export interface Definition {
  readonly label: string;
  /** As it reads, without brackets and escapes. */
  readonly url: string;
  /** Of its lines in the document; `end` is before the line ending. */
  readonly start: number;
  readonly end: number;
}

const opening = /\[((?:[^\\[\]]|\\[\s\S])+)\]:[ \t]*\n?[ \t]*(<(?:[^<>\n\\]|\\.)*>|(?!<)[^\s\0-\x1f\x7f]+)/y;
const title =
  /(?:[ \t]+|[ \t]*\n[ \t]*)(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))[ \t]*(?=\n|$)/y;
const lineRest = /[ \t]*(?=\n|$)/y;

/**
 * Takes the definitions that a paragraph begins with out of it. `lines` are those of the paragraph that are
 * left; `taken` is how many lines the definitions fill.
 */
export function takeDefinitions(
  text: string,
  { lines }: Block,
): { definitions: Definition[]; taken: number } {
  const definitions: Definition[] = [];
  const none = { definitions, taken: 0 };
  const first = lines[0];
  if (!first || !/^[ \t]*\[(?!\^)/.test(text.slice(first.start, Math.min(first.end, first.start + 8))))
    return none;
  const content = lines.map(line => text.slice(line.start, line.end).trimStart()).join('\n');
  let at = 0;
  let taken = 0;
  while (at < content.length) {
    const found = matchAt(opening, content, at);
    const [, label = '', destination = ''] = found ?? [];
    if (!found || !label.trim() || label.length > 999 || label.startsWith('^') || !isDestination(destination))
      break;
    let end = at + found[0].length;
    const rest = matchAt(title, content, end) ?? matchAt(lineRest, content, end);
    if (!rest) break;
    end += rest[0].length;
    const last = taken + content.slice(at, end).split('\n').length - 1;
    definitions.push({
      label,
      url: addressOf(destination),
      start: lines[taken]!.start,
      end: lines[last]!.end,
    });
    taken = last + 1;
    at = end + 1;
  }
  return { definitions, taken };
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
