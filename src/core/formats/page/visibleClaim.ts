import { findDate, parseDate } from '../../date';
import { displayName, parseName } from '../../name';
import type { Name, PartialDate } from '../../post';
import { sameValue } from '../../sameValue';
import { authorsOf } from '../html/authors';
import type { DateContext } from '../html/dates';
import { dateOf } from '../html/entryDate';
import { type Parts, partsOf } from '../html/parts';
import { keywordsOf } from '../html/readEntry';
import { roleOf } from '../html/roles';
import { descendants, type HtmlElement, type HtmlNode, isElement, isUnseen } from '../html/tree';
import { readByline } from '../line/byline';
import { isReadingTime } from '../line/chrome';
import type { Claim } from './claim';
import type { Heading } from './heading';
import { zoneOf } from './zone';

export interface VisibleClaim extends Claim {
  /** Names of a line "By A and B", where the markup's author is somebody else: a publication's account. */
  readonly signed: readonly Name[];
  /** Text of a date that could not be read. */
  readonly unknownDate?: string | undefined;
  readonly note?: string | undefined;
}

/** What the page shows its readers of the post: byline, date, topics. */
export function visibleClaim(
  root: HtmlElement,
  heading: Heading | undefined,
  context: DateContext,
): VisibleClaim {
  const title = heading?.element ?? nowhere;
  const zone = zoneOf(root, heading?.element);
  const top = partsIn(zone.top, title);
  const next = partsIn(zone.next, title);
  const rest = partsIn(zone.rest, title);
  const places = [top, next, rest, partsIn(onlyOne(zone.outside, title, context), title)];
  const authors = places
    .map(parts => authorsOf(parts, parts === top ? besideDate(top) : []))
    .find(({ names }) => names.some(name => displayName(name) !== ''));
  const dated = places.map(parts => dateOf(parts, context, title));
  const date = dated.find(({ date }) => date)?.date ?? onlyDate(root);
  return {
    title: heading?.text,
    names: authors?.names ?? zone.below.map(namesOfSentence).find(names => names.length > 0) ?? [],
    signed: [...top.lines, ...next.lines].map(namesOfByline).find(names => names.length > 0) ?? [],
    date,
    keywords: [top, next, rest].map(keywordsOf).find(words => words.length > 0) ?? [],
    unknownDate: date ? undefined : dated[0]?.unknown,
    note: authors?.note,
  };
}

/** Of the lines around the title, those that stand with a date: any other pair of words may be a heading or a menu's. */
function besideDate({ lines, byRole }: Parts): string[] {
  const isDated = lines.map(line => findDate(line) !== undefined || isReadingTime(line));
  const marked = byRole.has('date') ? linesBesideMarked : 0;
  return lines.filter((_, at) => at < marked || isDated.slice(Math.max(0, at - 2), at + 3).includes(true));
}

/** Where an element is marked as the date, its place among the lines is not known. */
const linesBesideMarked = 4;

/** The date that stands alone somewhere on the page, where it is the only one: in a side column. */
function onlyDate(root: HtmlElement): PartialDate | undefined {
  let only: PartialDate | undefined;
  let tried = 0;
  for (const element of descendants(root, isUnseen)) {
    for (const child of element.children) {
      if (isElement(child) || child.length > 60 || !/\d{4}/.test(child)) continue;
      if (++tried > 500) return undefined;
      const date = parseDate(child);
      if (date?.day === undefined) continue;
      if (only && !sameValue(only, date)) return undefined;
      only = date;
    }
  }
  return only;
}

const nowhere: HtmlElement = {
  tag: 'h1',
  attributes: new Map(),
  parent: undefined,
  children: [],
  order: 0,
  line: 1,
};

const partsIn = (nodes: readonly HtmlNode[], title: HtmlElement): Parts =>
  partsOf({ title, link: undefined, nodes: ['', ...nodes] }, title);

function namesOfByline(line: string): Name[] {
  const byline = line.length <= 300 ? readByline(line) : undefined;
  return byline && byline.confidence > 0.6 ? byline.names.map(parseName) : [];
}

/** "Written by A who lives in B": up to the word that goes on about the person. */
const namesOfSentence = (text: string): Name[] =>
  namesOfByline(text.replace(/,?\s+(?:who|is|was|has|works|worked|lives|writes|leads|builds)\s.*$/is, ''));

/** Of what stands elsewhere on the page, only what can be of this post: where no two differ. */
function onlyOne(elements: readonly HtmlElement[], title: HtmlElement, context: DateContext): HtmlElement[] {
  const authors = elements.filter(element => roleOf(element) === 'author');
  const dates = elements.filter(element => roleOf(element) === 'date');
  const names = new Set(
    authors.flatMap(element => authorsOf(partsIn([element], title)).names.map(name => displayName(name))),
  );
  const days = new Set(
    dates.map(element => JSON.stringify(dateOf(partsIn([element], title), context, title).date)),
  );
  return [...(authors.length === 1 || names.size === 1 ? authors : []), ...(days.size === 1 ? dates : [])];
}
