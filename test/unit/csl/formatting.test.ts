import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CslNode } from 'citeproc';
import type { CslFormatter } from '../../../src/core/csl';
import { shippedStyles } from '../../../src/core/csl';
import { hasPairedQuotes } from '../../../src/core/csl/quotationMarks';
import type { Post } from '../../../src/core/post';
import { cleanText } from '../../../src/core/text';
import { figure, soak } from '../../figure';
import { hasPandoc, readers, readWithPandoc } from '../citation/parsers';
import { corpora, naughtyTitles, ordinaryTitles } from '../citation/titles';
import { citeprocOf, hideTags, itemOf } from './citeproc';
import { type FormattedText, readCiteproc, readMarkdown } from './formattedText';
import { otherStyles } from './otherStyles';
import { variedPosts } from './posts';
import { files, formatterOf } from './styles';

/** Each style takes other ones of the naughty titles, as citeproc needs ten milliseconds for a post. */
const every = soak ? 1 : 120;
const ownNaughty: string[] = corpora
  ? JSON.parse(readFileSync(join(corpora, 'own-naughty-titles.json'), 'utf8'))
  : [];
/** Of quotation marks that do not pair, and of punctuation at the start, citeproc loses some: see quotationMarks.test.ts. */
const isToldWhole = (title: string): boolean => hasPairedQuotes(title) && !/^[.:;!?]+[^.:;!?]/.test(title);
const naughty = [...new Set([...naughtyTitles, ...ownNaughty].map(cleanText))].filter(
  title => title !== '' && isToldWhole(title),
);

function titlesFor(offset: number): string[] {
  // Half of the ordinary ones for each style are enough but where all is gone through.
  const ordinary = ordinaryTitles.filter((_, at) => soak || at % 2 === offset % 2);
  return [...ordinary, ...naughty.filter((_, at) => at % every === offset % every)];
}

/** Sets of posts as documents have them: citeproc's time for a set grows with the square of what is alike in it. */
function documentsOf(titles: readonly string[]): Post[][] {
  const posts = variedPosts(titles);
  return Array.from({ length: Math.ceil(posts.length / 50) }, (_, at) => posts.slice(at * 50, at * 50 + 50));
}

interface Compared {
  readonly ours: string;
  readonly citeproc: string;
}

