import { mostEntries } from '../reading';
import type { Block, RawField } from './block';
import { findingGroups, type Groups } from './groups';
import { type Body, type BrokenBody, commandStart, readBody } from './readBody';
import { cslTypes } from './types';

interface Blocks {
  readonly blocks: readonly Block[];
  /** The line of the first one that is not read, as there are too many. */
  readonly cappedAt?: number;
}

/**
 * The commands of a BibTeX file in its order, in steps. What stands between them is a comment, and so is the rest of a
 * line after `%`. A command that does not end is broken, and reading goes on where the next one begins. Linear in
 * the length of the text, whatever it holds.
 */
export function* splitBibtex(text: string): Generator<void, Blocks> {
  const most = mostEntries(text);
  const groups = yield* findingGroups(text);
  const hasEscapes = /\\[{}]/.test(text);
  let lenient: Groups | undefined;
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
    if (blocks.length === most) return { blocks, cappedAt: line };
    let block = readBlock(text, groups, start, head, line);
    if (block.isBroken && hasEscapes) {
      // Some programs write a brace that is meant as such with a backslash, and none to match it.
      lenient ??= yield* findingGroups(text, true);
      const other = readBlock(text, lenient, start, head, line);
      if (!other.isBroken) block = other;
    }
    mark.lastIndex = block.end;
    if (block.type !== 'comment' || !block.isBroken) blocks.push(block);
    yield;
  }
  return { blocks };
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

function readBlock(text: string, groups: Groups, start: number, { type, open }: Head, line: number): Block {
  const inside = open + 1;
  const body = bodyOf(text, groups, type, open);
  const isBroken = 'resume' in body;
  return {
    type,
    start,
    end: isBroken ? Math.max(body.resume, inside) : body.end,
    line,
    open,
    groups,
    key: body.key,
    keyStart: isBroken ? inside : body.keyStart,
    keyEnd: isBroken ? inside : body.keyEnd,
    isHeir: !isBroken && body.fields.some(({ name }) => name === 'crossref' || name === 'xdata'),
    isBroken,
  };
}

function bodyOf(text: string, groups: Groups, type: string, open: number): Body | BrokenBody {
  if (text[open] === '(' || !(type === 'comment' || type === 'preamble')) {
    return readBody(text, groups, open, !keyless.has(type));
  }
  const close = groups.end(open);
  const inside = open + 1;
  if (close === 0) return { key: undefined, resume: inside };
  return { key: undefined, keyStart: inside, keyEnd: inside, fields: [], end: close + 1 };
}

/** The fields of a block; none of one that is broken, nor of a comment. */
export function fieldsOf(text: string, { type, open, groups, isBroken }: Block): readonly RawField[] {
  if (isBroken || type === 'comment' || type === 'preamble') return [];
  const body = readBody(text, groups, open, !keyless.has(type));
  return 'fields' in body ? body.fields : [];
}
