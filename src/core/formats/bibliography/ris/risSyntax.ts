import type { PostRecord } from '../../../post';
import { cleanText } from '../../../text';
import { type CslItem, isObject, toCslItem } from '../../cslItem';
import { longestEntry, ReadingEntries } from '../reading';
import type { BibliographySyntax } from '../textLibrary';
import { mark, type RisLine, risItem } from './risItem';
import { nameTags, risTypes, tagsOfVariable, textTags } from './tags';

const tagged = /^\uFEFF?([A-Z][A-Z0-9]) {0,2}-(?: (.*))?$/;

/**
 * RIS, https://en.wikipedia.org/wiki/RIS_(file_format): records of tagged lines, from TY to ER. Read by 50 lines of our
 * own, as a library would have to keep where each record stands for the file to be written back.
 */
export const risSyntax: BibliographySyntax = {
  *reading(text, source, before) {
    const reading = new ReadingEntries(source);
    if (before) yield* reading.remembering(before);
    let lines: { tag: string; value: string[] }[] = [];
    let place = { start: 0, end: 0, line: 1 };
    let isBroken = false;
    const endRecord = () => {
      if (lines.length === 0) return;
      if (isBroken || !reading.again(text.slice(place.start, place.end), place)) {
        const record = lines.map(({ tag, value }) => ({ tag, value: value.join('\n').trim() }));
        const named = record.find(({ tag }) => tag === 'ID' || tag === 'TI' || tag === 'T1');
        const name = (named ?? record[0]!).value;
        if (isBroken || place.end - place.start > longestEntry) reading.unreadable(name, place.line);
        else reading.add(risItem(record), name, place);
      }
      lines = [];
    };
    let number = 0;
    for (let start = 0; start < text.length; ) {
      number++;
      const lineEnd = text.indexOf('\n', start);
      const end = lineEnd === -1 ? text.length : lineEnd;
      const content = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
      const [, tag, value = ''] = tagged.exec(content) ?? [];
      if (tag === 'TY') endRecord();
      if (tag === 'ER') {
        place = { ...place, end: start + content.length };
        endRecord();
      } else if (tag !== undefined) {
        if (lines.length === 0) {
          place = { start, end, line: number };
          isBroken = tag !== 'TY';
        }
        lines.push({ tag, value: [value] });
      } else lines.at(-1)?.value.push(content);
      if (lines.length > 0 && content.trim() !== '') place = { ...place, end: start + content.length };
      start = end + 1;
      yield;
    }
    endRecord();
    return reading.done({ text, end: text.length });
  },
  format: post => written(toCslItem(post)).map(line).concat('ER  - ').join('\n'),
  rewrite,
  separator: '\n\n',
};

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
    const tag = tagged.exec(text)?.[1];
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
