import { type CitationFormat, cite } from '../../../src/core/citation';
import { applyEdits } from '../../../src/core/document/textEdit';
import type { Post } from '../../../src/core/post';
import { cleanText } from '../../../src/core/text';
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

/** A case of the matrix: a title cited in a document, and the same document with a harmless title. */
export interface Case {
  title: string;
  format: CitationFormat;
  linked: boolean;
  context: string;
  document: string;
  harmless: string;
}

export const citedIn = (template: string, post: Post, format: CitationFormat): string => {
  const at = template.indexOf('‸');
  const document = template.slice(0, at) + template.slice(at + 1);
  return applyEdits(document, cite({ document, post, format, selections: [{ start: at, end: at }] }).edits);
};

export const stand = 'Standing in';

export function casesOf(titles: readonly string[], names: readonly string[] = Object.keys(contexts)): Case[] {
  const kinds: [CitationFormat, boolean][] = [
    ['inlineLink', true],
    ['referenceLink', true],
    ['footnote', true],
    ['inlineLink', false],
    ['footnote', false],
  ];
  const cases: Case[] = [];
  for (const [number, title] of titles.entries()) {
    for (const context of names) {
      for (const [format, linked] of kinds) {
        const id = `key${number}x`;
        const url = linked ? address : undefined;
        const closing = /[.?!…。？！]["”»]*$/u.exec(cleanText(title))?.[0] ?? '';
        const document = citedIn(contexts[context]!, postOf(title, id, url), format);
        const harmless = citedIn(contexts[context]!, postOf(stand + closing, id, url), format);
        cases.push({ title, format, linked, context, document, harmless });
      }
    }
  }
  return cases;
}

/** What is wrong with how a parser reads the title, judged by how it reads the harmless one in its place. */
export function fault(
  { title, format, linked }: Case,
  reading: Reading,
  harmless: Reading,
  nfc = false,
): string | undefined {
  const clean = nfc ? cleanText(title).normalize('NFC') : cleanText(title);
  const closing = /[.?!…。？！]["”»]*$/u.exec(clean)?.[0] ?? '';
  const expected = harmless.text.replace(stand + closing, () => clean);
  const text = nfc ? reading.text.normalize('NFC') : reading.text;
  if (text !== expected) return `text ${JSON.stringify(text)}, not ${JSON.stringify(expected)}`;
  // In a footnote a title that holds an address is linked to the post, or broken up by emphasis.
  const hasAddress = /\/\/|www\.|@/i.test(clean);
  const isNote = format === 'footnote' || !linked;
  const links = reading.links
    .map(link => ({ ...link, text: nfc ? link.text.normalize('NFC') : link.text }))
    .filter(
      link => !(isNote && linked && hasAddress && link.url === harmless.links[0]?.url && link.text === clean),
    );
  const wanted = harmless.links.map(link => ({
    ...link,
    text: link.text.replace(stand + closing, () => clean),
  }));
  if (JSON.stringify(links) !== JSON.stringify(wanted)) return `links ${JSON.stringify(reading.links)}`;
  const kinds = (other: readonly string[]) =>
    other.filter(type => !(isNote && hasAddress && /^em/i.test(type))).join(' ');
  if (kinds(reading.other) !== kinds(harmless.other)) return `nodes ${reading.other.join(' ')}`;
  return undefined;
}
