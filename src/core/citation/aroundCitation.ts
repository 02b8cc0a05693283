import { cleanText } from '../text';
import type { CitationDetails, Locator, LocatorLabel } from './details';
import { escapeText, type Place } from './escapeText';

/** Markdown that stands before a citation and behind it; empty where there is nothing to say. */
export interface AroundCitation {
  readonly before: string;
  readonly after: string;
}

/**
 * The details of a citation as they read around it: "see …, sec. 3, for the measurements".
 * @param tellsQuote whether a quote stands behind the citation, as no address points to it
 */
export function aroundCitation(
  { prefix, suffix, locator }: CitationDetails = {},
  place: Place = {},
  tellsQuote = false,
): AroundCitation {
  const start = cleanText(prefix ?? '');
  const inside = { ...place, lineStart: false };
  const where = locator && (locator.label !== 'quote' || tellsQuote) ? locatorText(locator) : '';
  const end = cleanText(suffix ?? '');
  return {
    before: start && escapeText(start, place) + (opens.test(start) ? '' : ' '),
    after:
      (where && `, ${escapeText(where, inside)}`) + (end && separatorBefore(end) + escapeText(end, inside)),
  };
}

/** What follows stands right behind it. */
const opens = /[\p{Ps}\p{Pi}]$/u;

/** What sets a suffix apart from what it follows, unless it does that itself. */
export function separatorBefore(suffix: string): string {
  if (/^[,;.:!?…)\]}]+(?:\s|$)/u.test(suffix)) return '';
  return /^[(\p{Pd}]/u.test(suffix) ? ' ' : ', ';
}

/** "sec. 3", "pp. 12–14", "sec. “How it works”"; of a quote the quote. Terms are those that Pandoc and CSL have in English. */
export function locatorText({ label, value }: Locator): string {
  const text = cleanText(value);
  if (!text) return '';
  if (label === 'quote') return quoted(text);
  const [one, several] = terms[label];
  return `${isRange(text) ? several : one} ${isNumbered(text) ? text : quoted(text)}`;
}

const terms: Readonly<Record<Exclude<LocatorLabel, 'quote'>, readonly [one: string, several: string]>> = {
  section: ['sec.', 'secs.'],
  page: ['p.', 'pp.'],
  paragraph: ['para.', 'paras.'],
  chapter: ['chap.', 'chaps.'],
  figure: ['fig.', 'figs.'],
  line: ['line', 'lines'],
  note: ['n.', 'nn.'],
  part: ['pt.', 'pts.'],
};

const number = '(?:\\p{L}{0,2}\\.?\\d+(?:[.:]\\d+)*\\p{L}?|[ivxlcdm]+|[IVXLCDM]+)';
const numbers = new RegExp(`^${number}(?:\\s*[-–—,&]\\s*${number})*$`, 'u');

/** Whether a locator counts ("3.1", "iv", "12–14") rather than names ("How it works"). */
export const isNumbered = (value: string): boolean => numbers.test(value);

const isRange = (value: string): boolean => isNumbered(value) && /[-–—,&]/.test(value);

const quoted = (text: string): string => (/^["“„«‘']/u.test(text) ? text : `“${text}”`);

/** Reads what `locatorText` wrote, or a person with whole words, where the text begins with it; `end` is behind it. */
export function readLocator(text: string): { readonly locator: Locator; readonly end: number } | undefined {
  const [term = ''] = /^\p{L}{1,12}\.? /u.exec(text) ?? [];
  const word = term.trim().toLowerCase();
  const label = word && labels.find(one => [one, `${one}s`, ...terms[one]].includes(word));
  if (!label) return undefined;
  const rest = text.slice(term.length, term.length + longestLocator);
  const [value] = leadingNumbers.exec(rest) ?? [];
  const [heading, inner] = leadingQuote.exec(rest) ?? [];
  const found = value ?? inner;
  if (found === undefined) return undefined;
  return { locator: { label, value: found }, end: term.length + (value ?? heading)!.length };
}

const labels = Object.keys(terms) as readonly (keyof typeof terms)[];
/** In UTF-16 units. */
const longestLocator = 500;
const leadingNumbers = new RegExp(`^${number}(?:\\s*[-–—,&]\\s*${number})*(?![\\p{L}\\p{N}])`, 'u');
const leadingQuote = /^“([^”]*)”/u;
