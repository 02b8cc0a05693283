import type { PostRecord } from '../../../post';
import { cleanText } from '../../../text';
import { type CslItem, isObject, toCslItem } from '../../cslItem';
import { type BibliographyReading, longestEntry, mostEntries, ReadingEntries } from '../reading';
import type { BibliographySyntax } from '../textLibrary';
import { mark, type RisLine, risItem } from './risItem';
import { nameTags, risTypes, tagsOfVariable, textTags } from './tags';

const tagged = /^\uFEFF?([A-Z][A-Z0-9]) {0,2}-(?: .*)?$/;

const tagOf = (line: string) => tagged.exec(line)?.[1];

/**
 * RIS, https://en.wikipedia.org/wiki/RIS_(file_format): records of tagged lines, from TY to ER. Read by 50 lines of our
 * own, as a library would have to keep where each record stands for the file to be written back.
 */
export const risSyntax: BibliographySyntax = {
  reading,
  format: post => written(toCslItem(post)).map(line).concat('ER  - ').join('\n'),
  rewrite,
  separator: '\n\n',
};

function* reading(
  text: string,
  source: string,
  before?: BibliographyReading,
): Generator<void, BibliographyReading> {
  const records = new Records(text, source);
  if (before) yield* records.reading.remembering(before);
  const most = mostEntries(text);
  let line = 0;
  for (let start = 0; start < text.length; ) {
    line++;
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    records.add(text.slice(start, text[end - 1] === '\r' ? end - 1 : end), start, line);
    if (records.count > most) {
      records.reading.capped(most, line);
      return records.reading.done({ text, end: text.length });
    }
    start = end + 1;
    yield;
  }
  records.end();
  return records.reading.done({ text, end: text.length });
}

/** Puts lines together to records. */
class Records {
  readonly reading: ReadingEntries;
  /** Of those that began. */
  count = 0;
  #lines: { tag: string; value: string }[] = [];
  #start = 0;
  #end = 0;
  #line = 0;
  #isBroken = false;

  constructor(
    readonly text: string,
    source: string,
  ) {
    this.reading = new ReadingEntries(source);
  }

