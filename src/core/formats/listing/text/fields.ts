import { findDate } from '../../../date';
import { type Byline, readBareNames, readByline, readCredit } from '../../line/byline';
import { isChrome, isCount, isReadingTime } from '../../line/chrome';
import { type Beside, bracketsEnd, readBesides } from './besides';
import { isPublicationName } from './publication';
import { joinSegments, type Segment, splitSegments } from './segments';
import { type Dated, takeDate } from './takeDate';

/** What one line says. */
export interface Fields extends Dated {
  /** What is left when the rest is taken away: the line's title, if it has one. */
  title?: string;
  /** Signed with a word such as "by", or by a bare list of names. */
  byline?: Byline & { readonly signed: boolean };
  /** Further readings of `title`: names beside it, with nothing that makes them sure to be names. */
  besides: readonly Beside[];
  /** Holds a reading time, a count of comments or the like. */
  extras: boolean;
  /** "(2019)" behind the title, taken for its date. */
  yearInBrackets?: string;
  keywords: string[];
  note?: string;
  /** The section or publication that it stands in: "in Netflix TechBlog". */
  section?: string;
  url?: string;
}

/** UTF-16 units; a longer line is a paragraph unless it opens with a byline. */
const longestHeader = 300;

const tagsLabel =
  /^(?:tags?|topics?|categor(?:y|ies)|filed (?:under|in)|posted in|published in|labels?|keywords?|tagged(?: with| as| in)?|sections?|subjects?|rubrik|kategorie|kategorien?|themen?|schlagw(?:ö|o)rter|schlagworte|catégories?|étiquettes?|mots[- ]clés|etiquetas?|categorías?|temas?|categorias?|categorie|tag|タグ|カテゴリー?|标签|分类|標籤|分類|태그|카테고리)\s*[:：]\s*(.+)$|^(?:filed (?:under|in)|posted in|tagged(?: with| as)?|topics?)\s+(.+)$/iu;
/** Emoji that open or end a line: "📅 5 April". */
const pictures =
  /^(?:(?:\p{Extended_Pictographic}|[\ufe0f\u200d])\s*)+|(?:\s*(?:\p{Extended_Pictographic}|[\ufe0f\u200d]))+$/gu;
