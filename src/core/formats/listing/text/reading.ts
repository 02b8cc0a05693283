import { isChrome } from '../../line/chrome';
import type { Beside, BesideShape } from './besides';
import { type Fields, readFields } from './fields';
import { findFoot } from './foot';
import { isAddress } from './isAddress';
import type { Line } from './lines';
import { readLinkedTitle } from './linkedTitle';
import { isMonth, monthHeads } from './months';
import { findRubrics } from './rubrics';

/** A line, what it says by itself, and what the rest of the page says about it. */
export interface Reading {
  readonly line: Line;
  readonly fields: Fields;
  /** Tells nothing of a post: navigation, a store button, a rule. */
  readonly chrome: boolean;
  /** Heads the posts below it: a year, a month, a section of the page. */
  readonly group: boolean;
  /** How often the text stands in the page. */
  readonly count: number;
  /** How often its names sign in the page, if it has a byline. */
  readonly signatures: number;
  /** The title is the text of a link. */
  readonly linked: boolean;
}

/** What all lines together tell. */
export interface Page {
  readonly readings: readonly Reading[];
  /** The heading level that titles have, 0 when none does. */
  readonly titleLevel: number;
  /** Blank lines stand between some lines and not between others, and so tell something. */
  readonly gapsTell: boolean;
  readonly besideShape: BesideShape | undefined;
  /** Most titles are links, and most have a date or names beside them: one without is none. */
  readonly titlesAreLinks: boolean;
  readonly titlesAreSigned: boolean;
  readonly sectionsStand: boolean;
  /** A short line in capitals is a rubric, for most titles are not written so. */
  readonly capitalsTell: boolean;
  /** Lines from here on are the page's foot. */
  readonly footStart: number;
  /** The line of the foot that must be the publication's name, by where it stands. */
  readonly footName?: string;
}

const yearAlone =
  /^(?:(?:posts|articles|archive|year|from|in)\s+(?:from|in|of)?\s*)?[12]\d{3}(?:\s*年)?(?:\s*\(.{0,12}\))?:?$/iu;

export function readPage(lines: readonly Line[]): Page {
  const fields = withYearsInTitles(lines.map(line => readLinkedTitle(line) ?? readFields(line.text)));
  const counts = countBy(lines, line => line.text.toLowerCase());
  const signatures = countBy(
    fields.filter(({ byline }) => byline),
    ({ byline }) => byline!.names.join().toLowerCase(),
  );
  const sections = new Set(
    [...countBy(fields, ({ section }) => section ?? '')].flatMap(([name, count]) =>
      count > 1 ? [name] : [],
    ),
  );
  const titleLevel = levelOfTitles(lines, fields);
  const items = lines.filter((line, at) => line.item && fields[at]!.title !== undefined).length;
  const monthsHead = monthHeads(lines, fields);
  const rubrics = findRubrics(lines, fields);
  const readings = lines.map((line, at): Reading => {
    const said = fields[at]!;
    const linked = line.links.some(
      link => isAddress(link.url) && link.text.length >= (said.title?.length ?? 999) * 0.6,
    );
    return {
      line,
      fields: said,
      chrome:
        sections.has(line.text) ||
        rubrics.has(line) ||
        (said.title === undefined ? isChrome(line.text) : isChrome(said.title) && !linked),
      group: isGroup(line, said, titleLevel, items) || monthsHead.has(at),
      count: counts.get(line.text.toLowerCase())!,
      signatures: said.byline ? signatures.get(said.byline.names.join().toLowerCase())! : 0,
      linked,
    };
  });
  const besideShape = shapeBeside(readings);
  const gaps = lines.filter(line => line.gap).length / Math.max(1, lines.length);
  return {
    readings,
    titleLevel,
    gapsTell: gaps > 0.05 && gaps < 0.9,
    besideShape,
    titlesAreLinks: share(readings, ({ linked }) => linked) >= 0.6,
    titlesAreSigned: share(readings, reading => isSignedTitle(reading, besideShape)) >= 0.6,
    sectionsStand: areSections(readings),
    capitalsTell: share(readings, ({ line }) => isCapitals(line.text)) < 0.6,
    ...findFoot(readings),
  };
}

/** Where other dates stand in the page, "(2019)" behind a title is part of it. */
function withYearsInTitles(fields: readonly Fields[]): readonly Fields[] {
  const years = fields.filter(({ yearInBrackets, title }) => yearInBrackets && title).length;
  const others = fields.filter(({ date }) => date?.month !== undefined).length;
  if (years === 0 || others < years) return fields;
  return fields.map(said => {
    if (!said.yearInBrackets || said.title === undefined) return said;
    const { date, ...rest } = { ...said, title: `${said.title} ${said.yearInBrackets}` };
    return date?.month === undefined ? { ...rest, dated: false } : { ...rest, date };
  });
}