  add(content: string, start: number, line: number): void {
    const tag = tagOf(content);
    if (tag === 'TY') this.end();
    if (tag === 'ER') {
      this.#end = start + content.length;
      this.end();
    } else if (tag !== undefined) {
      if (this.#lines.length === 0) {
        this.count++;
        [this.#start, this.#line, this.#isBroken] = [start, line, tag !== 'TY'];
      }
      this.#lines.push({ tag, value: content.slice(content.indexOf('-') + 2) });
    } else if (this.#lines.length > 0) this.#lines.at(-1)!.value += `\n${content}`;
    if (this.#lines.length > 0 && content.trim() !== '') this.#end = start + content.length;
  }

  end(): void {
    const lines = this.#lines;
    if (lines.length === 0) return;
    this.#lines = [];
    const { reading } = this;
    const place = { start: this.#start, end: this.#end, line: this.#line };
    if (!this.#isBroken && reading.again(this.text.slice(place.start, place.end), place)) return;
    const isRefused = this.#isBroken || place.end - place.start > longestEntry;
    for (const line of lines) line.value = line.value.trim();
    const named = lines.find(({ tag }) => tag === 'ID' || tag === 'TI' || tag === 'T1') ?? lines[0]!;
    if (isRefused) reading.unreadable(named.value, place.line);
    else reading.add(risItem(lines), named.value, place);
  }
}

const line = ({ tag, value }: RisLine) => `${tag}  - ${value.replace(/\n(?=[A-Z][A-Z0-9] {0,2}-)/g, '\n  ')}`;

/** The lines of a record with those exchanged that say another thing now. */
function rewrite(entry: string, before: PostRecord, after: PostRecord): string {
  const [old, now] = [written(toCslItem(before)), written(toCslItem(after))];
  const of = (lines: readonly RisLine[], tags: readonly string[]) =>
    lines.filter(({ tag }) => tags.includes(tag)).map(line);
  const groups = [...new Set([...tagsOfVariable.values()].map(tags => tags.join(' ')))].map(tags =>
    tags.split(' '),
  );
  const changed = groups.filter(tags => of(old, tags).join('\n') !== of(now, tags).join('\n'));
  const gone = new Set(changed.flat());
  const added = changed.flatMap(tags => of(now, tags)).filter(text => !text.startsWith('TY'));
  const kept: string[] = [];
  let isGone = false;
  for (const text of entry.split(/\r?\n/)) {
    const tag = tagOf(text);
    if (tag === 'ER') kept.push(...added.splice(0));
    if (tag !== undefined) isGone = gone.has(tag);
    if (tag === 'TY' && isGone) kept.push(line({ tag: 'TY', value: now[0]!.value }));
    else if (!isGone) kept.push(text);
  }
  return [...kept, ...added].join('\n');
}

/** The lines that say a CSL item, TY first; what RIS has no tag for goes into C8, as JSON. */
function written(item: CslItem): RisLine[] {
  const rest = new Map(Object.entries(item));
  const lines: RisLine[] = [];
  const say = (variable: string, tag: string, ...values: string[]) => {
    rest.delete(variable);
    for (const value of values) if (value) lines.push({ tag, value });
  };
  const type = typeof item.type === 'string' ? item.type : '';
  lines.push({ tag: 'TY', value: risTypes.get(type) ?? 'GEN' });
  if (risTypes.has(type)) rest.delete('type');
  const said = new Set<string>();
  for (const [tag, variable] of textTags) {
    if (said.has(variable) || !isText(item[variable])) continue;
    said.add(variable);
    say(variable, tag, text(item[variable]));
  }
  const names = new Map([...nameTags].reverse().map(([tag, variable]) => [variable, tag]));
  for (const [variable, tag] of names) {
    const list = item[variable];
    if (Array.isArray(list)) say(variable, tag, ...list.filter(isObject).map(writeName));
  }
  say('issued', 'DA', writeDate(item.issued));
  say('accessed', 'Y2', writeDate(item.accessed));
  say('URL', 'UR', text(item.URL));
  if (isText(item.DOI)) say('DOI', 'DO', text(item.DOI));
  if (isText(item.page)) {
    const [start = '', end = ''] = text(item.page).split(/-(?=[^-]*$)/);
    say('page', 'SP', start);
    say('page', 'EP', end);
  }
  const number = /^(?:book|chapter|report)/.test(type) ? 'ISBN' : 'ISSN';
  if (isText(item[number])) say(number, 'SN', text(item[number]));
  say('keyword', 'KW', ...text(item.keyword).split(/[,;]/).map(cleanText));
  say('abstract', 'AB', text(item.abstract));
  say('note', 'N1', text(item.note));
  if (rest.size > 0) lines.push({ tag: 'C8', value: mark + JSON.stringify(Object.fromEntries(rest)) });
  return lines;
}

function writeName(name: CslItem): string {
  if (typeof name.literal === 'string') return name.literal;
  const family = [name['non-dropping-particle'], name.family].map(text).filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].map(text).filter(Boolean).join(' ');
  return [family, given, text(name.suffix)]
    .filter((part, at) => part !== '' || at === 1)
    .join(', ')
    .replace(/, $/, ',');
}

/** "2021/03/04/", the parts that are not known left empty. */
function writeDate(value: unknown): string {
  const parts: unknown =
    isObject(value) && Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  if (!Array.isArray(parts) || !parts[0]) return '';
  const [year, month, day] = parts.map(part => String(part).padStart(2, '0'));
  return `${year!.padStart(4, '0')}/${month ?? ''}/${day ?? ''}/`;
}

const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';
const text = (value: unknown) => (isText(value) ? String(value) : '');
