/** Where a piece of text will stand. */
export interface Place {
  /** Between the brackets of our own link, where nothing is linked by itself and emphasis can't leave. */
  readonly linkText?: boolean;
  /** First on its line, where a list, a heading or a quotation could begin. */
  readonly lineStart?: boolean;
  readonly tableCell?: boolean;
  /** Whether `[label]` alone would become a link in this document. */
  readonly isLabel?: (label: string) => boolean;
}

const word = /[\p{L}\p{N}]/u;
const space = /\s/;
const emojiName =
  /:(?=[a-z0-9_+-]+:)(?!(?<=\d:)\d{1,2}:)(?!(?<=[\p{L}\p{N}_]::)[a-z0-9_+-]+::[\p{L}\p{N}_])/giu;
const bareAddress = /:(?=\/\/)|(?<=(?<![\p{L}\p{N}])www)\./giu;

/**
 * Plain text (as `cleanText` leaves it) as Markdown that renders as exactly that text in CommonMark, GFM,
 * markdown-it and Pandoc. Each rule names what some parser would read; anything else stands as it is.
 */
export function escapeText(text: string, place: Place = {}): string {
  const escapes = new Set<number>();
  // Pandoc: the name of an element may begin with any letter.
  for (const match of text.matchAll(
    /[\\`]|<(?=[\p{L}/!?])|&(?=#[0-9]{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]*;)/giu,
  )) {
    escapes.add(match.index);
  }
  // Pandoc: a citation in the text.
  for (const match of text.matchAll(/@(?=\S)/g)) escapes.add(match.index);
  // Pandoc's GFM: an emoji name; not a time, nor the `a::b::c` of programming languages.
  for (const match of text.matchAll(emojiName)) escapes.add(match.index);
  if (place.tableCell) for (const match of text.matchAll(/\|/g)) escapes.add(match.index);
  markDelimiters(text, place, escapes);
  markDollars(text, escapes);
  markBrackets(text, place, escapes);
  if (place.lineStart && !place.linkText) markLineStart(text, escapes);
  // Pandoc's GFM links bare addresses within a link too.
  if (place.linkText) for (const match of text.matchAll(bareAddress)) escapes.add(match.index);
  return written(text, escapes, place.linkText ? new Map() : autolinkBreaks(text));
}

/** Emphasis, strikethrough, subscript, superscript: a run is harmless where it can neither open nor close. */
function markDelimiters(text: string, place: Place, escapes: Set<number>): void {
  for (const char of ['*', '_', '~', '^']) {
    if (!text.includes(char)) continue;
    const all = [...text.matchAll(new RegExp(`\\${char}+`, 'g'))]
      .map(({ index, 0: { length } }) => ({
        index,
        length,
        before: text[index - 1],
        after: text[index + length],
      }))
      .map(run => ({ ...run, opens: !space.test(run.after ?? '.'), closes: !space.test(run.before ?? '.') }));
    // Pandoc: the second of several underscores within a word opens, if another one closes.
    const closing = all.filter(run => run.closes && !isWithinWord(run)).at(-1)?.index ?? -1;
    const isHarmless = (run: (typeof all)[number]) =>
      isWithinWord(run) && (run.length === 1 || (place.linkText && run.index > closing));
    const runs = char === '_' ? all.filter(run => !isHarmless(run)) : all;
    const opening = runs.findIndex(run => run.opens);
    const paired = opening >= 0 && (opening < runs.length - 1 || runs[opening]!.length > 3);
    const alone = place.linkText || char === '^';
    if (paired || !alone) {
      for (const { index, length, opens, closes } of runs) {
        for (let at = 0; at < length && (opens || closes); at++) escapes.add(index + at);
      }
    }
  }
  // Pandoc: an inline note, or a footnote at the start of our own brackets.
  for (const { index } of text.matchAll(/^\^|\^(?=\[)/g)) escapes.add(index);
}

const isWithinWord = ({
  before = '',
  after = '',
}: {
  before: string | undefined;
  after: string | undefined;
}) => word.test(before) && word.test(after);

/** Mathematics of Pandoc, GitHub and VS Code's preview; `$5` alone is money. */
function markDollars(text: string, escapes: Set<number>): void {
  let opening: number | undefined;
  for (const { index } of text.matchAll(/\$/g)) {
    const [before, after] = [text[index - 1], text[index + 1]];
    const closes = before !== undefined && !space.test(before) && !/[0-9]/.test(after ?? '');
    if (closes) {
      escapes.add(index);
      if (opening !== undefined) escapes.add(opening);
    }
    if (after !== undefined && !space.test(after)) opening = index;
  }
}

/**
 * Brackets stay where they match and what they hold is no link, footnote, image, span or definition; one pair
 * only, since Pandoc's GFM loses count with more.
 */
function markBrackets(text: string, place: Place, escapes: Set<number>): void {
  const open: number[] = [];
  const plain: number[] = [];
  for (const { index, 0: bracket } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined) escapes.add(index);
    else if (isPlainBracket(text, start, index, place)) plain.push(start, index);
    else escapes.add(start).add(index);
  }
  for (const index of plain.length > 2 ? [...open, ...plain] : open) escapes.add(index);
}

function isPlainBracket(text: string, start: number, end: number, place: Place): boolean {
  const inner = text.slice(start + 1, end);
  const startsLine = start === 0 && !place.linkText;
  return !(
    startsLine ||
    /[!^\]\\]/.test(text[start - 1] ?? '') ||
    /[([{:]/.test(text[end + 1] ?? '') ||
    /^[\^@[-]|^.?$|[@[\]]/u.test(inner) ||
    place.isLabel?.(inner)
  );
}

/** What would begin a block: heading, quotation, list, rule, table, definition, title block. */
function markLineStart(text: string, escapes: Set<number>): void {
  if (/^[#>+\-=~:|%*_]/.test(text)) escapes.add(0);
  // Pandoc: `(1)`, `(a)`, `(iv)`, `(@example)` alone begin a list.
  if (/^\((?:#|@[\w-]*|\d+|[a-z]|[ivxlcdm]+)(?:\)(?:\s|$)|$)/i.test(text)) escapes.add(0);
  const numbered = /^(?:\d+|[a-z]|[ivxlcdm]{2,}|#)(?=[.)](?:\s|$))/i.exec(text)?.[0];
  // Pandoc takes one capital for an initial: "D. Knuth".
  if (numbered && !(/^[A-Z]$/.test(numbered) && text[1] === '.')) escapes.add(numbered.length);
}

/**
 * GFM and linkifying parsers link bare addresses, some of them after reading escapes. What stops all of them
 * is a change of node, so one character of the address is emphasised, as in `w*w*w.…`.
 */
function autolinkBreaks(text: string): Map<number, number> {
  const breaks = new Map<number, number>();
  for (const { index } of text.matchAll(/(?<=^|\s|\p{P})\/(?=\/[^\s/])/gu)) breaks.set(index, index);
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])www(?=\.)/giu)) breaks.set(index + 1, index + 1);
  for (const { index, 0: found } of text.matchAll(/(?<=[-.\w+]@)[-_]*[A-Za-z0-9](?=[-\w]*\.[-\w])/g)) {
    breaks.set(index, index + found.length - 1);
  }
  return apart(breaks);
}

/** Marks of two emphases that touch would be one run, as in `@*w**w*w.…`: those are one emphasis. */
function apart(breaks: ReadonlyMap<number, number>): Map<number, number> {
  const merged = new Map<number, number>();
  let [start, end] = [-2, -2];
  for (const [from, to] of [...breaks].sort(([a], [b]) => a - b)) {
    if (from > end + 1) start = from;
    end = Math.max(end, to);
    merged.set(start, end);
  }
  return merged;
}

function written(text: string, escapes: ReadonlySet<number>, breaks: ReadonlyMap<number, number>): string {
  if (escapes.size === 0 && breaks.size === 0) return text;
  const parts: string[] = [];
  let breakEnd = -1;
  for (let at = 0; at < text.length; at++) {
    const end = breaks.get(at);
    if (end !== undefined) {
      parts.push('*');
      breakEnd = end;
    }
    // Pandoc looks for comments in a list item before it minds backslashes.
    const isComment = text.startsWith('<!', at);
    if (escapes.has(at) && !isComment) parts.push('\\');
    parts.push(isComment ? '&lt;' : text[at]!);
    if (at === breakEnd) parts.push('*');
  }
  return parts.join('');
}

/** Without the backslashes that `escapeText`, or a writer, put before punctuation. */
export const unescaped = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
