import { findDate } from '../../date';
import { monthOfWord } from '../../monthNames';
import type { PartialDate } from '../../post';
import { type Byline, readBareNames, readByline, readCredit } from './byline';
import { isChrome, isCount, isReadingTime, relativeDateStart } from './chrome';

/** What one line says. */
export interface Fields {
  /** What is left when the rest is taken away: the line's title, if it has one. */
  title?: string;
  /** Signed with a word such as "by", or by a bare list of names. */
  byline?: Byline & { readonly signed: boolean };
  /** Further readings of `title`: names beside it, with nothing that makes them sure to be names. */
  besides: readonly Beside[];
  date?: PartialDate;
  /** Holds a date, be it one without a year or one such as "3 hours ago". */
  dated: boolean;
  /** Month and day of a date without a year. */
  yearless?: { readonly month: number; readonly day: number };
  /** Holds a reading time, a count of comments or the like. */
  extras: boolean;
  keywords: string[];
  note?: string;
  /** The section or publication that it stands in: "in Netflix TechBlog". */
  section?: string;
  url?: string;
}

export interface Beside {
  readonly title: string;
  readonly byline: Byline;
  readonly shape: BesideShape;
}

export type BesideShape = 'by' | 'after' | 'before' | 'colon' | 'brackets';

/** UTF-16 units; a longer line is a paragraph unless it opens with a byline. */
const longestHeader = 300;

const separator =
  /\s+[·•∙⋅・|│‖]+\s*|[·•∙⋅|│]\s+|(?<=\d)[·•]|[·•](?=\d)|\s+[—–―-]{1,3}\s+|(?<=\p{L})—(?=\p{Lu})|\s+\/{1,2}\s+|\s+~\s+/gu;
