import { cleanText } from '../../../text';
import { type Link, readDefinition, readInline } from './markdown';
import { labelTables } from './tables';

/** A line of a page, with what its mark-up says. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly links: readonly Link[];
  /** 1-6 for a Markdown heading, else 0. */
  readonly heading: number;
  /** Opens an item of a list. */
  readonly item: boolean;
  readonly strong: boolean;
  /** Blank lines, or a rule, stand before it. */
  readonly gap: boolean;
}

const rule = /^(?:[-*_=~•·.#—–⸻]\s*){3,}$|^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/u;
const underline = /^(?:={3,}|-{3,})\s*$/u;
const marker = /^(?:[-*+•‣▪◦●○→▶»▲△]\s+|\d{1,4}[.)]\s+|\(\d{1,3}\)\s+|\[\d{1,3}\]\s+)/u;
/** "5. März 2024" is no fifth item. */
const dayOfMonth = /^\d{1,2}\.\s(?:\p{L}{3,10}\.?|\d{1,2}\.)\s[12]\d{3}(?!\d)/u;
/** "All  Design  Machine Learning": short parts set apart by two spaces. */
const row = /^[^\s.!?]+(?: [^\s.!?]+){0,2}(?: {2,}[^\s.!?]+(?: [^\s.!?]+){0,2}){2,}$/u;
const leaders = /\s*(?:\.\s?){4,}(?=\s*\S)/gu;
const columnGap = /\S(?:\t+| {3,})(?=\S)/u;
/** `"Sea change", "Jane Doe", "2020-03-04"`. */
const cells = /^"[^"]*"(?:\s*[,;]\s*"[^"]*")+$/u;
const startsMeta =
  /^(?:by|written|posted|published|updated|von|par|por|de|door|av|in|on|via|from|tags?|filed|with|author)\b|^(?:di|da|de|af|przez|od|skrevet|skriven|écrit|publié|escrito|publicado|geschrieben|geschreven|scritto)\s(?:\S+\s)?\p{Lu}/u;

/** What is read of a text, in characters and lines, blank ones and not: three thousand posts take twelve thousand lines. */
const longest = 4_000_000;
const mostRaw = 100_000;
const mostLines = 15_000;
/** Of lines with links, which take longer to read: three thousand posts may have a title, an author and a topic each. */
const mostLinked = 10_000;
/** In characters, of one line. */
const longestLine = 10_000;
/** Lines that one line was broken into. */
const mostParts = 100;

/** The lines of a page without blank ones, mark-up and hard wraps; `isShortened` tells that it has more than are read. */
export function readLines(text: string): { lines: Line[]; isShortened: boolean } {
  const parts = text.slice(0, longest).split(/\r\n|[\n\r\u0085\u2028\u2029]/u, mostRaw + 1);
  let isShortened =
    text.length > longest || parts.length > mostRaw || parts.some(line => line.length > longestLine);
  const raw = labelTables(parts.slice(0, mostRaw).map(line => line.slice(0, longestLine)));
  const definitions = new Map<string, string>();
  for (const line of raw) {
    const definition = readDefinition(line);
    if (definition) definitions.set(...definition);
  }
  const inTable = tableRows(raw);
  const lines: Line[] = [];
  let gap = false;
  let linked = 0;
  for (let index = frontMatterEnd(raw); index < raw.length; index++) {
    if (lines.length >= mostLines || linked >= mostLinked) {
      isShortened = true;
      break;
    }
    const source = inTable.has(index) ? raw[index]!.replace(/\t+|(?<=\S) {3,}(?=\S)/gu, ' | ') : raw[index]!;
    const line = readLine(source, index, definitions);
    const before = lines.at(-1);
    if (!line) {
      if (
        !gap &&
        before &&
        underline.test(raw[index]!) &&
        before.text.length <= 150 &&
        !/[.!?…]$/u.test(before.text)
      ) {
        lines[lines.length - 1] = { ...before, heading: raw[index]!.startsWith('=') ? 1 : 2 };
      }
      gap = true;
    } else {
      // A page often repeats a title as the text of its picture.
      if (before?.text === line.text && before.links.length === 0) lines.pop();
      lines.push({ ...line, gap });
      if (line.links.length > 0) linked++;
      gap = false;
    }
  }
  return { lines: unwrap(lines), isShortened };
}

