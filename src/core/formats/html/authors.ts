import { findDate } from '../../date';
import { displayName, nameKey, parseName } from '../../name';
import type { Name } from '../../post';
import { cleanText } from '../../text';
import { readBareNames, readByline, readCredit } from '../line/byline';
import { isLabel } from '../line/label';
import { readNames } from '../line/names';
import type { Parts } from './parts';
import { remembered } from './remembered';
import { classWords, type Role, roleOf } from './roles';
import {
  attribute,
  descendants,
  type HtmlElement,
  isElement,
  isForScreenReaders,
  isUnseen,
  linesOf,
  textOf,
  tokens,
} from './tree';

export interface Authors {
  readonly names: readonly Name[];
  readonly note?: string | undefined;
  /** The lines that were read as a byline. */
  readonly used: ReadonlySet<string>;
}

/** Below this a line without "by" is no byline. */
const sureEnough = 0.6;

const beside: ReadonlySet<Role | undefined> = new Set<Role>([
  'job',
  'avatar',
  'date',
  'updated',
  'tag',
  'publication',
  'chrome',
  'excerpt',
]);
const remark =
  /^(?:\+ ?\d+(?: more| others)?|and \d+ (?:more|others)|in|on|at|\d+ min.*|follow(?:ing)?|by|and|&)$/i;

/** Who wrote a post, by the markup of its entry, else by a line such as "By A and B", else by one of `bare` that holds nothing but names. */
export function authorsOf(parts: Parts, bare: readonly string[] = parts.lines): Authors {
  const elements = parts.byRole.get('author') ?? [];
  const notes: string[] = [];
  const found = elements.flatMap(element => namesIn(element, notes));
  const metas = parts.metas
    .filter(meta => tokens(meta, 'itemprop').includes('author'))
    .map(meta => attribute(meta, 'content'));
  let signed = [...metas, ...found];
  const used = new Set<string>();
  for (const line of [...joinBy(parts.lines), ...parts.marked]) {
    const credit = readCredit(line);
    if (credit) notes.push(credit);
    const byline = signed.length === 0 && signatureIn(line);
    if (!byline) continue;
    used.add(line);
    signed = [...signed, ...byline.names];
    if (byline.note) notes.push(byline.note);
  }
  if (signed.length === 0) signed = bareNames(bare, used);
  if (signed.length === 0) {
    const avatars = (parts.byRole.get('avatar') ?? []).filter(element => element.tag !== 'img');
    signed = avatars.flatMap(element => imagesIn(element)).flatMap(image => pictured(image, true));
  }
  if (signed.length === 0) signed = parts.images.flatMap(image => pictured(image, false));
  return { names: distinct(signed), ...(notes.length > 0 ? { note: notes.join(' ') } : {}), used };
}

function namesIn(element: HtmlElement, notes: string[]): string[] {
  const stated = [...descendants(element)].filter(
    child => child.tag === 'meta' && tokens(child, 'itemprop').includes('name'),
  );
  if (stated.length > 0)
    return stated.flatMap(meta => readSigned(cleanText(attribute(meta, 'content')), notes));
  const named = innermost(element, isNameElement);
  if (named.length > 0) return named.flatMap(name => readSigned(textOf(name, isBeside, 300), notes));
  const inner = innermost(element, child => roleOf(child) === 'author');
  const fromInner = inner.flatMap(child => readSigned(visibleLines(child).join('\n'), notes));
  const lines = visibleLines(element);
  const text = lines.join(' ');
  const whole = inner.length > 0 ? namesOfLine(text, notes) : readSigned(lines.join('\n'), notes);
  if (fromInner.length > 0 && !isRicher(whole, fromInner)) return fromInner;
  if (whole.length > 0) return whole;
  const labelled = [element, ...descendants(element)]
    .slice(0, 50)
    .flatMap(part => readSigned(labelOf(part), notes));
  return labelled.length > 0 ? labelled : imagesIn(element).flatMap(image => pictured(image, true));
}