const dateLead =
  /(?:^|[\s(,[])(?:(?:first |last |originally |article |post(?:ed)? |was )?(?:posted|published|updated|created|modified|added|written|date|released?|veröffentlicht|geschrieben|erstellt|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|geplaatst|gepubliceerd|publicerad|опубликовано|发布于|发表于|發表於|发布时间|日期|公開日|投稿日|작성일)(?: on| am| le| el| em| il| op| den)?|on|am|le|il|el|em|op|den|vom)\s*[:：]?\s*$/iu;
const bracketsEnd = /^(.*\S)\s*[([（]([^()[\]（）]{2,100})[)\]）]$/u;
const tagsLabel =
  /^(?:tags?|topics?|categor(?:y|ies)|filed (?:under|in)|posted in|published in|labels?|keywords?|tagged(?: with| as| in)?|sections?|rubrik|kategorien?|themen?|schlagw(?:ö|o)rter|schlagworte|catégories?|étiquettes?|mots[- ]clés|etiquetas?|categorías?|temas?|categorias?|categorie|tag|タグ|カテゴリー?|标签|分类|標籤|分類|태그|카테고리)\s*[:：]\s*(.+)$|^(?:filed (?:under|in)|posted in|tagged(?: with| as)?|topics?)\s+(.+)$/iu;
/** Emoji that open or end a line: "📅 5 April". */
const pictures =
  /^(?:(?:\p{Extended_Pictographic}|[\ufe0f\u200d])\s*)+|(?:\s*(?:\p{Extended_Pictographic}|[\ufe0f\u200d]))+$/gu;
const hashTags = /^(?:#[\p{L}\p{N}_-]+[\s,]*)+$/u;
const inSection =
  /^(?:(?:[Pp]ublished |[Pp]osted |[Ff]iled )?(?:in|under)|em|en|dans)\s+((?:[Tt]he\s)?[\p{Lu}\p{N}\p{Lo}#]\S*(?:\s\S+){0,4})$/u;
const labels =
  /^(title|headline|url|link|permalink|date|published|summary|abstract|description)\s*[:：]\s+(?=\S)/iu;
const isoLead = /^[[(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/u;
const address = /^(?:https?:\/\/|www\.)\S+$/iu;
const host = /^(?:[\p{L}\d-]+\.)+\p{L}{2,10}(?:\/\S*)?$/iu;

export function readFields(text: string): Fields {
  const fields: Fields = { dated: false, extras: false, keywords: [], besides: [] };
  const whole = readByline(text);
  if (whole && text.length > longestHeader) return { ...fields, byline: { ...whole, signed: true } };
  if (text.length > longestHeader) return { ...fields, title: text };
  if (/^(?:last )?(?:updated|modified)\b/iu.test(text) && findDate(text)) return updated(text, fields);
  const label = labels.exec(text);
  if (label) return readLabel(label[1]!.toLowerCase(), text.slice(label[0].length), fields);
  if (readWhole(text, fields)) return fields;
  const linked = /^(.*\S)[\s(–—:,-]+(https?:\/\/[^\s()<>]+)\)?$/u.exec(text);
  if (linked) {
    fields.url = linked[2]!;
    text = linked[1]!.lastIndexOf('(') > linked[1]!.lastIndexOf(')') ? `${linked[1]})` : linked[1]!;
  }
  const roles = readBareNames(text);
  if (roles && roles.confidence >= 0.6 && /\s[|–—-]\s/u.test(text))
    return { ...fields, byline: { ...roles, signed: false } };
  const segments = splitSegments(text);
  const left: Segment[] = [];
  for (const segment of segments) {
    const rest = readSegment(segment.text, fields);
    if (rest) left.push({ ...segment, text: rest });
  }
  if (left.length === 0) return fields;
  addTitle(join(left), left, fields);
  return fields;
}

/** A date of change counts only when there is no other. */
function updated(text: string, fields: Fields): Fields {
  return { ...fields, date: findDate(text)!.date, extras: true };
}

interface Segment {
  readonly text: string;
  readonly start: number;
  /** The separator behind it, and where the next one starts. */
  readonly mark: string;
  readonly next: number;
}

/** The segments, with what stood between those that followed one another. */
function join(segments: readonly Segment[]): string {
  return segments
    .map((segment, at) => {
      const before = segments[at - 1];
      if (!before) return segment.text;
      return (before.next === segment.start ? before.mark : ' | ') + segment.text;
    })
    .join('');
}

function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const add = (end: number, mark: string) => {
    const part = text.slice(start, end).trim();
    if (part) segments.push({ text: part, start, mark, next: end + mark.length });
  };
  for (const match of text.matchAll(separator)) {
    add(match.index, match[0]);
    start = match.index + match[0].length;
  }
  add(text.length, '');
  return segments;
}

/** Lines that say one thing as a whole, whatever separators they hold. */
function readWhole(text: string, fields: Fields): boolean {
  const tags = tagsLabel.exec(text);
  if (tags) fields.keywords.push(...splitTags(tags[1] ?? tags[2]!));
  else if (hashTags.test(text)) fields.keywords.push(...text.split(/[#\s,]+/u).filter(tag => tag));
  else if (address.test(text)) fields.url = text;
  else return false;
  fields.extras = true;
  return true;
}

function readLabel(label: string, rest: string, fields: Fields): Fields {
  if (label === 'title' || label === 'headline') return { ...fields, title: rest };
  if (/^(?:url|link|permalink)$/u.test(label)) return { ...fields, url: rest, extras: true };
  if (/^(?:summary|abstract|description)$/u.test(label)) return { ...fields, title: `${rest} ` };
  const date = findDate(rest)?.date;
  return date ? { ...fields, date, dated: true } : { ...fields, dated: true };
}

/** Takes what it knows from a segment; what is left may be a title. */
function readSegment(segment: string, fields: Fields): string {
  const whole = segment.replace(/^[\s,;:|·•]+|[\s,;:|·•]+$/gu, '');
  const plain = whole.replace(pictures, '');
  const rest = plain ? readPlainSegment(plain, fields) : '';
  return rest === plain ? whole : rest;
}

function readPlainSegment(segment: string, fields: Fields): string {
  let text = segment;
  if (isReadingTime(text) || isCount(text) || isChrome(text)) {
    fields.extras = true;
    return '';
  }
  if (readWhole(text, fields)) return '';
  for (let round = 0; round < 2; round++) {
    const brackets = bracketsEnd.exec(text);
    if (!brackets || !takeBrackets(brackets[2]!, fields)) break;
    text = brackets[1]!;
  }
  text = takeDate(text, fields);
  text = takeReadingTime(text, fields);
  if (!text || isCount(text)) return '';
  const section =
    inSection.exec(text) ?? (fields.dated || fields.byline ? /^in ((?:\S+ ?){1,3})$/u.exec(text) : null);
  if (section) {
    takeSection(section[1]!, fields);
    return '';
  }
  return takeByline(text, fields);
}

function takeByline(text: string, fields: Fields): string {
  if (fields.byline === undefined) {
    const points = /^[\d.,]+k? (?:points?|votes?|upvotes?)\s+(?=by\s)/iu.exec(text)?.[0].length ?? 0;
    const { byline, section } = withSection(text.slice(points), readByline, 0);
    if (byline) {
      fields.byline = { ...byline, signed: true };
      if (section) takeSection(section, fields);
      return '';
    }
  }
  const credit = readCredit(text);
  if (credit) {
    fields.note = credit;
    return '';
  }
  if (fields.byline === undefined && text.length <= 120) {
    const { byline, section } = withSection(text, readBareNames, 0.6);
    if (byline && section && /^[\p{Lu}\p{Lo}]/u.test(section)) {
      fields.byline = { ...byline, signed: false };
      takeSection(section, fields);
      return '';
    }
  }
  return text;
}

/** "Jane Doe in Netflix TechBlog": the byline, and what stands behind "in". */
function withSection(text: string, read: (text: string) => Byline | undefined, least: number) {
  const inside = /^(.{2,120}?),? (?:in|for|to|@|under) (\S.{0,60})$/u.exec(text);
  const byline = inside ? read(inside[1]!) : undefined;
  if (inside && byline && byline.confidence >= least) return { byline, section: inside[2]! };
  return { byline: read(text), section: undefined };
}

function takeSection(section: string, fields: Fields): void {
  if (section.includes(',')) fields.keywords.push(...splitTags(section));
  else fields.section = section;
}

function takeDate(text: string, fields: Fields): string {
  const relative = relativeDateStart(text);
  if (relative >= 0) {
    fields.dated = true;
    return text
      .slice(0, relative)
      .replace(dateLead, '')
      .replace(/[\s,(]+$/u, '');
  }
  const found = findDate(text);
  if (!found) return takeYear(text, fields) ?? takeYearless(text, fields);
  const before = text
    .slice(0, found.start)
    .replace(/[([<]\s*$/u, '')
    .trimEnd();
  const after = text.slice(found.end).replace(/^\s*[)\]>]/u, '');
  const lead = dateLead.exec(before);
  const kept = lead ? before.slice(0, lead.index).trimEnd() : before;
  if (!isTaken(kept, lead?.[0] ?? '', before, after, found.date, text)) return text;
  fields.dated = true;
  fields.date ??= found.date;
  const rest = after.replace(/^[\s:,.;)\]]+/u, '').trim();
  const head = kept.replace(/[\s,;:(]+$/u, '');
  // "Jane Doe on March 4, 2020 in Engineering": both sides say something of their own.
  if (head && rest) return takeSides(head, rest, fields);
  return head || rest;
}

/** Whether a date in a line dates the post, rather than belonging to the words of a title. */
function isTaken(
  kept: string,
  lead: string,
  before: string,
  after: string,
  date: PartialDate,
  text: string,
): boolean {
  const nothingBefore = kept === '';
  const nothingAfter = /^[\s.,;:]*$/u.test(after);
  if (nothingBefore && nothingAfter) return true;
  if (nothingBefore) {
    if (/^\s*[:,.)–—-]/u.test(after) || /^\s*(?:by|in|von|par|por)\s/iu.test(after)) return true;
    return date.day !== undefined && (isoLead.test(text) || lead !== '' || /^\s/u.test(after));
  }
  const named = readByline(kept) ?? readBareNames(kept.replace(/,$/u, ''));
  if (named && named.confidence >= 0.3) return true;
  if (!nothingAfter) return false;
  if (
    /[,(:[]$/u.test(before) ||
    before.length < text.slice(0, text.length - after.length).trimEnd().length - 60
  )
    return date.day !== undefined || /[([:]$/u.test(before);
  if (/^\s*(?:posted|published|updated)/iu.test(lead)) return true;
  return (
    date.day !== undefined &&
    !/(?:^|\s)(?:on|of|for|from|since|until|to|by|in|the|am|vom|le|el)$/iu.test(before)
  );
}

function takeSides(head: string, rest: string, fields: Fields): string {
  const left = readSegment(head, fields);
  const right = readSegment(rest, fields);
  if (!right) return left;
  const names = readBareNames(left);
  if (names && !fields.byline) {
    fields.byline = { ...names, signed: false };
    return right;
  }
  return left ? `${left} ${right}` : right;
}

/** "Title, Jane Doe, 2020": a year alone counts behind names. */
function takeYear(text: string, fields: Fields): string | undefined {
  const match = /^(.*\S)(?:,\s+|\s+[([])((?:19|20)\d\d)[)\]]?\.?$/u.exec(text);
  const names = match && readBareNames(match[1]!.slice(match[1]!.search(/[^,—–-]*$/u)).trim());
  if (!match || !names || names.confidence < 0.6) return undefined;
  fields.dated = true;
  fields.date ??= { year: Number(match[2]) };
  return match[1]!;
}

const monthDay = /^(\p{L}{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?=$|[\s:,.)])/u;
const dayMonth = /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-](?:de\s)?(\p{L}{3,10})\.?(?=$|[\s:,.)])/u;
const digits = /^(\d\d)[-/](\d\d)(?=$|[\s:])/u;

/** "Jan 3" at either end of a segment: its year stands elsewhere, or nowhere. */
function takeYearless(text: string, fields: Fields): string {
  const tail = text.slice(-24);
  const at = tail.search(/(?<![\p{L}\d])(?:\p{L}{3,10}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,10}\.?)\)?$/u);
  const end = at > 0 ? text.length - tail.length + at : -1;
  for (const [start, isEnd] of end > 0
    ? ([
        [0, false],
        [end, true],
      ] as const)
    : ([[0, false]] as const)) {
    const part = text.slice(start);
    const [named, numbered, plain] = [monthDay.exec(part), dayMonth.exec(part), digits.exec(part)];
    const word = named?.[1] ?? numbered?.[2];
    const month = plain
      ? Number(plain[1])
      : word && /^\p{Lu}|^\d/u.test(part)
        ? monthOfWord(word)
        : undefined;
    const day = Number(plain?.[2] ?? named?.[2] ?? numbered?.[1]);
    const match = plain ?? named ?? numbered;
    if (!match || !month || month > 12 || !(day >= 1 && day <= 31)) continue;
    fields.dated = true;
    fields.yearless ??= { month, day };
    const kept = isEnd ? text.slice(0, start).replace(dateLead, '') : part.slice(match[0].length);
    return kept.replace(/^[\s:,.)\]]+|[\s:,(]+$/gu, '');
  }
  return text;
}

function takeReadingTime(text: string, fields: Fields): string {
  const at = text.slice(-40).search(/(?<![\p{L}\d])\d+\s*-?min(?:ute)?s?(?:\s+read)\)?$/iu);
  if (at < 0 || (at === 0 && text.length <= 40)) return text;
  fields.extras = true;
  return text.slice(0, Math.max(0, text.length - 40) + at).replace(/[\s,(]+$/u, '');
}

function addTitle(title: string, left: readonly Segment[], fields: Fields): void {
  const isWhole = left.length === 1 && !fields.byline;
  const names = isWhole ? readBareNames(title.replace(pictures, '')) : undefined;
  if (names && names.confidence > 0) fields.byline = { ...names, signed: false };
  if (!fields.byline) fields.besides = readBesides(title, left);
  fields.title = title;
}

/** "(5 min read)", "(Jan 3, 2021)", "(example.com)" behind a title. */
function takeBrackets(inside: string, fields: Fields): boolean {
  const isMeta =
    isReadingTime(inside) ||
    isCount(inside) ||
    host.test(inside) ||
    /^(?:pdf|video|audio|slides?|podcast)$/iu.test(inside);
  if (isMeta) {
    fields.extras = true;
    return true;
  }
  const signed = readByline(inside);
  if (signed && !fields.byline) {
    fields.byline = { ...signed, signed: true };
    return true;
  }
  const probe: Fields = { dated: false, extras: false, keywords: [], besides: [] };
  const rest = takeDate(inside, probe);
  if (!probe.dated || (rest && !readBareNames(rest))) return false;
  fields.dated = true;
  if (probe.date && !fields.date) fields.date = probe.date;
  if (probe.yearless && !fields.yearless) fields.yearless = probe.yearless;
  const names = rest ? readBareNames(rest) : undefined;
  if (names && !fields.byline) fields.byline = { ...names, signed: false };
  return true;
}

function readBesides(title: string, left: readonly Segment[]): Beside[] {
  const by = /^(.*\S)\s+(by|von|par|por)\s+(\S.*)$/u.exec(title.replace(/,\s+(?=by\s)/u, ' '));
  const list: [BesideShape, string | undefined, string | undefined][] = [['by', by?.[1], by?.[3]]];
  if (left.length > 1) {
    list.push(['after', join(left.slice(0, -1)), left.at(-1)!.text]);
    list.push(['before', join(left.slice(1)), left[0]!.text]);
  }
  const quoted = /^[“"«„](.{3,200}?)[,.]?[”"»“],?\s+(\S.*)$/u.exec(title);
  list.push(['after', quoted?.[1], quoted?.[2]]);
  const quotedLast = /^([^“"«„]{3,120}?),?\s+[“"«„](.{3,200}?)[,.]?[”"»“]$/u.exec(title);
  list.push(['before', quotedLast?.[2], quotedLast?.[1]]);
  const brackets = bracketsEnd.exec(title);
  list.push(['brackets', brackets?.[1], brackets?.[2]]);
  const comma = /^(.*\S)\s*,\s+(\S+(?:\s\S+){1,4})$/u.exec(title);
  list.push(['after', comma?.[1], comma?.[2]]);
  const colon = /^([^:]{3,80}):\s+(\S.*)$/u.exec(title);
  list.push(['colon', colon?.[2], colon?.[1]]);
  return list.flatMap(([shape, rest, names]) => {
    const byline = rest && names ? readBareNames(names) : undefined;
    const plain = rest?.replace(/^[\s—–|·:-]+|[\s—–|·:,-]+$/gu, '');
    return byline && plain && byline.confidence >= 0.15 ? [{ title: plain, byline, shape }] : [];
  });
}

const splitTags = (text: string) =>
  text
    .split(/\s*[,;|·•、，/]\s*|\s+(?=#)/u)
    .map(tag => tag.replace(/^#/u, '').trim())
    .filter(tag => tag && tag.length <= 40 && !isCount(tag));
