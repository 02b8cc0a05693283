/** What surrounds a place within a paragraph. */
export type InlineContext = 'text' | 'linkText' | 'code' | 'html' | 'destination';

const tag =
  /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+|\/?[a-z][a-z0-9-]*(?:\s[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)?\/?|\?[^<>]*\?|![a-z][^<>]*)>/iy;
/** Parentheses in an address nest to three levels, which is more than addresses do. */
const nested = ['1', '2', '3'].reduce(inner => `\\((?:[^\\s()\\\\]|\\\\.|${inner})*\\)`, '\\([^\\s()]*\\)');
const destination = new RegExp(
  `\\(\\s*(?:<(?:[^<>\\n\\\\]|\\\\.)*>|(?!<)(?:[^\\s()\\\\]|\\\\.|${nested})*)` +
    `(?:\\s+(?:"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|\\([^()]*\\)))?\\s*\\)`,
  'y',
);
const reference = /\[((?:[^\\[\]]|\\.)*)\]/y;

/** What stands around the offset `at` of a paragraph's text: where code, tags and links begin and end. */
export function inlineContext(text: string, at: number, isLabel: (label: string) => boolean): InlineContext {
  const codeEnd = codeSpans(text);
  let open: number[] = [];
  let context: InlineContext = 'text';
  const lastComment = text.lastIndexOf('-->');
  for (let index = 0; index < text.length; ) {
    const char = text[index];
    let end = index + 1;
    if (char === '\\') {
      end++;
    } else if (char === '`') {
      const [closing, length] = codeEnd.get(index) ?? [index, 1];
      end = closing + length;
      if (within(at, index, end) && closing > index) return 'code';
    } else if (char === '<') {
      end = Math.max(
        end,
        text.startsWith('<!--', index) && lastComment > index
          ? text.indexOf('-->', index) + 3
          : endOf(tag, text, index),
      );
      if (end > index + 1 && within(at, index, end)) return 'html';
    } else if (char === '[') {
      open.push(index);
    } else if (char === ']' && open.length > 0) {
      const start = open.pop()!;
      const target = linkEnd(text, start, index, isLabel);
      if (target !== undefined) {
        if (within(at, start, index + 1)) context = 'linkText';
        if (within(at, index + 1, target)) return 'destination';
        if (text[start - 1] !== '!') open = open.filter(other => text[other - 1] === '!');
        end = Math.max(end, target);
      }
    }
    index = end;
  }
  return context;
}

const within = (at: number, start: number, end: number): boolean => at > start && at < end;

/** Where a link whose text is in these brackets ends; `undefined` when there is none. */
function linkEnd(text: string, start: number, end: number, isLabel: (label: string) => boolean) {
  const after = end + 1;
  if (text[after] === '(') {
    const found = endOf(destination, text, after);
    if (found > after) return found;
  }
  const label = text.slice(start + 1, end);
  if (text[after] === '[') {
    reference.lastIndex = after;
    const found = reference.exec(text);
    if (found && isLabel(found[1] || label)) return after + found[0].length;
    if (found) return undefined;
  }
  return label.length < 1000 && isLabel(label) ? after : undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** For each run of backticks that opens a code span, where the closing run is and how long. */
function codeSpans(text: string): Map<number, [number, number]> {
  const nextOfLength = new Map<number, number>();
  const spans = new Map<number, [number, number]>();
  for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
    spans.set(index, [nextOfLength.get(run.length) ?? index, run.length]);
    nextOfLength.set(run.length, index);
  }
  return spans;
}
