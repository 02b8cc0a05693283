import { isMasthead, isPublicationName } from './publication';
import { isCapitals, isSignedTitle, type Page, type Reading, sectionBeside } from './reading';

/**
 * What a line is to its post. `other` lines belong to the page, or say something that may stand anywhere in a
 * post, such as its reading time.
 */
export type Role = 'title' | 'author' | 'date' | 'excerpt' | 'subtitle' | 'other';

export interface Placed {
  readonly role: Role;
  /** The line opens a post. */
  readonly opens: boolean;
}

type Slot = 'title' | 'author' | 'date' | 'excerpt';

/** The orders in which pages put the parts of a post; every part may be missing in a post. */
const orders: readonly (readonly [prior: number, ...order: Slot[]])[] = [
  [0.1, 'title', 'author', 'date', 'excerpt'],
  [0.1, 'title', 'date', 'author', 'excerpt'],
  [0.05, 'author', 'date', 'title', 'excerpt'],
  [0.05, 'date', 'title', 'author', 'excerpt'],
  [0, 'author', 'title', 'date', 'excerpt'],
  [0, 'date', 'author', 'title', 'excerpt'],
  [-0.1, 'title', 'excerpt', 'author', 'date'],
  [-0.1, 'title', 'excerpt', 'date', 'author'],
  [-0.1, 'author', 'title', 'excerpt', 'date'],
  [-0.1, 'date', 'title', 'excerpt', 'author'],
  [-0.1, 'title', 'author', 'excerpt', 'date'],
  [-0.1, 'title', 'date', 'excerpt', 'author'],
];

/** What it costs a post to lack a part that others in the page have. */
const lacking: Readonly<Record<Slot, number>> = { title: 0.1, author: 1.5, date: 1, excerpt: 0.1 };
const slots: readonly Slot[] = ['title', 'author', 'date', 'excerpt'];
/** What a second line of names costs: of two names in two lines the first may be the title. */
const anotherAuthor = 2.1;
/** The publication's name stands in the first lines, if it heads the page. */
const headLines = 6;
const none = Number.NEGATIVE_INFINITY;

/**
 * Gives each line its role: for each order that pages have, the best way to read the lines in that order
 * (Viterbi), and of these the best. Linear in the number of lines.
 */
export function placeLines(page: Page): readonly Placed[] {
  const readings = page.readings.slice(0, page.footStart);
  const scores = readings.map((_, at) => scoreRoles(page, at));
  const present = new Set(slots.filter(slot => scores.some(score => score[slot] > 0.5)));
  let best: Path | undefined;
  for (const [prior, ...order] of orders) {
    const path = bestPath(page, readings, scores, order, present, prior);
    if (!best || path.score > best.score) best = path;
  }
  return best!.placed();
}

/** A byline or a date stands in the line. */
const isSigned = (reading: Reading | undefined) =>
  reading?.fields.dated === true || reading?.fields.byline?.signed === true;

/** The publication's name, or the first line if it may be that and has nothing of a post below it. */
function headsPage({ line, fields }: Reading, next: Reading | undefined, at: number): boolean {
  if (at >= headLines || (isSigned(next) && !next?.group)) return false;
  if (isPublicationName(line.text)) return true;
  const below = next && !next.fields.byline && next.line.text.length <= 110 && !ends(next.line.text);
  return (
    at === 0 &&
    below === true &&
    !fields.dated &&
    isMasthead(line.text) &&
    (next.line.gap || !next.fields.title)
  );
}

/** What a page says of itself below its name: the line belongs to no post, for none goes on below it. */
function isTagline(page: Page, at: number): boolean {
  const [before, { line, fields }, next, second] = [at - 1, at, at + 1, at + 2].map(
    index => page.readings[index],
  ) as [Reading | undefined, Reading, Reading | undefined, Reading | undefined];
  if (at === 0 || at >= headLines || !before || !next || isSigned(next) || next.fields.byline) return false;
  const named = isMasthead(before.line.text) || isPublicationName(before.line.text);
  if (!named || isSigned(before) || fields.dated || fields.byline || line.item || line.links.length > 0)
    return false;
  if (next.chrome || next.group) return true;
  return page.gapsTell && line.gap && next.line.gap && !second?.line.gap && isSigned(second);
}

type Scores = Readonly<Record<Role, number>>;

interface Path {
  readonly score: number;
  placed(): Placed[];
}