const hashTags = /^(?:#[\p{L}\p{N}_-]+[\s,]*)+$/u;
const inSection =
  /^(?:(?:[Pp]ublished |[Pp]osted |[Ff]iled )?(?:in|under)|em|en|dans)\s+((?:[Tt]he\s)?[\p{Lu}\p{N}\p{Lo}#]\S*(?:\s\S+){0,4})$/u;
const labels =
  /^(title|headline|url|link|permalink|date|published|summary|abstract|description)\s*[:：]\s+(?=\S)/iu;
const address = /^(?:https?:\/\/|www\.)\S+$/iu;
/** What stands beside the title of a paper. */
const identifier =
  /^(?:arxiv|doi|isbn|issn)\s*:\s*\S+(?:\s*\[[^[\]]*\])?$|^(?:comments|journal-ref|report-no)\s*:\s.{1,200}$/iu;
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
  text = text.replace(/^([文撰]|作者|撰文)\s*[|｜]\s*/u, '$1：');
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
  addTitle(joinSegments(left), left, fields);
  return fields;
}

/** A date of change counts only when there is no other. */
function updated(text: string, fields: Fields): Fields {
  return { ...fields, date: findDate(text)!.date, extras: true };
}

/** Lines that say one thing as a whole, whatever separators they hold. */
function readWhole(text: string, fields: Fields): boolean {
  const tags = tagsLabel.exec(text);
  if (tags) fields.keywords.push(...splitTags(tags[1] ?? tags[2]!));
  else if (hashTags.test(text)) fields.keywords.push(...text.split(/[#\s,]+/u).filter(tag => tag));
  else if (address.test(text)) fields.url = text;
  else if (!identifier.test(text)) return false;
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
  const whole = segment.replace(/^[\s,;:|·•—–-]+|[\s,;:|·•]+$/gu, '');
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
  const sides = takeDate(text, fields);
  if (sides.length > 1) return takeSides(sides[0]!, sides[1]!, fields);
  text = sides[0] ?? '';
  text = takeReadingTime(text, fields);
  if (!text || isCount(text)) return '';
  const section =
    inSection.exec(text) ??
    (fields.dated || fields.byline ? /^(?:in ((?:\S+ ?){1,3})|(?:to|TO|IN) (\S.{1,80}))$/u.exec(text) : null);
  if (section) {
    takeSection((section[1] ?? section[2])!, fields);
    return '';
  }
  return takeByline(text, fields);
}

function takeByline(text: string, fields: Fields): string {
  const inside = /^(?:[Pp]ublished )?[Ii]n (\S.{0,60}?) (by \S.*)$/u.exec(text);
  const author = inside && fields.byline === undefined ? readByline(inside[2]!) : undefined;
  if (inside && author) {
    fields.byline = { ...author, signed: true };
    takeSection(inside[1]!, fields);
    return '';
  }
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
    const publication = byline ? undefined : inPublication(text);
    if (publication) {
      fields.byline = { ...publication.byline, signed: false };
      fields.section = publication.section;
      return '';
    }
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
  const inside = /^(.{2,120}?),? (in|for|to|@|under|em|en|dans) (\S.{0,60})$/u.exec(text);
  const isJoined = inside && joinsNames(text, inside[2]!, inside[3]!);
  if (isJoined) return { byline: read(text), section: undefined };
  const byline = inside ? read(inside[1]!) : undefined;
  if (inside && byline && byline.confidence >= least) return { byline, section: inside[3]! };
  return { byline: read(text), section: undefined };
}

/** "Netflix Technology Blog in Netflix TechBlog": one body writes in the pages of another. */
function inPublication(text: string): { byline: Byline; section: string } | undefined {
  const [name, section, ...more] = text.split(' in ');
  if (!name || !section || more.length > 0 || !isPublicationName(name) || !isPublicationName(section))
    return undefined;
  const byline = readBareNames(name);
  return byline && { byline, section };
}

/** "for the Go team" belongs to the byline; "en" is Dutch for "and", and Spanish and French for "in". */
function joinsNames(text: string, word: string, rest: string): boolean {
  if (word === 'for') return /^(?:the|our)\s(?:.*\s)?teams?$/iu.test(rest);
  if (word !== 'en' || /^(?:(?:escrito|publicado|écrit|publié|rédigé)\s)?(?:por|par|de)\s/iu.test(text))
    return false;
  if (/^(?:\S+\s)?door\s/iu.test(text)) return true;
  return rest.includes(' ') && !isPublicationName(rest) && (readBareNames(rest)?.confidence ?? 0) >= 0.6;
}

function takeSection(section: string, fields: Fields): void {
  if (section.includes(',')) fields.keywords.push(...splitTags(section));
  else fields.section = section;
}

/** "Jane Doe on March 4, 2020 in Engineering": both sides of the date say something. */
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

function takeReadingTime(text: string, fields: Fields): string {
  const asian = /(?:\s+(?:文章链接|\d+\s?(?:字|分钟(?:阅读)?|分)))+$/u.exec(text.slice(-60))?.[0];
  if (asian) {
    fields.extras = true;
    return text.slice(0, -asian.length);
  }
  const at = text.slice(-40).search(/(?<![\p{L}\d])\d+\s*-?min(?:ute)?s?(?:\s+read)\)?$/iu);
  if (at < 0 || (at === 0 && text.length <= 40)) return text;
  fields.extras = true;
  return text.slice(0, Math.max(0, text.length - 40) + at).replace(/[\s,(]+$/u, '');
}

function addTitle(title: string, left: readonly Segment[], fields: Fields): void {
  const isWhole = left.length === 1 && !fields.byline;
  const names = isWhole ? readBareNames(title.replace(pictures, '')) : undefined;
  if (names && names.confidence > 0) fields.byline = { ...names, signed: false };
  if (!fields.byline) fields.besides = readBesides(title, left, fields.dated);
  fields.title = title;
}

/** "(5 min read)", "(Jan 3, 2021)", "(example.com)" behind a title. */
function takeBrackets(inside: string, fields: Fields): boolean {
  if (/^(?:19|20)\d\d$/u.test(inside)) {
    fields.dated = true;
    fields.date ??= { year: Number(inside) };
    fields.yearInBrackets = `(${inside})`;
    return true;
  }
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
  const rest = takeDate(inside, probe).join(' ');
  if (!probe.dated || (rest && !readBareNames(rest))) return false;
  fields.dated = true;
  if (probe.date && !fields.date) fields.date = probe.date;
  if (probe.yearless && !fields.yearless) fields.yearless = probe.yearless;
  const names = rest ? readBareNames(rest) : undefined;
  if (names && !fields.byline) fields.byline = { ...names, signed: false };
  return true;
}

const splitTags = (text: string) =>
  text
    .split(/\s*[,;|·•、，/]\s*|\s+(?=#)/u)
    .map(tag => tag.replace(/^#/u, '').trim())
    .filter(tag => tag && tag.length <= 40 && !isCount(tag));