/** The indices of lines with wide gaps, beside another such line or where most are such: a table's rows. */
function tableRows(raw: readonly string[]): ReadonlySet<number> {
  const filled = [...raw.keys()].filter(index => raw[index]!.trim());
  const wide = filled.map(index => columnGap.test(raw[index]!));
  const isMost = wide.filter(isWide => isWide).length > filled.length / 2;
  return new Set(filled.filter((_, at) => wide[at] && (isMost || wide[at - 1] || wide[at + 1])));
}

/** Joins the lines that one line of the page was broken into. */
function unwrap(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (
      end < Math.min(lines.length, start + mostParts) &&
      (connects(lines, end) || continues(lines[end - 1]!, lines[end]!))
    )
      end++;
    const parts = lines.slice(start, end);
    const text = parts.map(part => part.text).join(' ');
    let offset = 0;
    const links = parts.flatMap(part => {
      const moved = part.links.map(link => ({ ...link, start: link.start + offset }));
      offset += part.text.length + 1;
      return moved;
    });
    whole.push({ ...parts[0]!, text, links });
    start = end;
  }
  return whole;
}

function readLine(raw: string, index: number, definitions: ReadonlyMap<string, string>): Line | undefined {
  let source = raw.replace(/^[\s>\ufeff]+/u, '').trimEnd();
  if (!source || rule.test(source.slice(0, 300)) || readDefinition(raw)) return undefined;
  const heading = /^(#{1,6})\s+(?=\S)/u.exec(source);
  if (heading) source = source.slice(heading[0].length).replace(/\s#+$/u, '');
  const item = heading || dayOfMonth.test(source) ? null : marker.exec(source);
  if (item) source = source.slice(item[0].length).replace(/^\[[ xX]\]\s+/u, '');
  const inHeading = /^\d{1,4}[.)]\s+(?=\S)/u.exec(heading ? source : '');
  if (inHeading) source = source.slice(inHeading[0].length);
  if (/^\|.*\|$/u.test(source)) source = source.slice(1, -1);
  if (cells.test(source)) source = source.slice(1, -1).replace(/"\s*[,;]\s*"/gu, ' | ');
  if (source.length <= 200 && row.test(source)) source = source.replace(/ {2,}/gu, ' | ');
  const strong = /^(\*\*|__).*\1$/u.test(source);
  const { text, links } = readInline(source.replace(leaders, ' | '), definitions);
  if (links.length === 0 && !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return undefined;
  return {
    number: index + 1,
    text,
    links,
    strong,
    gap: false,
    heading: heading ? heading[1]!.length : 0,
    item: item !== null,
  };
}

const joining = /^(?:in|and|em|en|dans|&)$/u;
const connector = /^(?:In|by)$/u;

/** "Jane Doe,", "John Roe": one name in each line. */
const isOneOfSeveral = (before: string, line: Line) =>
  before.length <= 40 && line.text.length <= 40 && !line.gap && /\p{Lu}\S*,$/u.test(before);

/** "Jane Doe", "in", "Copper Tech": parts of one line that a copied page sets apart. */
function connects(lines: readonly Line[], at: number): boolean {
  const [before, line] = [lines[at - 1]!.text, lines[at]!.text];
  if (before.length > 100 || line.length > 100) return false;
  if (line === 'by') return lines[at - 2]?.text === 'In';
  return (
    joining.test(line) ||
    (/^In|by$/u.test(before) && connector.test(before)) ||
    (joining.test(before) && at > 1) ||
    isOneOfSeveral(before, lines[at]!)
  );
}

/** Whether a line goes on where hard-wrapped text before it broke off. */
function continues(before: Line, line: Line): boolean {
  if (line.gap || before.heading || line.heading || line.item || line.links.length > 0 || before.strong)
    return false;
  return (
    before.text.length >= 50 &&
    !/[.!?…:;]["”’)]?$/u.test(before.text) &&
    /^[\p{Ll}]/u.test(line.text) &&
    line.text.includes(' ') &&
    !startsMeta.test(line.text)
  );
}

function frontMatterEnd(raw: readonly string[]): number {
  if (cleanText(raw[0] ?? '') !== '---') return 0;
  const end = raw.indexOf('---', 1);
  const isYaml =
    end > 1 && end <= 60 && raw.slice(1, end).every(line => /^(?:\s|#|-|[\w-]+\s*:|$)/u.test(line));
  return isYaml ? end + 1 : 0;
}