/** States: 0 before the first post, then 1 + the place in the order of what was read last. */
function bestPath(
  page: Page,
  readings: readonly Reading[],
  scores: readonly Scores[],
  order: readonly Slot[],
  present: ReadonlySet<Slot>,
  prior: number,
): Path {
  const states = order.length + 1;
  const cost = order.map(slot => (present.has(slot) ? lacking[slot] : 0));
  /** Cost of the parts from `from` up to `to`, left out. */
  const skipped = (from: number, to: number) => cost.slice(from, to).reduce((sum, part) => sum + part, 0);
  const skips = Array.from({ length: states + 1 }, (_, from) =>
    Array.from({ length: states + 1 }, (_, to) => skipped(from, to)),
  );
  const back = new Uint8Array(readings.length * states);
  let current = new Array<number>(states).fill(none);
  current[0] = prior;
  let next = new Array<number>(states);
  let at = 0;
  const reach = (to: number, value: number, from: number, role: number, opens: boolean) => {
    if (value <= next[to]!) return;
    next[to] = value;
    back[at * states + to] = from | (role << 3) | (opens ? 64 : 0);
  };
  for (; at < readings.length; at++) {
    const reading = readings[at]!;
    next.fill(none);
    const score = scores[at]!;
    for (let from = 0; from < states; from++) {
      const before = current[from]!;
      if (before === none) continue;
      reach(from, before + (from === 0 ? Math.max(score.other, -0.7) : score.other), from, 5, false);
      for (let place = 0; place < order.length; place++) {
        const slot = order[place]!;
        const value = before + score[slot];
        if (value === none) continue;
        const to = place + 1;
        const role = slots.indexOf(slot);
        if (from > 0 && to > from) {
          reach(to, value - skips[from]![place]! - within(page, reading, slot), from, role, false);
        }
        if (from === to && slot === 'excerpt') reach(to, value, from, role, false);
        if (from === to && slot === 'author' && reading.fields.byline && !reading.line.gap) {
          reach(to, value - anotherAuthor, from, role, false);
        }
        if (slot === 'excerpt' && place > 0) continue;
        const ended = from === 0 ? 0 : skips[from]![order.length]!;
        reach(to, value - ended - skips[0]![place]! - opening(page, reading), from, role, true);
      }
      if (from > 0 && order[from - 1] === 'title') reach(from, before + score.subtitle, from, 4, false);
    }
    [current, next] = [next, current];
  }
  const ends = current.map((value, state) => value - (state === 0 ? 0 : skips[state]![order.length]!));
  const last = ends.indexOf(Math.max(...ends));
  return { score: ends[last]!, placed: () => trace(back, states, readings.length, last) };
}

const roles: readonly Role[] = ['title', 'author', 'date', 'excerpt', 'subtitle', 'other'];

function trace(back: Uint8Array, states: number, length: number, last: number): Placed[] {
  const placed = new Array<Placed>(length);
  let state = last;
  for (let at = length - 1; at >= 0; at--) {
    const step = back[at * states + state]!;
    placed[at] = { role: roles[(step >> 3) & 7]!, opens: (step & 64) !== 0 };
    state = step & 7;
  }
  return placed;
}

function opening(page: Page, { line }: Reading): number {
  if (line.item) return 0;
  return 0.3 + (page.gapsTell && !line.gap ? 0.8 : 0);
}

function within(page: Page, { line }: Reading, slot: Slot): number {
  if (slot === 'excerpt') return 0;
  return (page.gapsTell && line.gap ? 0.2 : 0) + (line.item ? 1 : 0);
}

/** How well each role suits a line, in no unit: above 0 speaks for it. */
function scoreRoles(page: Page, at: number): Scores {
  const reading = page.readings[at]!;
  const next = at + 1 < page.footStart ? page.readings[at + 1] : undefined;
  const isJob = isJobTitle(reading, page.readings[at - 1]);
  const { fields, line, chrome, group } = reading;
  const impossible = { title: none, author: none, date: none, excerpt: none, subtitle: none, other: none };
  if (chrome || group) return { ...impossible, other: 0 };
  const { title, byline } = fields;
  if (title === undefined && !byline) {
    if (!fields.dated) return { ...impossible, other: 0 };
    return { ...impossible, date: fields.date?.day === undefined && fields.date ? 1 : 3, other: -0.8 };
  }
  const excerpt = scoreExcerpt(reading, page, next);
  const named = headsPage(reading, next, at) || isTagline(page, at) ? 1.5 : 0;
  return {
    title: title === undefined ? none : scoreTitle(reading, page, next) - named - (isJob ? 0.8 : 0),
    author: scoreAuthor(reading, page) - named - (next?.fields.byline?.signed && !byline?.signed ? 1.5 : 0),
    date: none,
    excerpt,
    subtitle:
      title === undefined || byline || fields.dated || reading.linked || line.heading > 0 ? none : -0.6,
    other: isJob ? -0.1 : scoreOther(reading, page),
  };
}

function scoreOther({ fields: { title }, line, count }: Reading, page: Page): number {
  if (title === undefined) return -3;
  if (page.capitalsTell && isCapitals(line.text)) return -0.2;
  return count > 1 && title.length <= 60 ? -0.2 : -0.9;
}

