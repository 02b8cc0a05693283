import { isMasthead, isPublicationName } from './publication';
import type { Reading } from './reading';

interface Foot {
  readonly footStart: number;
  readonly footName?: string;
  readonly named?: true;
}

/** How far up from the end a foot reaches that holds lines nobody knows. */
const longest = 24;

/**
 * Where the page's foot starts, and the name in it. A foot is the known chrome at the end; with unknown short
 * lines among it, it starts with the publication's name, or with the first chrome, below the last excerpt.
 */
export function findFoot(readings: readonly Reading[]): Foot {
  const mixed = mixedFoot(readings);
  if (mixed?.named) return mixed;
  let start = readings.length;
  while (start > 0 && isKnown(readings[start - 1]!)) start--;
  for (let at = start - 1; at >= Math.max(1, start - 4); at--) {
    const { line, count, fields } = readings[at]!;
    if (fields.dated || fields.byline?.signed) break;
    if (line.gap && count < 3 && isPublicationName(line.text)) return { footStart: at };
  }
  return mixed ?? { footStart: start };
}

const goesOn =
  /^(?:(?:read|continue|keep reading|see|view) (?:more|on|the (?:rest|full|whole)|full|reading|article|post|story)|read$|keep reading|full (?:article|post|story)|more$|weiterlesen|mehr lesen|lire|leer más|leia mais|continua|lees (?:meer|verder)|続きを読む|阅读(?:全文|更多)|자세히)/iu;

/** "[Read more](…)" below the last post's text is the post's. */
const isPostLink = ({ line }: Reading) => line.links.length === 1 && goesOn.test(line.text);

const isKnown = (reading: Reading) => isPageText(reading) && !isPostLink(reading);

const isPageText = ({ chrome, fields, line }: Reading) =>
  chrome ||
  (fields.title === undefined &&
    !fields.byline &&
    !fields.dated &&
    fields.keywords.length === 0 &&
    !line.links.length);

function mixedFoot(readings: readonly Reading[]): Foot | undefined {
  let [known, unknown, short] = [0, 0, 0];
  let foot: Foot | undefined;
  for (let at = readings.length - 1; at >= Math.max(1, readings.length - longest); at--) {
    const reading = readings[at]!;
    const below = readings[at + 1];
    const isExcerptAbove = isExcerpt(readings[at - 1]!);
    if (reading.chrome) {
      if (reading.count > 2 || isPostLink(reading)) break;
      known++;
      if (isExcerptAbove && unknown > 0) foot = { footStart: at };
      continue;
    }
    if (!mayBeFoot(reading)) {
      if (!isDescription(reading, readings[at - 1])) break;
    } else if (reading.line.gap && isExcerptAbove) {
      const { text } = reading.line;
      // Below the name stand its description and then only short lines.
      const isNamed = known > 0 || unknown > 1;
      if (isNamed && short >= unknown - 1 && isPublicationName(text)) return { footStart: at, named: true };
      const isDescribed = below && !below.chrome && below.line.text.length > text.length;
      if (known > 0 && unknown <= known + 2 && isDescribed && isMasthead(text))
        return { footStart: at, footName: text, named: true };
    }
    if (reading.line.text.length <= 40) short++;
    unknown++;
  }
  return unknown <= known + 2 ? foot : undefined;
}

const sentenceEnd = /[.!?…。][”"’)\]]?$/u;

const isExcerpt = ({ line, fields, chrome }: Reading) =>
  !chrome &&
  !fields.dated &&
  !fields.byline?.signed &&
  (line.text.length > 110 || sentenceEnd.test(line.text));

const mayBeFoot = ({ line, fields, linked, group }: Reading) =>
  line.text.length <= 110 &&
  !sentenceEnd.test(line.text) &&
  !fields.dated &&
  !(fields.byline && (fields.byline.signed || fields.byline.confidence >= 0.6)) &&
  !line.item &&
  line.heading === 0 &&
  !linked &&
  !group;

/** The sentence below the publication's name that says what it is about. */
const isDescription = ({ line, fields }: Reading, above: Reading | undefined) =>
  line.text.length <= 140 &&
  !fields.dated &&
  !fields.byline &&
  above?.line.gap === true &&
  mayBeFoot(above) &&
  (isPublicationName(above.line.text) || isMasthead(above.line.text));
