import { plainText } from './plainText';

export interface BodyText {
  /** The first heading of the first level, before any other text but images and imports. */
  readonly heading?: string;
  /** The first paragraph. */
  readonly opening?: string;
}

/** In UTF-16 units. */
const longestOpening = 600;
const mostLines = 400;

const fence = /^ {0,3}(`{3,}|~{3,}|:{3,}|\$\$)/;
/** Lists, quotes, tables, definitions, rules, admonitions, HTML and JSX: no paragraph begins so. */
const other =
  /^(?: {4}|\t|\s*(?:[-*+]\s|\d{1,9}[.)]\s|>|\||<(?!https?:)|\[[^\]]+\]:|!!!|\?\?\?|\{[%{:/<]|%|\$\$|@|\[toc\]))/i;

const definition = /^ {0,3}\[([^\]\n]{1,100})\]:/gm;

/** Looks for what names and opens a post in the first lines of its text, which may be Markdown of any dialect. */
export function readBody(body: string): BodyText {
  const lines = body.slice(0, 50_000).split(/\r?\n/, mostLines);
  const labels = new Set(Array.from(body.matchAll(definition), match => match[1]!.toLowerCase()));
  let heading: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    const mark = fence.exec(line)?.[1];
    if (mark) {
      // What stands between colons is a box of ordinary text, beside the post's own.
      at = endOfFence(lines, at, mark);
      continue;
    }
    if (/^<!--/.test(line.trim())) {
      while (at < lines.length && !lines[at]!.includes('-->')) at++;
      continue;
    }
    const end = endOfBlock(lines, at);
    const title = headingAt(lines, at, end);
    if (title) {
      if (title.level === 1 && heading === undefined) heading = plainText(title.text, labels) || undefined;
      at = title.last;
      continue;
    }
    const text =
      /^(?:import|export)\s/.test(line) || other.test(line) ? '' : paragraph(lines.slice(at, end), labels);
    if (text) return { ...(heading !== undefined && { heading }), opening: text };
    at = end - 1;
  }
  return heading === undefined ? {} : { heading };
}

/** The line after a block: a blank one, or one that begins another block. */
function endOfBlock(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (
    end < lines.length &&
    lines[end]!.trim() !== '' &&
    !fence.test(lines[end]!) &&
    !/^#{1,6}\s/.test(lines[end]!)
  )
    end++;
  return end;
}

function endOfFence(lines: readonly string[], start: number, mark: string): number {
  for (let end = start + 1; end < lines.length; end++) {
    const line = lines[end]!.trim();
    if (line.startsWith(mark) && /^(?:`+|~+|:+|\$+)$/.test(line)) return end;
  }
  return start;
}

interface Heading {
  readonly level: number;
  readonly text: string;
  /** Its last line. */
  readonly last: number;
}

function headingAt(lines: readonly string[], at: number, end: number): Heading | undefined {
  const atx = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(lines[at]!);
  if (atx) {
    const text = lines[at]!.slice(atx[0].length).replace(/\s#+\s*$/, '');
    return { level: atx[1]!.length, text, last: at };
  }
  const under = end > at + 1 ? /^ {0,3}(=+|-+)[ \t]*$/.exec(lines[at + 1]!) : null;
  if (under) return { level: under[1]!.startsWith('=') ? 1 : 2, text: lines[at]!, last: at + 1 };
  const html = /^\s*<h([1-6])(?:\s[^<>]*)?>([\s\S]*?)<\/h\1>/i.exec(
    lines.slice(at, Math.min(end, at + 5)).join(' '),
  );
  return html ? { level: Number(html[1]), text: html[2]!, last: end - 1 } : undefined;
}

function paragraph(lines: readonly string[], labels: ReadonlySet<string>): string {
  const text = plainText(lines.map(line => line.replace(/\\$/, '')).join(' '), labels);
  if (!/\p{L}{2}/u.test(text)) return '';
  if (text.length <= longestOpening) return text;
  const cut = text.slice(0, longestOpening);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : undefined)}…`;
}