const jobTitle =
  /^(?:\S+\s){0,4}(?:engineer|manager|director|designer|scientist|developer|architect|officer|advocate|founder|cto|ceo|vp|editor|analyst|researcher|writer|contributor|reporter|columnist|consultant|intern|student|professor|lead)(?:,? (?:at|of|@|for) .{1,40}|, .{1,40})?$/iu;
/** Below a name, or alone in a line that has no article: "Shipping the New Editor" is a title. */
const isJobTitle = ({ line }: Reading, before: Reading | undefined): boolean =>
  jobTitle.test(line.text) &&
  (before?.fields.byline !== undefined || !/\s(?:the|an?|your|our)\s/iu.test(line.text));

const ending = /[.…。,;:][”"’)\]]?$/u;
/** A short line above a byline, with nothing of the post before it: "Ship on Friday." */
const isApart = ({ line }: Reading, page: Page, next: Reading | undefined) =>
  page.gapsTell && line.gap && line.text.length <= 80 && isSigned(next) && next?.line.gap === false;

/** "At 9 a.m." ends no sentence. */
const ends = (text: string) =>
  ending.test(text) && !/(?:\p{L}\.\p{L}|\b(?:Inc|Ltd|Co|etc|vs))\.$/u.test(text);
const sentences = /[.!?。][”"’)]?\s+\p{Lu}.*[.!?…。][”"’)]?$/u;

function scoreTitle(reading: Reading, page: Page, next: Reading | undefined): number {
  const { fields, line, linked, count, signatures } = reading;
  const title = fields.title!;
  let score = 0.5;
  if (title.length > 160) score -= 4;
  else if (title.length > 110) score -= 1.5;
  if (ends(line.text) && !/(?:\.\.\.|…)$/u.test(title))
    score -= linked ? 0.5 : isApart(reading, page, next) ? 0 : isSigned(next) && title.length <= 80 ? 1 : 2;
  if (/(?:\.\.\.|…)$/u.test(title)) score -= 1;
  if (sentences.test(title)) score -= 2;
  if (/^\p{Ll}/u.test(title)) score -= 0.6;
  if (page.capitalsTell && isCapitals(line.text)) score -= 2.5;
  if (line.heading > 0) score += line.heading === page.titleLevel ? 2.5 : 0.5;
  if (linked) score += 2;
  if (line.strong) score += 1;
  if (line.item) score += 0.7;
  if (fields.dated) score += 1.2;
  if (fields.extras) score += 0.5;
  if (fields.byline?.signed) score += 1;
  if (fields.besides.some(({ shape }) => shape === page.besideShape)) score += 1.5;
  if (page.titlesAreLinks && !linked) score -= 1.3;
  if (page.titlesAreSigned && !isSignedTitle(reading, page.besideShape)) score -= 1.3;
  if (count > 1) score -= count > 2 ? 4 : 1.5;
  if (fields.byline && !fields.byline.signed && !next?.fields.byline?.signed) {
    score -= fields.byline.confidence * 1.2 + (signatures > 1 ? 2 : 0) + (fields.dated ? 1.5 : 0);
  }
  return score;
}

function scoreExcerpt(reading: Reading, page: Page, next: Reading | undefined): number {
  const { fields, line, linked } = reading;
  const text = line.text;
  let score = text.length > 110 ? 2 : -0.3;
  if ((ends(text) && !isApart(reading, page, next)) || /[!?][”"’)]?$/u.test(text)) score += 1;
  if (text.length <= 160) {
    if (fields.dated) score -= 2;
    if (linked) score -= 1.5;
    if (line.strong) score -= 0.3;
    if (line.heading > 0 && line.heading === page.titleLevel) score -= 2;
    if (fields.byline) score -= fields.byline.signed ? 3 : fields.byline.confidence;
  } else if (fields.byline?.signed && fields.title === undefined) score -= 3;
  return score;
}

function scoreAuthor(reading: Reading, page: Page): number {
  const { fields, signatures, line, linked } = reading;
  const { byline, title, dated } = fields;
  if (byline?.signed) {
    const rest = title === undefined ? 0 : !line.item && !linked && title.split(' ').length <= 3 ? 1.5 : none;
    return rest === none ? none : 4 * byline.confidence + (dated ? 1 : 0) - rest;
  }
  if (byline) {
    const often = signatures > 1 ? 1.5 : byline.confidence <= 0.3 ? -1 : 0;
    return (
      byline.confidence * 2.2 -
      0.5 +
      (dated ? 2 : 0) +
      often +
      (fields.extras || fields.section ? 1 : 0) -
      (line.heading > 0 ? 1.5 : 0) -
      (linked && line.item ? 1 : 0)
    );
  }
  const section = sectionBeside(reading, page);
  return section ? section.byline.confidence * 2.2 + 0.8 : none;
}
