import { type CitationDetails, type CitationFormat, cite } from '../../../src/core/citation';
import { isNumbered } from '../../../src/core/citation/aroundCitation';
import { escapeText } from '../../../src/core/citation/escapeText';
import { quoteIn, withTextFragment } from '../../../src/core/citation/textFragment';
import type { CslFormatter } from '../../../src/core/csl';
import { applyEdits } from '../../../src/core/document/textEdit';
import type { Post } from '../../../src/core/post';
import { cleanText } from '../../../src/core/text';
import { formatterOf } from '../csl/styles';
import { contexts } from './contexts';
import type { Reading } from './parsers';

export const address = 'https://blog.example.org/a-post?a=1&b=2';

export function postOf(title: string, id: string, url: string | undefined): Post {
  return {
    id,
    title,
    author: [{ family: 'Author', given: 'Ann' }],
    issued: { year: 2021, month: 1, day: 3 },
    containerTitle: 'Example Blog',
    keywords: [],
    ...(url && { url }),
  };
}

/** How a text gets into a document. */
export interface Kind {
  readonly name: string;
  readonly format: CitationFormat;
  readonly linked: boolean;
  readonly text: 'title' | 'selected' | 'prefix' | 'suffix' | 'section' | 'quote';
  readonly csl?: CslFormatter;
}

/** Styles that show the title, since those that come along tell authors in the text and change the case of titles. */
const style = (kind: 'in-text' | 'note') =>
  formatterOf(`<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0">
    <info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
    <citation><layout prefix="(cf. " suffix=")" delimiter="; "><text variable="title"/></layout></citation></style>`);

export const titleKinds: readonly Kind[] = [
  { name: 'inline link', format: 'inlineLink', linked: true, text: 'title' },
  { name: 'reference link', format: 'referenceLink', linked: true, text: 'title' },
  { name: 'footnote', format: 'footnote', linked: true, text: 'title' },
  { name: 'text', format: 'inlineLink', linked: false, text: 'title' },
  { name: 'footnote without address', format: 'footnote', linked: false, text: 'title' },
];
export const cslKinds: readonly Kind[] = [
  { name: 'citation in a style', format: 'csl', linked: true, text: 'title', csl: style('in-text') },
  { name: 'note in a style', format: 'csl', linked: true, text: 'title', csl: style('note') },
  {
    name: 'citation in a style without address',
    format: 'csl',
    linked: false,
    text: 'title',
    csl: style('in-text'),
  },
];
export const selectedKinds: readonly Kind[] = [
  { name: 'selected for an inline link', format: 'inlineLink', linked: true, text: 'selected' },
  { name: 'selected for a reference link', format: 'referenceLink', linked: true, text: 'selected' },
];
export const detailKinds: readonly Kind[] = (['prefix', 'suffix', 'section', 'quote'] as const).flatMap(
  text =>
    (['inlineLink', 'footnote', 'pandoc'] as const).map(
      (format): Kind => ({ name: `${text}, ${format}`, format, linked: true, text }),
    ),
);

/** A case of the matrix: a text cited in a document, and the same document with a harmless text. */
export interface Case {
  title: string;
  kind: Kind;
  context: string;
  document: string;
  harmless: string;
  /** The document before, where the text is selected in it. */
  stood?: string;
}

const stand = 'Standing in';
/** Of a post of which something else is looked at. */
const otherTitle = 'The title';

/** A harmless text with those ends that wording goes by. */
function standFor(clean: string, { text }: Kind): string {
  const closing = /[.?!…。？！]["”»]*$/u.exec(clean)?.[0] ?? '';
  if (text === 'title' || text === 'selected') return stand + closing;
  const [opening = ''] = /^(?:[,;.:!?…)\]}]+(?:\s|$)|[(\p{Pd}"“„«‘'])/u.exec(clean) ?? [];
  const [opens = ''] = text === 'prefix' ? (/[\p{Ps}\p{Pi}]$/u.exec(clean) ?? []) : [];
  // What is all punctuation is followed by a blank here only.
  const apart = opening === clean && !/\s$/.test(opening) && /[,;.:!?…)\]}]$/u.test(opening) ? ' ' : '';
  return opening + apart + stand + (opens || closing);
}

function written(
  template: string,
  given: string,
  id: string,
  { text, format, linked, csl }: Kind,
): Pick<Case, 'document' | 'stood'> {
  const at = template.indexOf('‸');
  const isTableCell = /^\|/m.test(template);
  const selected =
    text === 'selected' ? escapeText(cleanText(given), { lineStart: at === 0, tableCell: isTableCell }) : '';
  const document = template.slice(0, at) + selected + template.slice(at + 1);
  const post = postOf(text === 'title' ? given : otherTitle, id, linked ? address : undefined);
  const details: Record<Kind['text'], CitationDetails | undefined> = {
    title: undefined,
    selected: undefined,
    prefix: { prefix: given },
    suffix: { suffix: given },
    section: { locator: { label: 'section', value: given } },
    quote: { locator: { label: 'quote', value: given } },
  };
  const { edits } = cite({
    document,
    post,
    format,
    selections: [{ start: at, end: at + selected.length }],
    ...(csl && { csl }),
    ...(details[text] && { details: details[text] }),
  });
  return { document: applyEdits(document, edits), ...(selected && { stood: document }) };
}

const placed = (context: string, id: string, isApart: boolean): string =>
  isApart ? contexts[context]!.replaceAll('[^n]', `[^n${id}]`) : contexts[context]!;

