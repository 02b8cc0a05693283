import { isKey } from '../document/renameKey';
import type { Post } from '../post';
import { cleanText } from '../text';
import { type AroundCitation, isNumbered, locatorText, separatorBefore } from './aroundCitation';
import type { CitationDetails } from './details';
import { escapeText, type Place } from './escapeText';
import type { Citation, RenderOptions } from './render';

/** `[see @key, sec. 3, suffix]`; the bibliography holds the rest. */
export function pandoc(post: Post, { place, details }: RenderOptions): Citation {
  return { text: `[${pandocCite(post.id, details, place)}]` };
}

/** What stands between the brackets, or between two semicolons there, for one post. */
export function pandocCite(id: string, details?: CitationDetails, place?: Place): string {
  const { before, after } = aroundKey(details, place);
  return `${before}${isKey(id) ? `@${id}` : `@{${id}}`}${after}`;
}

/** The details as they stand around a key. */
export function aroundKey(
  { prefix = '', suffix = '', locator }: CitationDetails = {},
  place: Place = {},
): AroundCitation {
  const start = cleanText(prefix);
  const where = locator ? locatorText(locator) : '';
  const end = cleanText(suffix);
  const isCounted = where !== '' && isNumbered(cleanText(locator!.value));
  const isMistaken = mistaken.test(end);
  const told = isCounted && (isMistaken || !plainNumbers.test(where)) ? `{${where}}` : escaped(where, place);
  return {
    before: start && `${escaped(start, place)} `,
    after:
      // Empty braces say that there is no locator.
      (isMistaken && !isCounted ? '{}' : '') +
      (where && `, ${told}`) +
      (end && separatorBefore(end) + escaped(end, place)),
  };
}

/** What Pandoc would take for a locator, or for more of the one before it. */
const mistaken = /^[\s,]*(?:\p{N}|[ivxlcdm]+\b|\{)/iu;
/** Numbers that Pandoc takes for those of a locator without braces around them. */
const plainNumbers = /^\p{L}+\.? \d+(?:\.\d+)*(?:[-–]\d+(?:\.\d+)*)?$/u;

/** Between the brackets a semicolon begins the next post, and no bracket may stand. */
function escaped(text: string, place: Place): string {
  const inside = { ...place, lineStart: false };
  const isWhole = /^(?:\\|&lt;)/;
  return escapeText(text, inside).replace(/\\.|&lt;|[;[\]]/gs, mark =>
    isWhole.test(mark) ? mark : `\\${mark}`,
  );
}
