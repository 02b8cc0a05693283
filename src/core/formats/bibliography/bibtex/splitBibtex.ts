import type { Block } from './block';
import { matchingBraces } from './braces';
import { commandStart, readBody } from './readBody';
import { cslTypes } from './types';

/**
 * The commands of a BibTeX file in its order, in steps. What stands between them is a comment, and so is the rest of a
 * line after `%`. A command that does not end is broken, and reading goes on where the next one begins. Linear in
 * the length of the text, whatever it holds.
 */
export function* splitBibtex(text: string): Generator<void, Block[]> {
  const braces = yield* matchingBraces(text);
  const hasEscapes = /\\[{}]/.test(text);
  let lenient: Int32Array | undefined;
  const blocks: Block[] = [];
  const mark = /[@%]/g;
  let line = 1;
  let counted = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const start = match.index;
    if (match[0] === '%') {
      const end = text.indexOf('\n', start);
      mark.lastIndex = end === -1 ? text.length : end;
      continue;
    }
    const head = headAt(text, start);
    if (!head) continue;
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 0x0a) line++;
    let block = readBlock(text, braces, start, head, line);
    if (block.isBroken && hasEscapes) {
      // Some programs write a brace that is meant as such with a backslash, and none to match it.
      lenient ??= yield* matchingBraces(text, true);
      const other = readBlock(text, lenient, start, head, line);
      if (!other.isBroken) block = other;
    }
    mark.lastIndex = block.end;
    if (block.type !== 'comment' || !block.isBroken) blocks.push(block);
    yield;
  }
  return blocks;
}

interface Head {
  readonly type: string;
  /** Of the brace. */
  readonly open: number;
}

/** In running text, as in a comment, `me@example {…}` is no command. */
function headAt(text: string, start: number): Head | undefined {
  commandStart.lastIndex = start;
  const match = commandStart.exec(text);
  if (!match) return undefined;
  const type = match[1]!.toLowerCase();
  const isWithin = /[\w.]/.test(text[start - 1] ?? ' ');
  return isWithin && !cslTypes.has(type) ? undefined : { type, open: start + match[0].length - 1 };
}

/** Commands that have no key. */
const keyless = new Set(['string', 'preamble', 'comment']);

function readBlock(text: string, braces: Int32Array, start: number, head: Head, line: number): Block {
  const { type, open } = head;
  const empty = { type, start, line, key: undefined, keyStart: open + 1, keyEnd: open + 1, fields: [] };
  if ((type === 'comment' || type === 'preamble') && text[open] === '{') {
    const close = braces[open]!;
    return { ...empty, end: (close || open) + 1, isBroken: close === 0 };
  }
  const body = readBody(text, braces, open, !keyless.has(type));
  if ('resume' in body) {
    return { ...empty, key: body.key, end: Math.max(body.resume, open + 1), isBroken: true };
  }
  return { type, start, line, ...body, isBroken: false };
}