/** @param isApart whether the documents are to have labels of their own, to be read as one */
export function casesOf(
  titles: readonly string[],
  names: readonly string[] = Object.keys(contexts),
  kinds: readonly Kind[] = titleKinds,
  isApart = false,
): Case[] {
  const cases: Case[] = [];
  const harmlessOnes = new Map<string, string>();
  for (const title of titles) {
    for (const context of names) {
      for (const kind of kinds) {
        // A number is told without quotation marks.
        if (kind.text === 'section' && isNumbered(cleanText(title))) continue;
        const id = isApart ? `key${cases.length}x` : 'keyx';
        const cited = written(placed(context, id, isApart), title, id, kind);
        const standing = standFor(cleanText(title), kind);
        // What shows its key has a harmless one of its own.
        const harmlessId = isApart && kind.format !== 'pandoc' ? `harmless${harmlessOnes.size}x` : id;
        const name = [context, kind.name, kind.format === 'pandoc' ? id : '', standing].join();
        const harmless =
          harmlessOnes.get(name) ??
          written(placed(context, harmlessId, isApart), standing, harmlessId, kind).document;
        harmlessOnes.set(name, harmless);
        cases.push({ title, kind, context, harmless, ...cited });
      }
    }
  }
  return cases;
}

/** A reading of each document of a case. */
export interface Readings {
  readonly document: Reading;
  readonly harmless: Reading;
  readonly stood?: Reading | undefined;
}

/** What is wrong with how a parser reads the text, judged by how it reads the harmless one in its place. */
export function fault(
  { title, kind, context }: Case,
  { document: reading, harmless, stood }: Readings,
  nfc = false,
): string | undefined {
  const { format, linked, text: role, csl } = kind;
  const composed = (text: string) => (nfc ? text.normalize('NFC') : text);
  // Quotation marks and the widths of blanks are the style's.
  const same = (text: string) =>
    csl
      ? composed(text)
          .replace(/["'“”‘’]/g, '"')
          .replace(/\s/g, ' ')
      : composed(text);
  // Not all parsers set a heading apart from what follows.
  const shown = (text: string) => (stood ? same(text).trimEnd() : same(text));
  const given = composed(cleanText(title));
  const standing = standFor(given, kind);
  const clean = (stood && selectedIn(stood, harmless, standing, context)) ?? given;
  const put = (text: string) => text.replace(standing, () => clean);
  if (role === 'quote' && format !== 'pandoc') return quoteFault(clean, reading, harmless, composed);
  // Braces tell Pandoc what is no locator; other parsers show them.
  const isText =
    format === 'pandoc'
      ? same(reading.text).includes(clean)
      : shown(reading.text) === shown(put(harmless.text));
  if (!isText) return `text ${JSON.stringify(reading.text)}, not ${JSON.stringify(put(harmless.text))}`;
  // In text a title that holds an address is linked to the post, or broken up by emphasis.
  const hasAddress = /\/\/|www\.|@/i.test(clean);
  const isOpen = format === 'footnote' || !linked || role !== 'title' || csl?.kind === 'note';
  const links = reading.links
    .map(link => ({ ...link, text: same(link.text) }))
    .filter(
      link =>
        !(
          role === 'title' &&
          !csl &&
          isOpen &&
          linked &&
          hasAddress &&
          link.url === harmless.links[0]?.url &&
          link.text === clean
        ),
    );
  const wanted = harmless.links.map(link => ({ ...link, text: same(put(link.text)) }));
  if (JSON.stringify(links) !== JSON.stringify(wanted)) return `links ${JSON.stringify(reading.links)}`;
  const kinds = (other: readonly string[]) =>
    other.filter(type => !(isOpen && hasAddress && /^em/i.test(type))).join(' ');
  if (kinds(reading.other) !== kinds((stood ?? harmless).other)) return `nodes ${reading.other.join(' ')}`;
  return undefined;
}

/**
 * What a selected text is where it stands: without what is a marker of a list, a quotation or a heading there. Of
 * markers alone nothing is left; they stay, before the title, but for those that close a heading.
 */
function selectedIn(
  stood: Reading,
  harmless: Reading,
  standing: string,
  context: string,
): string | undefined {
  const [head, tail] = harmless.text.split(standing).map(text => text.trimEnd()) as [string, string];
  const text = stood.text.trimEnd();
  if (!text.startsWith(head) || !text.endsWith(tail)) return undefined;
  return (
    text.slice(head.length, text.length - tail.length).trim() ||
    (context === 'a heading' ? undefined : otherTitle)
  );
}

/** A quote shows in the address only, which a footnote tells as well. */
function quoteFault(
  clean: string,
  reading: Reading,
  harmless: Reading,
  composed: (text: string) => string,
): string | undefined {
  const [link, ...others] = reading.links;
  const wanted = quoteIn(withTextFragment(address, clean));
  if (!link || others.length > 0) return `links ${JSON.stringify(reading.links)}`;
  if (composed(quoteIn(link.url) ?? '') !== composed(wanted ?? ''))
    return `quote ${quoteIn(link.url)}, not ${wanted}`;
  // Some parsers decode the address that they show.
  const [own, other] = [reading, harmless].map(({ text }) => text.replace(/https:\/\/blog.*/g, ''));
  if (own !== other) return `text ${own}, not ${other}`;
  return reading.other.join() === harmless.other.join() ? undefined : `nodes ${reading.other.join(' ')}`;
}