/** The name in an attribute of an element that shows none: "Profile of A", "A's avatar". */
function labelOf(element: HtmlElement): string {
  const names = element.tag === 'img' ? [] : ['aria-label', 'title', 'content', 'data-name'];
  const label =
    names.map(name => attribute(element, name)).find(text => text !== '' && text.length < 100) ?? '';
  return label
    .replace(/^(?:go to |view |see |profile of |author:? |posts by |written by |avatar of |more from )+/i, '')
    .replace(/['’]s (?:profile|avatar|page|posts)$/i, '');
}

const isBeside = (element: HtmlElement): boolean =>
  beside.has(roleOf(element)) || isForScreenReaders(element);

const visibleLines = (element: HtmlElement): string[] =>
  linesOf(separated(element), child => child !== element && isBeside(child), 2000).filter(
    line => line.trim() !== '',
  );

/** Names in list items, or in elements of their own side by side, are apart even without a space between. */
function separated(element: HtmlElement): (HtmlElement | string)[] {
  return element.children.flatMap((child, at) => {
    const next = element.children[at + 1];
    return isElement(child) &&
      next !== undefined &&
      isElement(next) &&
      child.tag === next.tag &&
      child.tag !== 'b'
      ? [child, '\n']
      : [child];
  });
}

/** Elements that hold one name: microdata's `name`, hCard's `fn`, "author-name". */
function isNameElement(element: HtmlElement): boolean {
  if (tokens(element, 'itemprop').includes('name')) return true;
  return classWords(element).some(words => {
    const last = words.at(-1);
    return (
      (words.length === 1 && last === 'fn') ||
      words.join('-') === 'p-name' ||
      last === 'name' ||
      last === 'fullname' ||
      (last === 'tooltip' && words.includes('name'))
    );
  });
}

function innermost(element: HtmlElement, holds: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  const walk = (parent: HtmlElement, depth: number): boolean => {
    let any = false;
    for (const child of parent.children) {
      if (!isElement(child) || isUnseen(child) || found.length > 100 || depth > 12) continue;
      if (beside.has(roleOf(child)) && !holds(child)) continue;
      const below = walk(child, depth + 1);
      if (!below && holds(child) && textOf(child, undefined, 200) !== '') found.push(child);
      any ||= below || holds(child);
    }
    return any;
  };
  walk(element, 0);
  return found;
}

function readSigned(text: string, notes: string[]): string[] {
  return text.split('\n').flatMap(line => namesOfLine(line, notes));
}

function namesOfLine(line: string, notes: string[]): string[] {
  const names: string[] = [];
  for (const piece of line.split(/\s[·•|—–]\s|[·•|]/u).map(stripped)) {
    if (piece === '' || remark.test(piece) || isLabel(piece)) continue;
    const credit = readCredit(piece);
    if (credit) {
      notes.push(credit);
      continue;
    }
    const byline = readByline(piece);
    if (byline?.note) notes.push(byline.note);
    const read = byline?.names ?? readNames(piece, true)?.names;
    if (read) names.push(...read);
    else if (names.length === 0 && piece.length <= 60 && !/[.!?]\s|:\s/.test(piece))
      names.push(piece.replace(/^(?:by|von|par|por):?\s+/i, ''));
  }
  return names;
}

/** "Posted on", "Publié le": what stands before a date that was cut out, when the names follow. */
const opening =
  /^(?:first )?(?:posted|published|publié|publicado|publicada|pubblicato|veröffentlicht|geplaatst|gepubliceerd|publicerad|publisert|udgivet|date)?\s*(?:on|at|le|el|il|em|am|op|den|il giorno)?[\s,:;·–—|-]*(?=(?:written |posted |geschrieben |écrit |escrito |scritto )?(?:by|von|par|por|di|da|door|av|af)\s)/iu;

const asianPublished =
  /[\s(（|｜·-]*(?:发布于|发表于|更新于|發佈於|發布於|發表於|發佈|公開日?|投稿日?|作成日|등록일?|작성일)\s*[:：]?\s*[)）]?$/u;
/** What a line that names the author last may begin with. */
const longOpening =
  /^(?:(?:last )?(?:posted|published|written|filed|added|created|submitted)|in|on|\d)\b.{0,80}?\s(?=by \p{Lu})/iu;

/** "ByJane Doe", "Byby Jane Doe": two elements without a space between. */
const gluedBy =
  /^((?:(?:[Gg]eschrieben|[Vv]eröffentlicht|[Pp]ublished|[Ww]ritten|[Pp]osted) )?(?:[Bb]y|BY|[Vv]on|VON))(?:[Bb]y\s|(?=\p{Lu}\p{Ll}))/u;
const clock =
  /(?<!\d)\d{1,2}(?::\d{2}(?::\d{2})?|\.\d{2}(?= ?Uhr)|時\d{2}分)(?: ?(?:uhr|h|[ap]\.?m\.?)(?!\p{L}))?/giu;

/** "Zum Profil von Jane Doe", "Autor Jane Doe"; with a colon it is a byline. */
const announced = /^(?:(?:zum )?profil von|(?:artikel|beitr(?:ag|äge)) von|autor(?:in)?|author) (?=[^\s:])/iu;

/** A piece of a byline without date, reading time and the publication it appeared in. */
const stripped = (text: string): string => (text.length > 300 ? strip(text) : knownStripped(text));

/** Posts of one day, or by the same people, are signed alike. */
const knownStripped = remembered(strip);

function strip(text: string): string {
  let piece = cleanText(text)
    .replace(gluedBy, '$1 ')
    .replace(/\b\d+[ -]?min(?:ute)?s?(?: read)?\b/i, '');
  piece = piece.replace(/\((?:last )?(?:updated|edited|modified)[^()]*\)/i, '');
  const date = findDate(piece);
  if (date) piece = `${piece.slice(0, date.start)} ${piece.slice(date.end)}`;
  return cleanText(piece)
    .replace(clock, '')
    .replace(announced, '')
    .replace(opening, '')
    .replace(asianPublished, '')
    .replace(/^(?:posted|published) (?:on|in)?$/i, '')
    .replace(/\s+(?:in|for|at) \p{Lu}.*$/u, '')
    .replace(/\s+More (?:stories|articles|posts) by\s.*$/u, '')
    .replace(/\s*(?:,|\band\b|&)?\s*(?:\+ ?\d+|\d+ (?:more|others?))(?: more| others?)?$/i, '')
    .replace(/[\s,;:|·–—-]+$/, '')
    .replace(/\s+(?:(?:wrote|posted|published)(?: this)?\s*(?:on|at)?|on|at|in|am|le|el|il|em|op|den)$/i, '')
    .replace(/[\s,;:|·–—-]+$/, '')
    .replace(/^[\s,;:|·–—-]+/u, '');
}

function signatureIn(line: string): { names: readonly string[]; note?: string } | undefined {
  if (line.length > 300) return undefined;
  const piece = stripped(line);
  const byline = readByline(piece) ?? readByline(piece.replace(longOpening, ''));
  return byline && byline.names.length > 0 && byline.confidence >= 0.4 ? byline : undefined;
}

/** "By" in an element of its own goes with what follows. */
function joinBy(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      /^(?:(?:written|posted|published|words) )?(?:by|von|par|por|door|di|af|av):?$/i.test(last)
    )
      joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined;
}

function bareNames(lines: readonly string[], used: Set<string>): string[] {
  for (const line of lines) {
    if (line.length > 120) continue;
    const piece = stripped(line);
    const names = piece && !isLabel(piece) && readBareNames(piece);
    if (!names || names.confidence < sureEnough) continue;
    used.add(line);
    return [...names.names];
  }
  return [];
}

const imagesIn = (element: HtmlElement, depth = 8): HtmlElement[] =>
  element.children.flatMap(child =>
    !isElement(child) ? [] : child.tag === 'img' ? [child] : depth > 0 ? imagesIn(child, depth - 1) : [],
  );

/** The person a picture shows: "Avatar of A", "A's avatar", or "A" where the picture is marked as an avatar. */
function pictured(image: HtmlElement, marked: boolean): string[] {
  const alt = cleanText(attribute(image, 'alt') || attribute(image, 'title'));
  if (alt === '' || alt.length > 80 || isLabel(alt)) return [];
  const told =
    /^(?:(?:the )?(?:avatar|photo|picture|portrait|profile (?:picture|photo|image)|headshot|image) (?:of|for) )(.+)$|^(.+?)['’]s (?:avatar|photo|picture|portrait|profile (?:picture|photo|image)|headshot)$/i.exec(
      alt,
    );
  const avatar =
    marked ||
    classWords(image).some(words => words.some(word => /avatar|author|headshot|gravatar/.test(word)));
  const name =
    told?.[1] ??
    told?.[2] ??
    (avatar ? alt.replace(/\s+(?:avatar|photo|profile picture|headshot)$/i, '') : undefined);
  return name ? [...(readNames(name, true)?.names ?? [])] : [];
}

function isRicher(names: readonly string[], than: readonly string[]): boolean {
  const keys = new Set(names.map(name => nameKey(parseName(name))));
  return names.length > than.length && than.every(name => keys.has(nameKey(parseName(name))));
}

function distinct(names: readonly string[]): Name[] {
  const seen = new Map<string, Name>();
  for (const text of names) {
    const name = parseName(text);
    const key = nameKey(name);
    if (key !== '' && displayName(name) !== '' && !seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}