/** The bibliography and citations of one, two and three posts, by Byline and by citeproc itself. */
function compared(posts: readonly Post[], style: CslNode, formatter: CslFormatter): Compared[] {
  const engine = citeprocOf(style, posts);
  const [params, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []];
  const ours = formatter.bibliography(posts);
  const printed = params.entry_ids.map(([id]) => id).slice(0, entries.length);
  if (printed.length === params.entry_ids.length)
    assert.deepEqual(
      ours.map(({ id }) => id),
      printed,
    );
  // citeproc leaves out silently what a style says nothing of; Byline gives the title.
  const told = posts.filter(post => !/\[CSL|\[NO_/.test(engine.makeCitationCluster([itemOf(post)])));
  const citations = told.map((_, at) => {
    const cited = told.slice(at, at + 1 + (at % 3));
    return {
      ours: formatter.citation(
        cited.map(post => ({ post })),
        posts,
      ),
      citeproc: engine.makeCitationCluster(cited.map(itemOf)),
    };
  });
  return [...ours.map(({ text }, at) => ({ ours: text, citeproc: entries[at]! })), ...citations];
}

/** What a bare address of the text is broken by, so that nothing links it. */
const mayBeLinked = /\/\/|www\.|@/i;

/** citeproc leaves a blank here and there at an end; names of code keep their letters in Byline alone. */
const sameText = (text: string): string =>
  hideTags(text)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/\S*\p{L}\S*[._:@\\=]\S*[\p{L}\p{N}]\S*/gu, name => name.toLowerCase())
    .trim();

/** What is wrong with our Markdown, or `undefined`. */
function fault({ ours, citeproc }: Compared, addresses: ReadonlySet<string>): string | undefined {
  const [ourText, theirs] = [readMarkdown(ours), readCiteproc(citeproc)];
  const [text, expected] = [sameText(ourText.text), sameText(theirs.text)];
  if (text !== expected) return `says ${JSON.stringify(text)}, citeproc ${JSON.stringify(expected)}`;
  if (ourText.others.length > 0) return `holds ${ourText.others}`;
  const strange = ourText.links.find(({ url }) => !addresses.has(decodeURI(url)));
  if (strange) return `links to ${strange.url}`;
  const isSameLength = ourText.text.length === theirs.text.length;
  if (isSameLength && ourText.emphasis !== theirs.emphasis && !mayBeLinked.test(theirs.text)) {
    return `is emphasised as ${ourText.emphasis}, citeproc's as ${theirs.emphasis}`;
  }
  return faultOfReaders(ours, ourText);
}

function faultOfReaders(markdown: string, { text, links }: FormattedText): string | undefined {
  for (const [name, read] of Object.entries(readers)) {
    const reading = read(markdown);
    const others = reading.other.filter(kind => !/^(?:em|emph|emphasis|strong)$/.test(kind));
    if (reading.text.trim() !== text || others.length > 0) return `is to ${name} ${JSON.stringify(reading)}`;
    if (reading.links.length !== links.length) return `has to ${name} ${reading.links.length} links`;
  }
  return undefined;
}

function check(style: CslNode, titles: readonly string[]): number {
  const formatter = formatterOf(style);
  let count = 0;
  const faults = documentsOf(titles).flatMap(posts => {
    const addresses = new Set(posts.flatMap(({ url }) => (url ? [decodeURI(url)] : [])));
    return compared(posts, style, formatter).flatMap(both => {
      count++;
      const found = fault(both, addresses);
      return found === undefined ? [] : [`${both.ours}\n  ${found}`];
    });
  });
  assert.equal(faults.length, 0, `${faults.length} of ${count}:\n${faults.slice(0, 5).join('\n')}`);
  return count;
}

describe('What citeproc formats, in Markdown', function () {
  this.timeout(soak ? 3_600_000 : 120_000);

  for (const [at, name] of shippedStyles.entries()) {
    it(`reads in ${name} as citeproc has it, to all parsers and whatever the titles are`, () => {
      const count = check(files.get(name)!, titlesFor(at));
      figure(`Formatted in ${name}`, `${count} of ${count} citations and entries as citeproc's own`);
    });
  }

  it('reads so in the styles of the public repository too', () => {
    const styles = otherStyles(soak ? 50 : 1000);
    const titles = titlesFor(5).filter((_, at) => at % 8 === 0);
    let count = 0;
    for (const [name, style] of styles) {
      try {
        count += check(style, titles);
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`);
      }
    }
    figure('Formatted in other styles', `${count} of ${count} as citeproc's own, in ${styles.size} styles`);
  });

  const skipped = hasPandoc ? '' : ' (skipped: there is no pandoc here)';
  (hasPandoc ? it : it.skip)(`reads so to Pandoc too${skipped}`, () => {
    let count = 0;
    for (const [at, name] of ['ieee', 'chicago-author-date', 'chicago-note-bibliography'].entries()) {
      const formatter = formatterOf(name);
      const posts = variedPosts(titlesFor(6 + at));
      const entries = formatter.bibliography(posts).map(({ text }) => text);
      const documents = [...entries, ...posts.map(post => formatter.citation([{ post }], posts))];
      for (const from of ['markdown-smart', 'gfm'] as const) {
        for (const [index, reading] of readWithPandoc(documents, from).entries()) {
          count++;
          const markdown = documents[index]!;
          const { text, links } = readMarkdown(markdown);
          // Pandoc's GFM composes characters.
          assert.equal(sameText(reading.text), sameText(text), markdown);
          assert.equal(reading.links.length, links.length, markdown);
          assert.deepEqual(
            reading.other.filter(kind => !/^(?:Emph|Strong)$/.test(kind)),
            [],
            markdown,
          );
        }
      }
    }
    figure('Formatted, read by Pandoc', `${count} of ${count} as they should be`);
  });
});