/** A year, a heading that is a month, or a heading over a list of items. */
function isGroup(line: Line, said: Fields, titleLevel: number, items: number): boolean {
  if (yearAlone.test(line.text)) return true;
  if (isMonth(said)) return line.heading > 0 || line.strong;
  if (line.heading === 0 || said.title === undefined || line.links.length > 0 || said.dated) return false;
  return line.heading !== titleLevel || (items >= 2 && titleLevel === 0);
}

/** The level that most headings have which carry a link, or are followed by a date or a byline. */
function levelOfTitles(lines: readonly Line[], fields: readonly Fields[]): number {
  const votes = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    if (line.heading === 0 || fields[at]!.title === undefined) continue;
    const isMeta = [at + 1, at + 2].some(index => isMetaBelow(lines[index], fields[index]));
    const own = line.links.length > 0 || fields[at]!.dated || isMetaBelow(lines[at - 1], fields[at - 1]);
    votes.set(
      line.heading,
      (votes.get(line.heading) ?? 0) + (isMeta || own ? 2 : 0) + (line.heading === 1 ? 0 : 0.1),
    );
  }
  const [level, most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [0, 0.99]);
  return most > 0.99 ? level : 0;
}

function isMetaBelow(line: Line | undefined, said: Fields | undefined): boolean {
  if (!line || !said || line.item || line.heading > 0) return false;
  if (said.dated && said.title !== undefined && line.links.length > 0) return false;
  return said.dated || said.extras || said.byline !== undefined;
}

/** The one way in which most of the page's titles have names beside them. */
function shapeBeside(readings: readonly Reading[]): BesideShape | undefined {
  const titles = readings.filter(mayBeTitle);
  const sure = titles.flatMap(({ fields }) =>
    fields.besides.filter(({ byline }) => byline.confidence >= 0.6),
  );
  for (const [shape, count] of countBy(sure, beside => beside.shape)) {
    const enough = shape === 'by' ? 0.2 : 0.3;
    if (count >= 2 && count >= titles.length * enough) return shape;
  }
  return undefined;
}

/** The share of those lines that may be titles. */
function share(readings: readonly Reading[], test: (reading: Reading) => boolean): number {
  const titles = readings.filter(reading => mayBeTitle(reading) && !isBareName(reading.fields));
  return titles.length < 2 ? 0 : titles.filter(test).length / titles.length;
}

/** "PRODUCT", "OPEN SOURCE". */
export const isCapitals = (text: string): boolean =>
  /^(?=.*\p{Lu}{4})[\p{Lu}&-]{1,20}(?: [\p{Lu}&-]{1,20}){0,2}$/u.test(text);

function countBy<T, K extends string>(items: readonly T[], key: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** "Jane Doe | Mar 4, 2020 | Engineering": the names, where what is left over may be a section's name. */
export function sectionBeside(reading: Reading, page: Page): Beside | undefined {
  return page.sectionsStand ? sectionIn(reading) : undefined;
}

function sectionIn({ fields, line }: Reading): Beside | undefined {
  if (!fields.dated || line.item) return undefined;
  return fields.besides.find(
    ({ shape, title, byline }) =>
      shape === 'before' && byline.confidence >= 0.6 && title.split(' ').length <= 2,
  );
}

/** Whether there are enough titles elsewhere for what stands beside names to be sections. */
function areSections(readings: readonly Reading[]): boolean {
  const plain = readings.filter(
    reading => mayBeTitle(reading) && !reading.fields.dated && !reading.fields.byline,
  );
  return plain.length >= readings.filter(sectionIn).length * 0.8;
}

/** Whether a date or names stand in the title's own line. */
export const isSignedTitle = ({ fields }: Reading, besideShape: BesideShape | undefined): boolean =>
  fields.dated ||
  fields.extras ||
  fields.byline?.signed === true ||
  fields.besides.some(({ shape }) => shape === besideShape);

const mayBeTitle = ({ fields: { title }, chrome, group }: Reading) =>
  title !== undefined && title.length <= 160 && !chrome && !group && !/[^.\p{Lu}]{2}[.…。]$/u.test(title);

const isBareName = ({ byline }: Fields) => byline !== undefined && !byline.signed;
